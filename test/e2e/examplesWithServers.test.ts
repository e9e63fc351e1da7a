import { readFile } from 'node:fs/promises';
import type { KycEvent } from '../../webhook/event';
import type { JsonObject } from '../../webhook/json';
import { until } from '../host/poll.mjs';
import { allSamples } from '../support/providers';
import {
	type ExampleNode,
	hasServers,
	imported,
	mailServer,
	payloadOf,
	PERSON,
	rows,
	samplesOf,
	secrets,
	send,
	startExamples,
	stopExamples,
	succeeded,
} from './exampleHost';
import { post } from './n8n';

beforeAll(startExamples);
afterAll(stopExamples);

describe('the example pending-wait-remind, with seconds for a day', () => {
	const provider = samplesOf('persona');
	const started = { event: 'inquiry.started', status: 'pending', minute: '05' };
	const created = { event: 'inquiry.created', status: 'created', minute: '04' };
	const inReview = { event: 'inquiry.completed', status: 'completed', minute: '06' };
	const approved = { event: 'inquiry.approved', status: 'approved', minute: '07' };

	/** What Persona tells of one inquiry. */
	function told(inquiry: string, { event, status, minute }: typeof started, email = PERSON.subject.email): JsonObject {
		const text = JSON.stringify(payloadOf(provider, 'approved', { subject: { email, name: 'Typed Name' } }))
			.replace(/inq_\w+/g, inquiry)
			.replaceAll('inquiry.approved', event)
			.replaceAll('"approved"', `"${status}"`)
			.replace(/"created-at":"[^"]+"/g, `"created-at":"2026-03-04T05:${minute}:00.000Z"`);
		return JSON.parse(text);
	}

	it('reminds whoever did nothing, and nobody who was approved meanwhile or is in review', async () => {
		const example = await imported('pending-wait-remind', (node) =>
			node.type === 'n8n-nodes-base.wait'
				? { ...node, parameters: { ...node.parameters, amount: 6, unit: 'seconds' } }
				: node,
		);
		await example.runByHand();
		await example.publish();
		const url = example.urlOf('n8n-nodes-kyc.personaTrigger');
		const deliveries = [
			told('inq_idle', started),
			// Too late to be news.
			told('inq_idle', created),
			told('inq_busy', started),
			told('inq_busy', approved),
			told('inq_reviewed', inReview),
			told('inq_list', started, 'one@example.com, two@example.com'),
		];
		for (const payload of deliveries) {
			expect((await send(provider, url, payload)).body).toEqual({ result: 'accepted', events: 1 });
		}
		await succeeded(example.id, 1 + deliveries.length);
		expect((await example.itemsAt('Persona Trigger')).map(({ reason }) => reason)).toContain('outdated');
		await until(async () => mailServer.messages.length > 0, { otherwise: () => 'No e-mail came.' });
		expect(mailServer.messages).toHaveLength(1);
		expect(mailServer.messages[0]).toMatch(/^To: person@example\.com\r?$/m);
		expect(mailServer.messages[0]).toMatch(/^Subject: Please complete your identity verification/m);
		expect(mailServer.messages[0]).toMatch(/Your reference: inq_idle/);
		expect(mailServer.messages[0]).not.toMatch(/Typed|customer-7/);
	});
});

// Two Debian packages that a machine may not have.
const withServers = hasServers ? it : it.skip;

describe('the example all-providers-postgres, with a real PostgreSQL', () => {
	it('has a trigger for every provider of this package', async () => {
		const { nodes } = JSON.parse(await readFile('examples/all-providers-postgres.json', 'utf8'));
		const types = (nodes as ExampleNode[]).map(({ type }) => type);
		expect(types).toEqual(
			expect.arrayContaining(
				allSamples.map(({ provider }) => `n8n-nodes-kyc.${provider.credential.type.replace(/WebhookApi$/, 'Trigger')}`),
			),
		);
	});

	withServers(
		'makes one row of every event, also when it comes twice (needs redis-server and postgresql)',
		async () => {
			const example = await imported('all-providers-postgres', keepDuplicates);
			await example.runByHand();
			await example.publish();
			const triggers = [];
			for (const provider of allSamples) {
				const { type } = provider.provider.credential;
				const url = example.urlOf(`n8n-nodes-kyc.${type.replace(/WebhookApi$/, 'Trigger')}`);
				const delivery = await provider.seal(payloadOf(provider, 'approved'), secrets.get(type) ?? {}, Date.now());
				for (let copy = 0; copy < 2; copy++) expect((await post(url, delivery)).body.result).toBe('accepted');
				triggers.push(`${provider.provider.displayName} Trigger`);
			}
			await succeeded(example.id, 1 + 2 * allSamples.length);
			const items = (await Promise.all(triggers.map((name) => example.itemsAt(name)))).flat();
			expect(items).toHaveLength(2 * allSamples.length);
			const stored = await rows(example.id);
			expect(stored.map(({ provider }) => provider).sort()).toEqual(
				allSamples.map(({ provider }) => provider.id).sort(),
			);
			for (const row of stored) expect(items.map(columnsOf)).toContainEqual(row);
			expect(stored.map(({ environment }) => environment)).toEqual(expect.arrayContaining(['live', null]));
			expect(stored.map(({ subject_type }) => subject_type)).toEqual(expect.arrayContaining(['person', null]));
		},
	);

	/** An item as the table has it: each field in a column of its name. */
	function columnsOf({ subject, check: _, ...event }: KycEvent): JsonObject {
		const ofSubject = Object.entries(subject).map(([name, value]) => [`subject_${name}`, value] as const);
		const fields = [...Object.entries(event), ...ofSubject];
		return Object.fromEntries(
			fields.map(([name, value]) => [name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), value]),
		);
	}
});

describe('the examples that let each event through once', () => {
	withServers.each(['postgres', 'redis'])(
		'do so with %s, apart for each workflow, on the branch of its status (needs redis-server and postgresql)',
		async (store) => {
			const provider = samplesOf('truora');
			const { type } = provider.provider.credential;
			const examples = [
				await imported(`redelivery-proof-${store}`, keepDuplicates),
				await imported(`redelivery-proof-${store}`, keepDuplicates),
			];
			const byHand = store === 'postgres' ? 1 : 0;
			if (byHand) await examples[0]?.runByHand();
			for (const { publish } of examples) await publish();
			const statuses = ['approved', 'rejected'];
			for (const status of statuses) {
				const delivery = await provider.seal(payloadOf(provider, status), secrets.get(type) ?? {}, Date.now());
				for (const { urlOf } of [...examples, ...examples]) {
					expect((await post(urlOf('n8n-nodes-kyc.truoraTrigger'), delivery)).body.result).toBe('accepted');
				}
			}
			for (const [index, { id, itemsAt }] of examples.entries()) {
				await succeeded(id, (index === 0 ? byHand : 0) + 2 * statuses.length);
				const through = ['Other', 'Approved', 'Rejected', 'Pending'].map(itemsAt);
				expect((await Promise.all(through)).map((items) => items.map(({ status }) => status))).toEqual([
					[],
					['approved'],
					['rejected'],
					[],
				]);
			}
		},
	);
});

/** Has the triggers themselves let each event through as often as it comes. */
function keepDuplicates(node: ExampleNode): ExampleNode {
	if (!node.type.startsWith('n8n-nodes-kyc.')) return node;
	return { ...node, parameters: { ...node.parameters, options: { includePayload: false, ignoreDuplicates: false } } };
}
