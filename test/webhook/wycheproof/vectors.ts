import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Test vectors of Project Wycheproof, https://github.com/C2SP/wycheproof. */
const FOLDER = join(__dirname, '../../vectors/wycheproof');

interface File<Group> {
	readonly numberOfTests: number;
	readonly testGroups: readonly Group[];
}

interface Vector {
	readonly tcId: number;
	readonly comment: string;
	readonly result: 'valid' | 'invalid' | 'acceptable';
}

interface Group<V extends Vector> {
	readonly tests: readonly V[];
}

interface Suite<V extends Vector, G extends Group<V>> {
	/** Why our function cannot be asked, or null when it can. */
	readonly reasonToLeaveOut: (vector: V, group: G) => string | null;
	/** How many are left out for each reason. */
	readonly leftOut: Readonly<Record<string, number>>;
	readonly used: number;
	/** What our function must do with a vector that is used. */
	readonly check: (vector: V, group: G) => void | Promise<void>;
	/** What it must do with one that is left out, where it can be handed over at all. */
	readonly checkLeftOut?: (vector: V, group: G) => void | Promise<void>;
}

/** Runs our function on each vector of a file that fits its parameters, and counts the others. */
export function describeVectors<V extends Vector, G extends Group<V> = Group<V>>(
	file: string,
	suite: Suite<V, G>,
): void {
	describe(`Wycheproof, ${file}`, () => {
		const { numberOfTests, testGroups } = JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as File<G>;
		const vectors = testGroups.flatMap((group) => group.tests.map((vector) => ({ vector, group })));
		const reasonOf = ({ vector, group }: (typeof vectors)[number]) => suite.reasonToLeaveOut(vector, group);
		const used = vectors.filter((each) => reasonOf(each) === null);
		const others = vectors.filter((each) => reasonOf(each) !== null);

		it.each(used.map(({ vector, group }) => [vector.tcId, vector.comment, vector.result, vector, group] as const))(
			'agrees about %i (%s: %s)',
			async (_, __, ___, vector, group) => {
				await suite.check(vector, group);
			},
		);

		it('accepts none of those that it leaves out', async () => {
			for (const { vector, group } of others) await suite.checkLeftOut?.(vector, group);
		});

		it('uses or leaves out every vector, for one of the named reasons', () => {
			const leftOut: Record<string, number> = {};
			for (const each of others) {
				const reason = reasonOf(each) ?? '';
				leftOut[reason] = (leftOut[reason] ?? 0) + 1;
			}
			expect(leftOut).toEqual(suite.leftOut);
			expect(used).toHaveLength(suite.used);
			expect(used.length + Object.values(leftOut).reduce((sum, count) => sum + count, 0)).toBe(numberOfTests);
			const reasons = Object.entries(leftOut).map(([reason, count]) => `${count} ${reason}`);
			process.stdout.write(
				`Wycheproof ${file}: ${used.length} of ${numberOfTests} used; left out: ${reasons.join('; ') || 'none'}\n`,
			);
		});
	});
}

export const bytes = (hex: string): Buffer => Buffer.from(hex, 'hex');

/** Whether bytes are the UTF-8 of some text. */
export function isText(key: Buffer): boolean {
	return Buffer.from(key.toString('utf8')).equals(key);
}
