import { during } from '../../test/host/progress.mjs';
import { deliveriesOf, received } from '../lib/deliveries.mjs';
import { pairedDifference, spread } from '../lib/statistics.mjs';
import { figure } from '../lib/text.mjs';

const BYTES = 2048;
const CALLS = 10_000;
/** The first and the last byte of a digest. */
const BYTES_WRONG = [0, 31];
const WARM_UP = 2000;
/** SHA-256 as text: 64 hexadecimal digits, or base64 of 32 bytes. */
const DIGEST = /\b(?<hex>[0-9a-f]{64})\b|(?<base64>[0-9A-Za-z+/]{43}=)/;

/**
 * Does a refusal take longer for a better guess? Digests that are wrong in their first byte only and in their last byte
 * only, in turn, of every provider that puts one into a header.
 * @param {import('../lib/context.mjs').Context} context
 * @returns {Promise<import('../lib/text.mjs').Table[]>}
 */
export async function timing({ providers, effort }) {
	const rows = [];
	await during('Timing of refusals', async () => {
		for (const { samples } of providers) {
			const { provider } = samples;
			const { secrets, next } = await deliveriesOf(samples, BYTES);
			const clock = { now: Date.now(), tolerance: provider.tolerance ?? 0 };
			const refuse = async (one) => {
				const started = process.hrtime.bigint();
				const { code } = await provider.authenticate(one, secrets, clock);
				const nanoseconds = Number(process.hrtime.bigint() - started);
				if (code !== 'signature_mismatch') throw new Error(`${provider.displayName} answered ${code}.`);
				return nanoseconds;
			};
			// All are made before the first is timed, each pair of a delivery of its own: what the processor has learned of
			// one digest must not make the next one faster. Which of a pair comes first changes at random.
			const pairs = [];
			for (let index = 0; index < WARM_UP + effort(CALLS); index++) {
				const delivery = received(await next());
				const pair = inRandomOrder(BYTES_WRONG).map((byte) => ({ byte, forged: withWrongByte(delivery, byte) }));
				if (pair.every(({ forged }) => forged)) pairs.push(pair);
				else break;
			}
			if (pairs.length === 0) continue;
			const times = new Map(BYTES_WRONG.map((byte) => [byte, []]));
			for (const [index, pair] of pairs.entries()) {
				for (const { byte, forged } of inRandomOrder(pair)) {
					const nanoseconds = await refuse(forged);
					if (index >= WARM_UP) times.get(byte).push(nanoseconds);
				}
			}
			const [first, last] = BYTES_WRONG.map((byte) => times.get(byte));
			const { difference, t } = pairedDifference(first, last);
			const medians = [first, last].map((side) => figure(spread(side).median / 1000));
			rows.push([provider.displayName, ...medians, figure(difference), figure(t)]);
		}
	});
	return [
		{
			caption: `Refusal of a wrong digest, ${effort(CALLS)} pairs of calls:`,
			titles: ['', 'first byte wrong, µs', 'last byte wrong, µs', 'mean difference, ns', 't'],
			rows,
		},
	];
}

/** @returns {import('../../webhook/provider').Delivery | null} null where no header holds a digest */
function withWrongByte(delivery, byte) {
	for (const [name, value] of Object.entries(delivery.headers)) {
		const match = DIGEST.exec(value);
		if (!match) continue;
		const encoding = match.groups.hex ? 'hex' : 'base64';
		const digest = Buffer.from(match[0], encoding);
		digest[byte] ^= 1 + Math.floor(Math.random() * 255);
		const headers = { ...delivery.headers, [name]: value.replace(match[0], digest.toString(encoding)) };
		return { ...delivery, headers };
	}
	return null;
}

/** @template T @param {T[]} pair @returns {T[]} */
const inRandomOrder = (pair) => (Math.random() < 0.5 ? pair : pair.toReversed());
