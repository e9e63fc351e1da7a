import { Readable } from 'node:stream';
import { inspect } from 'node:util';
import type { IExecuteFunctions, INode, INodeProperties } from 'n8n-workflow';
import { NodeHelpers, NodeOperationError } from 'n8n-workflow';
import { KycSimulator } from '../../nodes/KycSimulator/KycSimulator.node';
import { keyOf } from '../../simulator/simulate';
import type { Samples } from '../../webhook/samples';
import { allSamples } from '../support/providers';
import { acceptedEvent, deliver } from '../support/reception';

const simulator = new KycSimulator();
const { description } = simulator;
const node = { id: '1', name: 'KYC Simulator', type: 'kycSimulator', typeVersion: 1, position: [0, 0], parameters: {} };

/** The parameters as n8n completes them with defaults. */
const completed = (parameters: object) =>
	NodeHelpers.getNodeParameters(
		description.properties,
		parameters as INode['parameters'],
		true,
		false,
		node as INode,
		description,
	);

/** The choices that the user has. */
function choicesOf(name: string, parameters: object): unknown[] {
	const isShown = (property: INodeProperties) =>
		NodeHelpers.displayParameter(parameters as INode['parameters'], property, node as INode, description);
	const shown = description.properties.filter((property) => property.name === name && isShown(property));
	expect(shown.length).toBeLessThanOrEqual(1);
	return (shown[0]?.options ?? []).map((option) => ('value' in option ? option.value : option.name));
}

describe.each(allSamples.map((samples) => [samples.provider.displayName, samples] as const))('%s', (_, samples) => {
	const provider = samples.provider.id;

	test('offers its events, and for each the statuses that it can have', () => {
		const offered = choicesOf('event', { provider }).flatMap((event) =>
			choicesOf('status', { provider, event }).map((status) => `${String(event)}:${String(status)}`),
		);
		expect(offered.sort()).toEqual(samples.samples.map(keyOf).sort());
	});

	test('decides nothing until a person has chosen the event, where there is one that decides nothing', () => {
		const decides = (status: unknown) => status === 'approved' || status === 'rejected';
		const chosen = completed({ provider });
		expect(samples.samples.map(keyOf)).toContain(`${String(chosen?.event)}:${String(chosen?.status)}`);
		expect(decides(chosen?.status)).toBe(samples.samples.every(({ status }) => decides(status)));
		for (const event of choicesOf('event', { provider })) {
			const statuses = choicesOf('status', { provider, event });
			expect(decides(completed({ provider, event })?.status)).toBe(statuses.every(decides));
		}
	});

	test('offers the details and further events that its format has a place for', () => {
		expect(choicesOf('details', { provider })).toEqual(samples.details);
		expect(choicesOf('furtherEvents', { provider })).toHaveLength(samples.sealSeveral ? samples.samples.length : 0);
	});

	test('takes the stored credential of its trigger, and no other', () => {
		const shown = description.credentials?.filter((credential) =>
			NodeHelpers.displayParameter({ provider }, credential, node as INode, description),
		);
		expect(shown).toEqual([expect.objectContaining({ name: samples.provider.credential.type, required: true })]);
		expect(simulator.methods.credentialTest).toHaveProperty([String(shown?.[0]?.testedBy)]);
	});
});

