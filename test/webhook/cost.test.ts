import { MAX_BODY_BYTES } from '../../webhook/body';
import { allSamples } from '../support/providers';
import { deliver, NOW } from '../support/reception';
import { inTime } from '../support/cpu';
import { shapes } from '../support/shapes';

/** A little less than what is taken, for what the shapes add. */
const BYTES = MAX_BODY_BYTES - 1024;

describe.each(allSamples.map((samples) => [samples.provider.displayName, samples] as const))(
	'%s refuses in 50 ms of CPU',
	(_, { provider, newSecrets, samples, seal }) => {
		const secrets = newSecrets();

		it.each(Object.entries(shapes))('a mebibyte of %s', async (__, shapeOf) => {
			const [sample] = samples;
			const { headers } = await seal(sample?.create({}) ?? {}, secrets, NOW);
			const body = Buffer.from(shapeOf(BYTES));
			expect(body.length).toBeLessThanOrEqual(MAX_BODY_BYTES);
			const result = await inTime(() => deliver(provider, secrets, { body, headers }));
			expect(result).toMatchObject({ ok: false });
		});
	},
);
