import { during } from '../../test/host/progress.mjs';
import { cpuMicrosecondsOf } from '../lib/cpu.mjs';
import { eventsIn, received } from '../lib/deliveries.mjs';
import { ratio, rotated, spread } from '../lib/statistics.mjs';
import { Subject } from '../lib/subject.mjs';
import { figure, withSpread } from '../lib/text.mjs';

const BYTES = 2048;
/** Turns of each round in which a delivery is the first one with its secrets. */
const NEWCOMERS = 5;

/**
 * CPU time of what this package does with a delivery, n8n left out.
 * @param {import('../lib/context.mjs').Context} context
 * @returns {Promise<import('../lib/text.mjs').Table[]>}
 */
export async function inside({ providers, rounds, effort }) {
	const calls = effort(2000);
	const sides = [];
	for (const { samples } of providers) {
		sides.push({ samples, subject: await Subject.of(samples, BYTES), first: [], second: [] });
	}
	await during('Inside the node', async () => {
		for (let round = -1; round < rounds; round++) {
			for (const { samples, subject, first, second } of rotated(sides, round + 1)) {
				await subject.measure(calls, round >= 0);
				for (let turn = 0; turn < NEWCOMERS; turn++) {
					const [once, again] = await newcomer(samples);
					first.push(once);
					second.push(again);
				}
			}
		}
	});
	return [
		{
			caption: 'CPU time in microseconds, all threads, for one delivery of 2 KiB:',
			titles: ['', 'authenticate + read', 'HMAC + JSON.parse alone', 'ratio', 'first with new secrets', 'second'],
			rows: sides.map(({ samples, subject: { own, bare }, first, second }) => [
				samples.provider.displayName,
				withSpread(spread(own)),
				withSpread(spread(bare)),
				figure(ratio(own, bare).median),
				figure(spread(first).median),
				figure(spread(second).median),
			]),
		},
	];
}

/** @returns {Promise<[number, number]>} microseconds of the first and of the second delivery with new secrets */
async function newcomer(samples) {
	const { provider } = samples;
	const secrets = samples.newSecrets();
	const delivery = received(await samples.seal(samples.samples[0].create({}), secrets, Date.now()));
	const time = () => cpuMicrosecondsOf(1, () => eventsIn(provider, delivery, secrets));
	return [await time(), await time()];
}
