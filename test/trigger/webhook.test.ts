import type { IWebhookResponseData } from 'n8n-workflow';
import { receiveDelivery } from '../../trigger/webhook';
import { MAX_BODY_BYTES } from '../../webhook/body';
import { httpStatusOf, refusalCodes, refuse } from '../../webhook/refusal';
import { type Circumstances, newWorkflowId, provider, Response, webhookContext } from './webhookContext';

interface Received {
	readonly result: IWebhookResponseData;
	readonly response: Response;
	readonly warnings: readonly string[];
}

async function receive(circumstances: Circumstances = {}): Promise<Received> {
	const response = new Response();
	const { context, warnings } = webhookContext({ response, ...circumstances });
	return { result: await receiveDelivery(context, provider), response, warnings };
}

/** Receives a delivery that n8n answers with 200. */
async function accept(circumstances: Circumstances): Promise<Received> {
	const received = await receive(circumstances);
	received.response.finish(200);
	return received;
}

const answered = (status: number, body: object) => [{ status, body }];

describe('an accepted delivery', () => {
	it('starts the workflow with one item for each event, and leaves the answer to n8n', async () => {
		const { result, response, warnings } = await receive({ events: [{ id: 'e1' }, { id: 'e2', outcome: 'declined' }] });
		expect(result).toEqual({
			workflowData: [
				[
					{ json: expect.objectContaining({ provider: 'example', eventId: 'e1', status: 'approved' }) },
					{ json: expect.objectContaining({ provider: 'example', eventId: 'e2', status: 'rejected' }) },
				],
			],
			webhookResponse: { result: 'accepted', events: 2 },
		});
		expect(response.answers).toEqual([]);
		expect(warnings).toEqual([]);
	});

	it('carries the payload, unless the user does not want it', async () => {
		const jsonOf = ({ result }: Received) => result.workflowData?.[0]?.[0]?.json;
		expect(jsonOf(await receive())).toHaveProperty('payload', { events: [{ id: 'e1' }] });
		expect(jsonOf(await receive({ parameters: { options: { includePayload: false } } }))).not.toHaveProperty('payload');
	});

	it('is read with the parameters that the provider names', async () => {
		const { result } = await receive({ parameters: { approvedWhen: 'eachCheck', other: 'x' } });
		expect(result.workflowData?.[0]?.[0]?.json.providerStatus).toBe('eachCheck');
	});

	it('is read with such an option too', async () => {
		const { result } = await receive({ parameters: { options: { approvedWhen: 'session' } } });
		expect(result.workflowData?.[0]?.[0]?.json.providerStatus).toBe('session');
	});

	it('tells when it was received', async () => {
		const before = new Date().toISOString();
		const { result } = await receive();
		const receivedAt = String(result.workflowData?.[0]?.[0]?.json.receivedAt);
		expect([before, receivedAt, new Date().toISOString()].sort()[1]).toBe(receivedAt);
	});
});

describe('a refused delivery', () => {
	it.each(refusalCodes.map((code) => [code, httpStatusOf(refuse(code, ''))] as const))(
		'for %s is answered %i, and starts nothing',
		async (code, status) => {
			const { result, response, warnings } = await receive({ headers: { 'x-refuse': code } });
			expect(result).toEqual({ noWebhookResponse: true });
			const hint = 'Refused at a tolerance of 300 seconds.';
			expect(response.answers).toEqual(answered(status, { result: 'refused', code, hint }));
			expect(warnings).toEqual([`Refused a delivery of Example at the node "My Trigger": ${code}`]);
		},
	);

	it('has the tolerance that the user set', async () => {
		for (const tolerance of [0, 60]) {
			const headers = { 'x-refuse': 'signature_mismatch' };
			const { response } = await receive({ headers, parameters: { options: { tolerance } } });
			expect(JSON.stringify(response.answers)).toContain(`a tolerance of ${tolerance} seconds`);
		}
	});

	it.each([
		['is missing', new Error('Node does not have any credentials set')],
		['cannot be decrypted', new Error('Credentials could not be decrypted: hush-hush')],
		['is blank', { key: '' }],
		['has a secret with white space around it', { key: 'hush-hush ' }],
	])('is answered 503, not thrown, when the credential %s: the log alone says why', async (_, credential) => {
		const { result, response, warnings } = await receive({ credential });
		expect(result).toEqual({ noWebhookResponse: true });
		expect(response.answers).toEqual(
			answered(503, {
				result: 'refused',
				code: 'credential_invalid',
				hint: 'The credential in n8n cannot work; the log of n8n says why.',
			}),
		);
		expect(JSON.stringify([response.answers, warnings])).not.toContain('hush');
		expect(warnings).toEqual([expect.stringMatching(/credential_invalid \(The credential cannot work: .+\)$/)]);
	});

	it('is answered before the credential is looked at when its body is too large', async () => {
		const { response } = await receive({ body: Buffer.alloc(MAX_BODY_BYTES + 1), credential: { key: '' } });
		expect(response.answers).toMatchObject(answered(413, { code: 'body_too_large' }));
	});

	it('is forgotten: the same event is accepted when it is authentic', async () => {
		const workflowId = newWorkflowId();
		await receive({ workflowId, headers: { 'x-refuse': 'signature_mismatch' } });
		const { result } = await receive({ workflowId });
		expect(result.webhookResponse).toEqual({ result: 'accepted', events: 1 });
	});

	it.each([
		['a line break', 'x": signature_mismatch\n2026-01-01 All is well\r\u0085'],
		['what turns the line around', 'a\u202eb\u2028c\u200b'],
	])('is one line of the log, whatever the name of the node holds: %s', async (_, nodeName) => {
		const { warnings } = await receive({ headers: { 'x-refuse': 'signature_missing' }, nodeName });
		expect(warnings).toEqual([expect.stringMatching(/^[ -~]+: signature_missing$/)]);
	});

	it('is a delivery to a node with Execute Once, before anything else is looked at', async () => {
		const { result, response, warnings } = await receive({
			settings: { executeOnce: true },
			credential: { key: '' },
			body: Buffer.alloc(MAX_BODY_BYTES + 1),
		});
		expect(result).toEqual({ noWebhookResponse: true });
		expect(response.answers).toMatchObject(answered(503, { result: 'refused', code: 'settings_unsafe' }));
		expect(warnings).toEqual([expect.stringContaining('Switch off Execute Once')]);
	});
});