describe('the node', () => {
	it('has no credential that is shown by the provider: the editor would hide the parameter', () => {
		expect(description.credentials?.filter(({ displayOptions }) => displayOptions?.show)).toEqual([]);
	});

	interface Request {
		readonly url: string;
		readonly headers: Record<string, string>;
		readonly body: Buffer;
	}

	const requests: Request[] = [];
	const trusthub = allSamples.find(({ provider }) => provider.id === 'trusthub')!;
	const truora = allSamples.find(({ provider }) => provider.id === 'truora')!;
	const url = 'https://n8n.example.com/webhook/x';
	const accepted: Reply = { status: 200, body: '{"result":"accepted","events":1}' };
	const refused: Reply = {
		status: 401,
		body: '{"result":"refused","code":"signature_mismatch","hint":"Compare them."}',
	};

	interface Reply {
		readonly status: number;
		readonly body: string | ((request: Request) => string);
	}

	interface Circumstances {
		readonly samples?: Samples;
		readonly mode?: string;
		readonly continues?: boolean;
		readonly allowed?: unknown;
		readonly reply?: Reply | Error;
	}

	beforeEach(() => requests.splice(0));

	/** Runs the node with an item for each set of parameters, in as much of n8n's context as it uses. */
	async function execute(items: object[], circumstances: Circumstances = {}) {
		const { samples = trusthub, mode = 'manual', continues = false, allowed = true, reply = accepted } = circumstances;
		const approval = samples.samples.find(({ status }) => status === 'approved');
		const chosen = { provider: samples.provider.id, event: approval?.name, status: approval?.status };
		const parameters = items.map((item) => completed({ ...chosen, ...item }) as Record<string, unknown>);
		const secrets = samples.newSecrets();
		const reads = { getInputData: 0, getNodeParameter: 0, getCredentials: 0 };
		const context = {
			getMode: () => mode,
			getInputData: () => ((reads.getInputData += 1), items.map(() => ({ json: {} }))),
			getNodeParameter: (name: string, index: number, otherwise: unknown) => (
				(reads.getNodeParameter += 1),
				parameters[index]?.[name] ?? otherwise
			),
			getCredentials: async () => ((reads.getCredentials += 1), { ...secrets, allowKycSimulator: allowed }),
			getNode: () => node,
			continueOnFail: () => continues,
			helpers: {
				httpRequest: async (request: Request) => {
					requests.push(request);
					if (reply instanceof Error) throw Object.assign(reply, { config: request });
					const body = typeof reply.body === 'string' ? reply.body : reply.body(request);
					return { statusCode: reply.status, headers: {}, body: Readable.from([Buffer.from(body)]) };
				},
			},
		} as unknown as IExecuteFunctions;
		const outcome = await simulator.execute.call(context).then(
			([put = []]) => ({ items: put, error: null }),
			(error: NodeOperationError) => ({ items: [], error }),
		);
		return { ...outcome, secrets, reads };
	}

	test('is connected as every n8n knows it', () => {
		expect([description.inputs, description.outputs]).toEqual([['main'], ['main']]);
	});

	test.each(['trigger', 'webhook', 'retry', 'integrated', 'error', 'cli', 'internal', 'evaluation', 'chat', 'agent'])(
		'does not run in the mode %s, whatever its settings: nobody is there who wanted it',
		async (mode) => {
			for (const continues of [false, true]) {
				const { error, reads } = await execute([{ url }], { mode, continues });
				expect(error).toBeInstanceOf(NodeOperationError);
				expect(error?.message).toBe('The KYC Simulator runs only when a person executes it');
				expect(error?.description).toContain('Click Execute step on this node');
				expect(reads).toEqual({ getInputData: 0, getNodeParameter: 0, getCredentials: 0 });
			}
			expect(requests).toEqual([]);
		},
	);

	test.each([false, null, '', 'true', 1])('sends nothing when the switch of the credential is %j', async (allowed) => {
		const { error } = await execute([{ url }], { allowed });
		expect(error?.message).toContain('switch on "Allow KYC Simulator"');
		expect(error?.description).toContain('can then send false approvals');
		const { items } = await execute([{ url }], { allowed, continues: true });
		expect(items).toEqual([
			{ json: { error: expect.stringMatching(/"Allow KYC Simulator".*approvals/) }, pairedItem: { item: 0 } },
		]);
		expect(requests).toEqual([]);
	});

	test('sends to the address that the user typed, and follows no redirect', async () => {
		const { secrets } = await execute([{ url: ` ${url} ` }]);
		expect(requests).toEqual([
			expect.objectContaining({
				method: 'POST',
				url,
				disableFollowRedirect: true,
				ignoreHttpStatusErrors: true,
				encoding: 'stream',
				abortSignal: expect.any(AbortSignal),
			}),
		]);
		const { headers, body } = requests[0]!;
		acceptedEvent(await deliver(trusthub.provider, secrets, { headers, body }));
	});

	test('says first whether the answer is as expected, then what was answered, expected and sent; no secret', async () => {
		const { items, secrets } = await execute([{ url }]);
		expect(items).toEqual([
			{
				json: {
					asExpected: true,
					answer: { status: 200, body: { result: 'accepted', events: 1 } },
					expected: { result: 'accepted', statuses: ['approved'] },
					sent: {
						url,
						contentType: 'application/json',
						headers: { 'X-Signature': expect.stringMatching(/^.{4}…$/) },
						body: requests[0]?.body.toString(),
					},
				},
				pairedItem: { item: 0 },
			},
		]);
		expect(Object.keys(items[0]!.json)).toEqual(['asExpected', 'answer', 'expected', 'sent']);
		expect(JSON.stringify(items)).not.toContain(secrets.apiPassword);
		expect(JSON.stringify(items)).not.toContain(requests[0]?.headers['X-Signature']);
	});

	test('shows nothing that could be sent again, even if the server repeats it', async () => {
		const repeat = ({ headers, body }: Request) => JSON.stringify({ result: 'accepted', headers, data: String(body) });
		for (const samples of [trusthub, truora]) {
			const { items } = await execute([{ url }], { samples, reply: { status: 200, body: repeat } });
			const told = JSON.stringify(items);
			const { headers, body } = requests.at(-1)!;
			const proof = headers['X-Signature'] ?? String(body).split('.')[2];
			expect(proof).toMatch(/^[\w+/=-]{40,}$/);
			expect(told).not.toContain(proof);
			expect(told).toContain('"asExpected":false');
		}
	});

	test('takes the answer of a trigger that waits for the last node', async () => {
		const { items } = await execute([{ url }], { reply: { status: 200, body: '' } });
		expect(items[0]?.json).toMatchObject({ asExpected: true, answer: { status: 200, body: '' } });
	});

	test('fails when a delivery without a fault is not accepted, and says what was answered', async () => {
		const { error } = await execute([{ url }], { reply: refused });
		expect(error).toBeInstanceOf(NodeOperationError);
		expect(error?.message).toBe('Not accepted: the answer is 401 signature_mismatch.');
		expect(error?.description).toBe('Compare them.');
		const { items } = await execute([{ url }], { reply: refused, continues: true });
		expect(items).toEqual([
			{
				json: { error: 'Not accepted: the answer is 401 signature_mismatch. Compare them.' },
				pairedItem: { item: 0 },
			},
		]);
		const ignored = await execute([{ url }], { reply: { status: 200, body: '{"result":"ignored"}' } });
		expect(ignored.error?.message).toBe('Not accepted: the answer is 200 ignored.');
	});

	test('a delivery with a fault is as expected when it is refused, and does not fail when it is not', async () => {
		const faulty = { url, fault: 'wrongSecret' };
		const { items } = await execute([faulty], { reply: refused });
		expect(items[0]?.json).toMatchObject({
			asExpected: true,
			expected: { result: 'refused', status: 401, code: 'signature_mismatch' },
		});
		expect((await execute([faulty], { reply: accepted })).items[0]?.json).toMatchObject({ asExpected: false });
		const stale = await execute([{ url, fault: 'staleTimestamp' }], { samples: truora, reply: accepted });
		expect(stale.items[0]?.json).toMatchObject({
			asExpected: false,
			expected: { code: 'timestamp_outside_tolerance', condition: 'if Tolerance is set in the trigger' },
		});
	});

	test("shows nothing of an answer that is no trigger's", async () => {
		const { items } = await execute([{ url, fault: 'wrongSecret' }], {
			reply: { status: 500, body: `\u001b[2J${'x'.repeat(100_000)}` },
		});
		const body = 'not the answer of a trigger: more than 65536 bytes, not shown';
		expect(items[0]!.json).toMatchObject({ asExpected: false, answer: { status: 500, body } });
		const { error } = await execute([{ url }], { reply: { status: 404, body: '{"code":404,"hint":"Click."}' } });
		expect(error?.message).toBe('Not accepted: the answer is 404.');
		expect(error?.description).toContain('the workflow is not published');
	});

	describe('the password of a URL', () => {
		const typed = 'https://jane:s3cret-word@n8n.example.com/webhook/x';
		const basic = Buffer.from('jane:s3cret-word').toString('base64');
		const untold = (told: unknown) => {
			for (const secret of ['s3cret-word', basic]) expect(inspect(told, { depth: 20 })).not.toContain(secret);
		};

		test('is sent as what it is, and put out nowhere', async () => {
			const repeat = ({ headers }: Request) => JSON.stringify({ result: 'accepted', events: 1, headers });
			const { items } = await execute([{ url: typed }], { reply: { status: 200, body: repeat } });
			expect(requests[0]).toMatchObject({ url, headers: { authorization: `Basic ${basic}` } });
			expect(items[0]?.json).toMatchObject({ asExpected: true, sent: { url } });
			untold(items);
		});

		test('stands in no error, nor does the signature of what could not be sent', async () => {
			const { error } = await execute([{ url: typed }], { reply: new Error('socket hang up') });
			expect(error?.message).toBe(`There is no answer from ${url}: socket hang up.`);
			untold(error);
			expect(inspect(error, { depth: 20 })).not.toContain(requests[0]?.headers['X-Signature']);
			untold((await execute([{ url: typed }], { reply: refused })).error);
		});
	});

	test('goes on with the next item after an error, where the user wants that', async () => {
		const items = [{ url: 'nowhere' }, { url }];
		const { items: sent } = await execute(items, { continues: true });
		expect(sent.map(({ json, pairedItem }) => [json.error ?? 'sent', pairedItem])).toEqual([
			[expect.stringContaining('The URL'), { item: 0 }],
			['sent', { item: 1 }],
		]);
		expect((await execute(items)).error?.message).toContain('The URL');
	});
});
