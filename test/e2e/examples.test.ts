import type { JsonObject } from '../../webhook/json';
import {
	imported,
	payloadOf,
	PERSON,
	samplesOf,
	send,
	startExamples,
	stopExamples,
	succeeded,
	thirdParties,
} from './exampleHost';
import { post } from './n8n';

beforeAll(startExamples);
afterAll(stopExamples);

function slackTexts(): string[] {
	const calls = thirdParties.calls.filter(({ host }) => host === 'slack.com');
	return calls.map(({ body }) => (body as { text: string }).text);
}

/** n8n's own HubSpot, Slack and Zendesk nodes talk to a proxy on this machine that takes the place of all three. */
describe('an example, imported and published, with its own nodes and the third parties replaced', () => {
	beforeEach(() => thirdParties.calls.splice(0));

	it('approved-hubspot-slack updates the contact that your reference names, whatever e-mail address was typed', async () => {
		const provider = samplesOf('trust-swiftly');
		const example = await imported('approved-hubspot-slack');
		await example.publish();
		const url = example.urlOf('n8n-nodes-kyc.trustSwiftlyTrigger');
		expect((await send(provider, url, payloadOf(provider, 'rejected'))).body).toEqual({ result: 'ignored' });

		const subject = { id: 'user-1', email: 'another.contact@example.com', name: 'Somebody Else' };
		const payload = payloadOf(provider, 'approved', { externalId: '501', subject });
		expect((await send(provider, url, payload)).body).toEqual({ result: 'accepted', events: 1 });
		await succeeded(example.id, 1);
		expect(thirdParties.calls).toEqual([
			{
				host: 'api.hubapi.com',
				method: 'PATCH',
				path: '/crm/v3/objects/contacts/501',
				authorization: 'Bearer hubspot-service-key',
				body: {
					properties: { kyc_status: 'approved', kyc_verification_id: 'user-1', kyc_provider: 'trust-swiftly' },
				},
			},
			{
				host: 'slack.com',
				method: 'POST',
				path: '/api/chat.postMessage',
				authorization: 'Bearer slack-bot-key',
				body: expect.objectContaining({
					channel: '#onboarding',
					text: ':white_check_mark: HubSpot contact 501 was approved by trust-swiftly (verification user-1).',
				}),
			},
		]);
	});

	it('approved-hubspot-slack updates nobody without the ID of a contact, and tells the team', async () => {
		const provider = samplesOf('trust-swiftly');
		const example = await imported('approved-hubspot-slack');
		await example.publish();
		const references = [
			null,
			'customer-17',
			'person@example.com',
			'501?idProperty=email',
			'../contacts/501',
			'-501',
			'501.0',
			'501\n',
			'<!channel>',
		];
		for (const reference of references) {
			const { data, ...payload } = payloadOf(provider, 'approved', { subject: { id: 'user-1' } });
			const told = { ...payload, data: { ...(data as JsonObject), reference_id: reference } };
			const { body } = await send(provider, example.urlOf('n8n-nodes-kyc.trustSwiftlyTrigger'), told);
			expect(body).toEqual({ result: 'accepted', events: 1 });
		}
		await succeeded(example.id, references.length);
		expect(new Set(thirdParties.calls.map(({ host }) => host))).toEqual(new Set(['slack.com']));
		const warning =
			':warning: trust-swiftly approved verification user-1, but without a HubSpot contact ID as its reference: no contact was updated.';
		expect(slackTexts()).toEqual(references.map(() => warning));
	});

	it('rejected-slack-zendesk alerts Slack and opens a ticket, and does neither for an approval', async () => {
		const provider = samplesOf('persona');
		const example = await imported('rejected-slack-zendesk');
		await example.publish();
		const url = example.urlOf('n8n-nodes-kyc.personaTrigger');
		expect((await send(provider, url, payloadOf(provider, 'approved'))).body).toEqual({ result: 'ignored' });

		await send(provider, url, payloadOf(provider, 'rejected'));
		await succeeded(example.id, 1);
		expect(thirdParties.calls).toEqual([
			expect.objectContaining({
				host: 'slack.com',
				path: '/api/chat.postMessage',
				body: expect.objectContaining({
					channel: '#kyc-alerts',
					text: expect.stringMatching(
						/^:rotating_light: persona rejected verification inq_\w+ \(declined(, \w+)?\)\.$/,
					),
				}),
			}),
			expect.objectContaining({
				host: 'company.zendesk.com',
				method: 'POST',
				path: '/api/v2/tickets.json',
				authorization: `Basic ${Buffer.from('agent@example.com/token:zendesk-key').toString('base64')}`,
				body: {
					ticket: {
						comment: { body: expect.stringContaining('Provider: persona\nReason: declined') },
						subject: expect.stringMatching(/^Identity verification rejected: ./),
						external_id: expect.stringMatching(/./),
						tags: ['kyc', 'rejected'],
					},
				},
			}),
		]);
	});

	it('refused-slack-alert alerts Slack once for a flood of forged deliveries, and not for an honest one', async () => {
		const provider = samplesOf('persona');
		const example = await imported('refused-slack-alert');
		await example.publish();
		const url = example.urlOf('n8n-nodes-kyc.personaTrigger');
		await send(provider, url, payloadOf(provider, 'approved'));
		await succeeded(example.id, 1);
		expect(thirdParties.calls).toEqual([]);

		const sealed = await provider.seal(payloadOf(provider, 'approved'), provider.newSecrets(), Date.now());
		const forged = { ...sealed, headers: { ...sealed.headers, 'X-Forwarded-For': '203.0.113.7' } };
		const { status, body } = await post(url, forged);
		expect([status, body.code]).toEqual([401, 'signature_mismatch']);
		await succeeded(example.id, 2);
		expect(thirdParties.calls).toEqual([
			expect.objectContaining({
				host: 'slack.com',
				path: '/api/chat.postMessage',
				body: expect.objectContaining({ channel: '#kyc-alerts' }),
			}),
		]);
		expect(slackTexts()[0]?.split('\n')).toEqual([
			':warning: *persona*: refused 1 since the last alert, `signature_mismatch`',
			body.hint,
			expect.stringMatching(
				/^Node "Persona Trigger" of "KYC: refused → Slack alert", last sender `203\.0\.113\.7`, \d\S+Z$/,
			),
			expect.stringMatching(/^\*What to do:\* nothing, if it came once and from nobody you know\. /),
		]);
		expect(forged.body).toContain(PERSON.externalId);
		expect(JSON.stringify(thirdParties.calls)).not.toContain(PERSON.externalId);

		for (let sent = 0; sent < 20; sent++) expect((await post(url, forged)).status).toBe(401);
		await send(provider, url, payloadOf(provider, 'approved'));
		await succeeded(example.id, 3);
		expect(thirdParties.calls).toHaveLength(1);
	});

	it('refused-slack-alert lets no stranger command Slack by what he sends', async () => {
		const example = await imported('refused-slack-alert');
		await example.publish();
		const headers = { 'Persona-Signature': 'made up', 'X-Forwarded-For': '<!channel>' };
		const forged = { contentType: 'application/json', headers, body: '{}' };
		const { body } = await post(example.urlOf('n8n-nodes-kyc.personaTrigger'), forged);
		expect(body.hint).toContain('t=<Unix seconds>');
		await succeeded(example.id, 1);
		expect(slackTexts()).toEqual([expect.stringContaining('last sender without a valid address')]);
		expect(slackTexts()).toEqual([expect.stringContaining('t=&lt;Unix seconds&gt;')]);
		expect(slackTexts().join()).not.toContain('channel');
	});

	it('one-button-per-status sends what each button says, and nothing else', async () => {
		const listening = await imported('pending-wait-remind', (node) =>
			node.type.startsWith('n8n-nodes-kyc.') ? node : { ...node, disabled: true },
		);
		await listening.publish();
		const url = listening.urlOf('n8n-nodes-kyc.personaTrigger');
		const example = await imported('one-button-per-status', (node) => {
			if (node.name !== 'Where To') return node;
			const assignments = { assignments: [{ id: '1', name: 'url', type: 'string', value: url }] };
			return { ...node, parameters: { ...node.parameters, assignments } };
		});
		const buttons = ['Approved', 'Rejected', 'Pending', 'Other'];
		for (const [index, status] of buttons.entries()) {
			await example.executeStep(`Send ${status}`);
			await succeeded(listening.id, index + 1);
			const items = await listening.itemsAt('Persona Trigger');
			expect(items.map((item) => item.status)).toContain(status.toLowerCase());
			expect(items).toHaveLength(index + 1);
		}
	});
});