describe('a delivery to a trigger whose settings cannot work', () => {
	it('is answered 503 before anything of it is believed, and the log alone says why', async () => {
		const response = new Response();
		const { context, warnings } = webhookContext({ response });
		const result = await receiveDelivery(context, { ...provider, problem: 'No rule approves anybody.' });
		expect(result).toEqual({ noWebhookResponse: true });
		expect(response.answers).toMatchObject(answered(503, { result: 'refused', code: 'settings_unsafe' }));
		expect(JSON.stringify(response.answers)).not.toContain('No rule');
		expect(warnings).toEqual([expect.stringContaining('settings_unsafe (No rule approves anybody.)')]);
	});
});

describe('statuses, tests and late events', () => {
	const [early, late] = ['2026-03-04T05:00:00.000Z', '2026-03-04T05:00:01.000Z'];
	const statusesOf = ({ result }: Received) => result.workflowData?.[0]?.map(({ json }) => json.status) ?? [];

	it('are as the user wants them', async () => {
		const isTest = [{ id: 'e1', environment: 'test' }] as const;
		expect(statusesOf(await receive({ events: isTest }))).toEqual(['other']);
		const live = { parameters: { options: { testDeliveries: 'live' } } };
		expect(statusesOf(await receive({ events: isTest, ...live }))).toEqual(['approved']);
		expect(statusesOf(await receive({ events: isTest, mode: 'manual' }))).toEqual(['approved']);
		const rejected = { parameters: { statuses: ['rejected'] } };
		expect((await receive(rejected)).response.answers).toEqual(answered(200, { result: 'ignored' }));
	});

	it.each([
		['is other', {}, 'other'],
		['is as it is where the user wants that', { parameters: { options: { lateEvents: 'keep' } } }, 'approved'],
		['is as it is in the editor', { mode: 'manual' }, 'approved'],
		['is as it is at another node', { nodeId: 'other' }, 'approved'],
	] as const)('a late event %s', async (_, changed, status) => {
		const workflowId = newWorkflowId();
		await accept({ workflowId, events: [{ id: 'e2', outcome: 'declined', occurredAt: late }] });
		const events = [{ id: 'e1', occurredAt: early }];
		expect(statusesOf(await receive({ workflowId, events, ...changed }))).toEqual([status]);
	});
});

