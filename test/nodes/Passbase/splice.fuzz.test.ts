import { createHash } from 'node:crypto';
import { passbase } from '../../../nodes/Passbase/passbase';
import type { Authenticated } from '../../../webhook/provider';
import { carry, credential, sample, sealed, sealedQuickly } from './sender';

/**
 * Whoever has recorded deliveries can join their blocks: each block decrypts to what it was, but for the one behind a
 * border, which is garbled to 16 bytes like random ones. No such thing may be believed.
 */

const BLOCK = 16;
const TOTAL = 100_000;

/** The same numbers each time, from 0 up to the limit. */
function numbersOf(seed: string): (limit: number) => number {
	let pool = Buffer.alloc(0);
	let state = createHash('sha256').update(seed).digest();
	return (limit) => {
		if (pool.length < 4) {
			state = createHash('sha256').update(state).digest();
			pool = state;
		}
		const number = pool.readUInt32BE(0);
		pool = pool.subarray(4);
		return number % limit;
	};
}

function uuidOf(seed: string): string {
	const hex = createHash('sha256').update(seed).digest('hex');
	return hex.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** One of somebody's deliveries, with an IV of its own. */
function recordingOf(seed: string, status: string, event = 'VERIFICATION_REVIEWED') {
	const plaintext = JSON.stringify({ ...sample, event, key: uuidOf(seed), status });
	const bytes = sealedQuickly(plaintext, createHash('md5').update(seed).digest());
	return { plaintext, bytes, blocks: blocksOf(bytes) };
}

/** The first is the IV. */
function blocksOf(bytes: Buffer): Buffer[] {
	return Array.from({ length: bytes.length / BLOCK }, (_, at) => bytes.subarray(at * BLOCK, (at + 1) * BLOCK));
}

function xor(...parts: readonly Uint8Array[]): Buffer {
	return Buffer.from(Array.from({ length: BLOCK }, (_, at) => parts.reduce((sum, part) => sum ^ (part[at] ?? 0), 0)));
}

async function authenticate(bytes: Uint8Array): Promise<Authenticated> {
	const rawBody = Buffer.from(carry(bytes).body);
	return await passbase.authenticate(
		{ rawBody, headers: {} },
		{ encryptionSecret: credential.encryptionSecret, previousEncryptionSecret: '' },
		{ now: 0, tolerance: 0 },
	);
}

/** What is believed of the deliveries, other than the recordings as they are. */
async function believed(deliveries: Iterable<Uint8Array>, recordings: readonly { bytes: Buffer }[]) {
	const known = new Set(recordings.map(({ bytes }) => bytes.toString('base64')));
	const found: string[] = [];
	let count = 0;
	for (const bytes of deliveries) {
		if (known.has(Buffer.from(bytes).toString('base64'))) continue;
		count++;
		const result = await authenticate(bytes);
		if (result.ok) found.push(Buffer.from(result.payload).toString());
	}
	return { found, count };
}

const declined = recordingOf('declined', 'declined');
const approved = recordingOf('approved', 'approved', 'VERIFICATION_COMPLETED');
const pairs = [
	[declined, approved],
	[approved, declined],
] as const;

/** The front of one before the back of the other, at every border, with every IV that somebody could choose. */
function* joined(): Generator<Buffer> {
	for (const [front, back] of pairs) {
		for (let end = 1; end <= front.blocks.length; end++) {
			for (let start = 1; start <= back.blocks.length; start++) {
				const joint = Buffer.concat([...front.blocks.slice(1, end), ...back.blocks.slice(start)]);
				const first = end > 1 ? { of: front, at: 1 } : { of: back, at: start };
				for (const iv of ivsFor(first)) yield Buffer.concat([iv, joint]);
			}
		}
	}
}

/** Those of the recordings, and those with which the first block says what the beginning of a recording does. */
function ivsFor({ of, at }: { of: typeof declined; at: number }): Uint8Array[] {
	const before = of.blocks[at - 1] ?? Buffer.alloc(BLOCK);
	const told = Buffer.from(of.plaintext.slice((at - 1) * BLOCK, at * BLOCK));
	const starts = [declined, approved].map(({ plaintext }) => Buffer.from(plaintext.slice(0, BLOCK)));
	return [
		declined.bytes.subarray(0, BLOCK),
		approved.bytes.subarray(0, BLOCK),
		...starts.map((start) => xor(before, told, start)),
	];
}

/** A decline and an approval of many people, exchanged at every border. */
function* exchanged(people: number): Generator<Buffer> {
	const declines = Array.from({ length: people }, (_, index) => recordingOf(`d${index}`, 'declined'));
	const approvals = Array.from({ length: people }, (_, index) => recordingOf(`a${index}`, 'approved'));
	for (const { bytes: front } of declines) {
		for (const { bytes: back } of approvals) {
			for (let cut = BLOCK; cut < front.length; cut += BLOCK) {
				yield Buffer.concat([front.subarray(0, cut), back.subarray(cut)]);
			}
		}
	}
}

/** Any blocks of the two, in any order. */
function* mixed(count: number): Generator<Buffer> {
	const below = numbersOf('blocks');
	const blocks = [...declined.blocks, ...approved.blocks];
	for (let made = 0; made < count; made++) {
		const { bytes } = pairs[below(2)]![0];
		const mix = blocksOf(Buffer.from(bytes));
		for (let changes = 1 + below(4); changes > 0; changes--) mix[below(mix.length)] = blocks[below(blocks.length)]!;
		yield Buffer.concat(mix);
	}
}

test('the recordings are believed as they are', async () => {
	for (const { plaintext, bytes } of [declined, approved]) {
		expect(await authenticate(bytes)).toMatchObject({ ok: true, payload: Buffer.from(plaintext) });
		expect(sealedQuickly(plaintext)).toEqual(sealed(plaintext));
	}
});

test('nothing is that joins two of them at any border', async () => {
	const { found, count } = await believed(joined(), [declined, approved]);
	expect(found).toEqual([]);
	expect(count).toBeGreaterThan(1_000);
});

test(`nothing is of ${TOTAL} that join the deliveries of many people, or mix their blocks`, async () => {
	const exchanges = await believed(exchanged(85), []);
	expect(exchanges.found).toEqual([]);
	const mixes = await believed(mixed(30_000), [declined, approved]);
	expect(mixes.found).toEqual([]);
	expect(exchanges.count + mixes.count).toBeGreaterThan(TOTAL);
});
