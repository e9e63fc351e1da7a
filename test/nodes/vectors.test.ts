import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { humanos } from '../../nodes/Humanos/humanos';
import { passbase } from '../../nodes/Passbase/passbase';
import { truora } from '../../nodes/Truora/truora';
import { trusthub } from '../../nodes/Trusthub/trusthub';
import { trustSwiftly } from '../../nodes/TrustSwiftly/trustSwiftly';
import type { RefusalCode } from '../../webhook/refusal';
import type { Provider } from '../../webhook/provider';
import { acceptedEvents, deliver, expectRefusal, NOW, type Sent } from '../support/reception';

/** A delivery that another program made. */
interface Vector extends Sent {
	readonly credential: Readonly<Record<string, string>>;
	readonly body: string;
	/** What is encrypted or in the token; for Truora, the events. */
	readonly plaintext?: unknown;
	/** Unix seconds at which a signed time is fresh. */
	readonly now?: number;
}

/** With the outcome of each delivery, and how one that was tampered with is refused. */
const suites: ReadonlyArray<readonly [Provider, RefusalCode, ReadonlyArray<readonly string[]>]> = [
	[trusthub, 'signature_mismatch', [['approved null'], ['pending in_review'], ['rejected declined']]],
	[
		trustSwiftly,
		'signature_mismatch',
		[['pending partial'], ['approved null'], ['rejected declined'], ['approved null']],
	],
	[
		humanos,
		'signature_mismatch',
		[['approved null'], ['rejected fraud'], ['rejected declined'], ['other delivery_failed']],
	],
	[
		passbase,
		'decryption_failed',
		[['pending in_review'], ['approved null'], ['rejected declined'], ['other notification']],
	],
	[truora, 'signature_mismatch', [['approved null'], ['rejected declined', 'pending partial'], ['other expired']]],
];

describe.each(suites.map((suite) => [suite[0].displayName, ...suite] as const))(
	'the check vectors of %s',
	(_, ...suite) => {
		const [provider, code, outcomes] = suite;
		const file = join(__dirname, '..', 'vectors', `${provider.id}.json`);
		const vectors = JSON.parse(readFileSync(file, 'utf8')) as Vector[];
		const receive = (vector: Vector, changes: Partial<Vector> = {}) => {
			const now = vector.now === undefined ? NOW : vector.now * 1000;
			return deliver(provider, vector.credential, { ...vector, ...changes }, { now });
		};

		test('are as many as there are outcomes', () => {
			expect(vectors).toHaveLength(outcomes.length);
		});

		test.each(vectors.map((vector, index) => [outcomes[index]?.join(', ') ?? '', index, vector] as const))(
			'are authentic and mean %s (number %i)',
			async (meaning, _, vector) => {
				const events = acceptedEvents(await receive(vector));
				expect(events.map(({ status, reason }) => `${status} ${reason}`).join(', ')).toBe(meaning);
				const plaintexts: unknown = vector.plaintext ?? JSON.parse(vector.body);
				const payloads = events.map(({ payload }) => payload);
				expect(payloads).toStrictEqual(Array.isArray(plaintexts) ? plaintexts : [plaintexts]);
			},
		);

		test('are refused with a letter changed, and under another credential', async () => {
			for (const vector of vectors) {
				const untold = Object.values(vector.credential);
				const at = Math.floor(vector.body.length / 2);
				const letter = vector.body[at] === 'A' ? 'B' : 'A';
				const body = vector.body.slice(0, at) + letter + vector.body.slice(at + 1);
				expectRefusal(await receive(vector, { body }), code, untold);
				const [name = '', secret = ''] = Object.entries(vector.credential)[0] ?? [];
				const credential = { ...vector.credential, [name]: (secret.startsWith('A') ? 'B' : 'A') + secret.slice(1) };
				expectRefusal(await receive({ ...vector, credential }), code, untold);
			}
		});
	},
);