describe('a delivery that is nothing new', () => {
	it('is answered as ignored when its events are not selected', async () => {
		const { result, response, warnings } = await receive({ parameters: { events: ['other'] } });
		expect(result).toEqual({ noWebhookResponse: true });
		expect(response.answers).toEqual(answered(200, { result: 'ignored' }));
		expect(warnings).toEqual([]);
	});

	it('is answered as a duplicate when all its events were accepted', async () => {
		const workflowId = newWorkflowId();
		await accept({ workflowId });
		const { result, response, warnings } = await receive({ workflowId });
		expect(result).toEqual({ noWebhookResponse: true });
		expect(response.answers).toEqual(answered(200, { result: 'duplicate' }));
		expect(warnings).toEqual([]);
	});

	it('starts the workflow with those of its events that are new', async () => {
		const workflowId = newWorkflowId();
		await accept({ workflowId });
		const { result } = await receive({ workflowId, events: [{ id: 'e1' }, { id: 'e2' }] });
		expect(result.webhookResponse).toEqual({ result: 'accepted', events: 1 });
		expect(result.workflowData?.[0]?.map(({ json }) => json.eventId)).toEqual(['e2']);
	});

	it.each([
		['another workflow', {}],
		['another node', { nodeId: 'other' }],
	])('is new to %s', async (_, changed) => {
		const workflowId = newWorkflowId();
		await accept({ workflowId });
		const { result } = await receive({ ...('nodeId' in changed && { workflowId }), ...changed });
		expect(result.webhookResponse).toMatchObject({ result: 'accepted' });
	});

	it.each([
		['when a person tests the workflow', { mode: 'manual' }],
		['when the user wants duplicates', { parameters: { options: { ignoreDuplicates: false } } }],
	] as const)('is let in %s, and is not remembered', async (_, changed) => {
		const workflowId = newWorkflowId();
		for (let delivery = 0; delivery < 3; delivery++) {
			const { result } = await accept({ workflowId, ...changed });
			expect(result.webhookResponse).toMatchObject({ result: 'accepted' });
		}
		expect((await accept({ workflowId })).result.webhookResponse).toMatchObject({ result: 'accepted' });
		expect((await accept({ workflowId, ...changed })).result.webhookResponse).toMatchObject({ result: 'accepted' });
	});
});

describe('a redelivery', () => {
	it.each([
		['n8n could not start the workflow', (response: Response) => response.finish(500)],
		['n8n answered anything but 200', (response: Response) => response.finish(202)],
	])('is let in when %s', async (_, end) => {
		const workflowId = newWorkflowId();
		end((await receive({ workflowId })).response);
		expect((await receive({ workflowId })).result.webhookResponse).toMatchObject({ result: 'accepted' });
	});

	describe.each([
		[
			'after the events were handed over',
			async (workflowId: string) => {
				const { response } = await receive({ workflowId });
				response.abort();
				return response;
			},
		],
		[
			'before that',
			async (workflowId: string) => {
				const response = new Response();
				response.abort();
				await receive({ workflowId, response });
				return response;
			},
		],
	])('of a sender that has hung up, %s,', (_, begin) => {
		it.each([
			['is a duplicate', 200],
			['is let in', 500],
		] as const)('%s when n8n has answered %i all the same', async (outcome, httpStatus) => {
			const workflowId = newWorkflowId();
			const first = await begin(workflowId);
			const second = receive({ workflowId });
			await new Promise((resolve) => setImmediate(resolve));
			first.finish(httpStatus);
			const { response, result } = await second;
			expect(result.workflowData === undefined).toBe(outcome === 'is a duplicate');
			response.finish(200);
		});

		it('is let in when n8n does not end its answer for a minute', async () => {
			const soon = new AbortController();
			const timers = jest.spyOn(AbortSignal, 'timeout').mockReturnValue(soon.signal);
			const workflowId = newWorkflowId();
			await begin(workflowId);
			expect(timers).toHaveBeenCalledWith(60_000);
			const second = receive({ workflowId });
			soon.abort();
			expect((await second).result.webhookResponse).toMatchObject({ result: 'accepted' });
			timers.mockRestore();
		});
	});

	it('waits for the answer to the first delivery', async () => {
		const workflowId = newWorkflowId();
		const first = await receive({ workflowId });
		let isAnswered = false;
		const second = receive({ workflowId }).finally(() => (isAnswered = true));
		await new Promise((resolve) => setImmediate(resolve));
		expect(isAnswered).toBe(false);
		first.response.finish(200);
		expect((await second).response.answers).toEqual(answered(200, { result: 'duplicate' }));
	});

	it('starts one workflow when many come at once', async () => {
		const workflowId = newWorkflowId();
		const all = await Promise.all(
			Array.from({ length: 20 }, async () => {
				const received = await receive({ workflowId });
				setImmediate(() => received.response.finish(200));
				return received;
			}),
		);
		expect(all.filter(({ result }) => result.workflowData)).toHaveLength(1);
	});
});

describe('every delivery', () => {
	it('is answered just once: by the trigger, or else by n8n', async () => {
		const circumstances: Circumstances[] = [
			{},
			{ mode: 'manual' },
			{ headers: { 'x-refuse': 'signature_mismatch' } },
			{ parameters: { events: ['other'] } },
			{ credential: new Error('gone') },
			{ body: Buffer.from('not JSON') },
			{ body: Buffer.alloc(MAX_BODY_BYTES + 1) },
			{ events: [] },
		];
		for (const each of circumstances) {
			const { result, response } = await receive(each);
			expect(response.answers).toHaveLength(result.noWebhookResponse ? 1 : 0);
			expect(result.workflowData === undefined).toBe(Boolean(result.noWebhookResponse));
		}
	});
});
