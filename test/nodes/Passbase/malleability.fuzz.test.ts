import { passbase } from '../../../nodes/Passbase/passbase';
import { acceptedEvents, deliver } from '../../support/reception';
import { carry, credential, sample, sealed } from './sender';

const BLOCK = 16;
const words = ['approved', 'declined', 'pending'] as const;
const outcomes: Readonly<Record<string, string>> = { approved: 'approved', declined: 'rejected', pending: 'pending' };

const recorded = ['VERIFICATION_COMPLETED', 'VERIFICATION_REVIEWED', 'WATCHLIST_MONITORING'].flatMap((event) =>
	words.map((status) => {
		const payload = { ...sample, event, status };
		const decision = event === 'WATCHLIST_MONITORING' ? 'other' : outcomes[status];
		return { name: `${event} ${status}`, decision, bytes: sealed(JSON.stringify(payload)) };
	}),
);

/** The status that the bytes lead to; null when they are refused. */
async function decisionOf(bytes: Uint8Array): Promise<string | null> {
	const result = await deliver(passbase, credential, carry(bytes));
	if (result.ok) return acceptedEvents(result)[0]?.status ?? null;
	if (result.code !== 'decryption_failed') throw new Error(result.code);
	return null;
}

function flip(bytes: Buffer, bit: number): Buffer {
	const flipped = Buffer.from(bytes);
	flipped.writeUInt8(bytes.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
	return flipped;
}

/** The bytes with an IV that turns the first block of the plaintext, which is known, into another text. */
function rewriteStart(bytes: Buffer, known: string, wanted: string): Buffer {
	const rewritten = Buffer.from(bytes);
	for (let at = 0; at < BLOCK; at++) {
		rewritten.writeUInt8(bytes.readUInt8(at) ^ known.charCodeAt(at) ^ wanted.charCodeAt(at), at);
	}
	return rewritten;
}

describe.each(recorded)('a recorded $name that somebody alters', ({ decision, bytes }) => {
	test('is what it is as long as nobody does', async () => {
		expect(await decisionOf(bytes)).toBe(decision);
	});

	test('is refused with any one bit of it flipped, in the IV as well as behind it', async () => {
		for (let bit = 0; bit < bytes.length * 8; bit++) {
			expect(await decisionOf(flip(bytes, bit))).toBeNull();
		}
	});

	test('is refused with any two bits of one IV byte, or the same bit of two, flipped', async () => {
		for (let bit = 0; bit < BLOCK * 8; bit++) {
			for (const other of [bit ^ 1, bit ^ 5, (bit + 8) % 128, (bit + 80) % 128]) {
				expect(await decisionOf(flip(flip(bytes, bit), other))).toBeNull();
			}
		}
	});

	test('is refused with blocks left out, doubled or in another order', async () => {
		const blocks = Array.from({ length: bytes.length / BLOCK }, (_, i) => bytes.subarray(i * BLOCK, (i + 1) * BLOCK));
		for (let i = 0; i < blocks.length; i++) {
			const swapped = blocks.slice();
			swapped.splice(i, 2, ...blocks.slice(i, i + 2).reverse());
			for (const altered of [
				blocks.toSpliced(i, 1),
				blocks.slice(i),
				blocks.toSpliced(i, 0, bytes.subarray(0, 16)),
				swapped,
			]) {
				const made = Buffer.concat(altered);
				if (!made.equals(bytes)) expect(await decisionOf(made)).toBeNull();
			}
		}
	});
});

describe('who knows the plaintext and chooses the IV', () => {
	const [approved] = recorded.filter(({ name }) => name === 'VERIFICATION_COMPLETED approved');
	const bytes = approved?.bytes ?? Buffer.alloc(0);
	const plaintext = JSON.stringify({ ...sample, status: 'approved' });

	test.each(['{"event":"verifi', '{"event":"REVIEW', '{"event":"______', '{"evenT":"VERIFI', ' {"event":"VERIF'])(
		'cannot start the event with %j',
		async (wanted) => {
			expect(await decisionOf(rewriteStart(bytes, plaintext, wanted))).toBeNull();
		},
	);

	test.each(['{"event":"VERIFI', '{"event":"WATCHL', '{"event":"x","a"', '{"event":"xxxxxx', '{"event":"xxxxx"'])(
		'cannot cut off the first blocks and write %j instead',
		async (wanted) => {
			for (let cut = BLOCK; cut < bytes.length - BLOCK; cut += BLOCK) {
				const altered = rewriteStart(bytes.subarray(cut), plaintext.slice(cut), wanted);
				expect(await decisionOf(altered)).toBeNull();
			}
		},
	);
});
