import { readFile } from 'node:fs/promises';
import type { JsonObject } from '../../webhook/json';
import { until } from '../host/poll.mjs';
import { allSamples } from '../support/providers';
import {
	type ExampleNode,
	hasServers,
	imported,
	mailServer,
	payloadOf,
	rows,
	samplesOf,
	secrets,
	send,
	startExamples,
	stopExamples,
	succeeded,
} from './exampleHost';
import { post } from './n8n';

beforeAll(startExamples, 300_000);
afterAll(stopExamples, 60_000);

describe('the example pending-wait-remind, with seconds for a day', () => {
	/** What Persona tells of one inquiry. */
	const told = (status: 'pending' | 'approved', inquiry: string): JsonObject => {
		const text = JSON.stringify(payloadOf(samplesOf('persona'), status)).replace(/inq_\w+/g, inquiry);
		return JSON.parse(text.replaceAll('inquiry.completed', 'inquiry.started').replaceAll('"completed"', '"pending"'));
	};

	it('reminds the one who did nothing, and neither the one who was approved meanwhile nor the one in review', async () => {
		const provider = samplesOf('persona');
		const example = await imported('pending-wait-remind', (node) =>
			node.type === 'n8n-nodes-base.wait'
				? { ...node, parameters: { ...node.parameters, amount: 6, unit: 'seconds' } }
				: node,
		);
		await example.runByHand();
		await example.publish();
		const url = example.urlOf('n8n-nodes-kyc.personaTrigger');
		expect((await send(provider, url, told('pending', 'inq_idle'))).body.result).toBe('accepted');
		expect((await send(provider, url, told('pending', 'inq_busy'))).body.result).toBe('accepted');
		expect((await send(provider, url, told('approved', 'inq_busy'))).body.result).toBe('accepted');
		expect((await send(provider, url, payloadOf(provider, 'pending'))).body.result).toBe('accepted');
		await succeeded(example.id, 5);
		await until(async () => mailServer.messages.length > 0, { timeout: 20_000, otherwise: () => 'No e-mail came.' });
		expect(mailServer.messages).toHaveLength(1);
		expect(mailServer.messages[0]).toMatch(/^To: \S+@\S+/m);
		expect(mailServer.messages[0]).toMatch(/^Subject: Please complete your identity verification/m);
		expect(mailServer.messages[0]).toMatch(/Your reference: ./);
	});
});

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

	// Two Debian packages that a machine may not have.
	const withPostgres = hasServers ? it : it.skip;
	withPostgres(
		'makes one row of every event, also when it comes twice (needs redis-server and postgresql)',
		async () => {
			const example = await imported('all-providers-postgres', (node) =>
				node.type.startsWith('n8n-nodes-kyc.')
					? { ...node, parameters: { ...node.parameters, options: { ignoreDuplicates: false } } }
					: node,
			);
			await example.runByHand();
			await example.publish();
			const sent = [];
			for (const provider of allSamples) {
				const { type } = provider.provider.credential;
				const url = example.urlOf(`n8n-nodes-kyc.${type.replace(/WebhookApi$/, 'Trigger')}`);
				const delivery = await provider.seal(payloadOf(provider, 'approved'), secrets.get(type) ?? {}, Date.now());
				for (let copy = 0; copy < 2; copy++) expect((await post(url, delivery)).body.result).toBe('accepted');
				sent.push(`${provider.provider.id} approved`);
			}
			await succeeded(example.id, 1 + 2 * allSamples.length);
			expect(await rows(example.id)).toEqual(sent.sort());
		},
		120_000,
	);
});
