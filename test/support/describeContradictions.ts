import fc from 'fast-check';
import type { KycEvent } from '../../webhook/event';
import type { JsonObject } from '../../webhook/json';
import { type Path, withValue } from './payloads';

/** The same values each time, unless others are asked for. */
const SEED = Number(process.env.FUZZ_SEED ?? 20260304);

interface Example {
	/** What the authentic payload comes out as. */
	readonly eventOf: (payload: JsonObject) => Promise<KycEvent>;
	/** A payload that approves the person, live. */
	readonly approving: JsonObject;
	/** Every field that has a say in it, with the values that say yes too (null, or as the provider writes it). */
	readonly deciding: readonly { readonly path: Path; readonly agreeing: readonly unknown[] }[];
	/** The provider's words for anything but yes. */
	readonly refusing: readonly string[];
}

/** Nobody is approved by a payload that contradicts itself, whatever stands in any one field that decides. */
export function describeContradictions({ eventOf, approving, deciding, refusing }: Example): void {
	const anotherType = fc.oneof(
		fc.boolean(),
		fc.integer(),
		fc.double({ noDefaultInfinity: true, noNaN: true }),
		fc.array(fc.oneof(fc.string(), fc.constantFrom('approved', ...refusing)), { maxLength: 3 }),
		fc.dictionary(fc.string(), fc.constantFrom('approved', ...refusing), { maxKeys: 3 }),
	);

	describe('a payload that contradicts itself', () => {
		test('is what it is compared with: approved', async () => {
			expect((await eventOf(approving)).status).toBe('approved');
		});

		test.each(deciding.map((field) => [field.path.join('.'), field] as const))(
			'approves nobody: %s',
			async (_, { path, agreeing }) => {
				for (const agreed of agreeing) {
					expect((await eventOf(withValue(approving, path, agreed))).status).toBe('approved');
				}
				const agrees = new Set(agreeing.map((one) => JSON.stringify(one)));
				const approvesNobody = async (other: unknown) => {
					if (agrees.has(JSON.stringify(other))) return;
					const { status } = await eventOf(withValue(approving, path, other));
					if (status === 'approved') throw new Error(`approved by ${JSON.stringify(other)}`);
				};
				for (const word of ['', ...refusing]) await approvesNobody(word);
				const runs = { seed: SEED, numRuns: 150 };
				await fc.assert(fc.asyncProperty(fc.oneof(fc.string(), anotherType), approvesNobody), runs);
			},
		);
	});
}
