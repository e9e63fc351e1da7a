import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { statuses } from '../../webhook/event';
import { allSamples } from '../support/providers';
import { deploy, post } from './n8n';

interface Vector {
	readonly credential: Record<string, string>;
	readonly contentType: string;
	readonly headers: Record<string, string>;
	readonly body: string;
}

/** Status and reason of each event of each vector, in the order of the file. */
const expected: Record<string, string[][]> = {
	humanos: [['approved null'], ['rejected fraud'], ['rejected declined'], ['other delivery_failed']],
	passbase: [['pending in_review'], ['approved null'], ['rejected declined'], ['other notification']],
	trusthub: [['approved null'], ['pending in_review'], ['rejected declined']],
	'trust-swiftly': [['pending partial'], ['approved null'], ['rejected declined'], ['approved null']],
	truora: [['approved null'], ['rejected declined', 'pending partial'], ['other expired']],
};

const providers = allSamples.map(({ provider }) => provider).filter(({ id }) => id in expected);

describe.each(providers.map((provider) => [provider.displayName, provider] as const))(
	'deliveries of %s that another program made',
	(_, provider) => {
		it('come out of n8n on the right outputs', async () => {
			const vectors: Vector[] = JSON.parse(
				readFileSync(join(__dirname, '..', 'vectors', `${provider.id}.json`), 'utf8'),
			);
			// Their time is long past: a tolerance of 30 years takes the place of their clock.
			const options = provider.tolerance ? { tolerance: 30 * 365 * 86_400 } : {};
			const trigger = await deploy(provider, vectors[0]?.credential ?? {}, { options });
			for (const vector of vectors) {
				expect(vector.credential).toEqual(vectors[0]?.credential);
				expect(await post(trigger.url, vector)).toMatchObject({ status: 200, body: { result: 'accepted' } });
			}
			const executions = await trigger.events(vectors.length);
			const outcomes = executions.map((outputs) => outputs.flat().map(({ status, reason }) => `${status} ${reason}`));
			expect(outcomes).toEqual(expected[provider.id]);
			for (const outputs of executions) {
				for (const [index, events] of outputs.entries()) {
					expect(events.every((event) => event.status === statuses[index])).toBe(true);
				}
			}
		});
	},
);
