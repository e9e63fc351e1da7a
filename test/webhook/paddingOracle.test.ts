import { randomBytes } from 'node:crypto';
import { passbase } from '../../nodes/Passbase/passbase';
import type { Result } from '../../webhook/receive';
import { encryptCbc, encryptCbcUnpadded } from '../support/crypto';
import { deliver, expectRefusal } from '../support/reception';

/**
 * Who can tell one failed decryption from another reads and forges what is encrypted with CBC
 * (S. Vaudenay, "Security Flaws Induced by CBC Padding", 2002): so nobody must be able to.
 */

const secret = 'a 32 byte long encryption secret';
const iv = randomBytes(16);
const event = {
	...{ event: 'VERIFICATION_REVIEWED', key: '0cb80598-22f7-3943-eec4-3c66ada92254', status: 'approved' },
	...{ created: 1582628711, updated: 1582628999, processed: 1582628999 },
};
const authentic = encryptCbc(secret, iv, JSON.stringify(event));

const post = (body: string | Uint8Array, credential: object = { encryptionSecret: secret }): Promise<Result> =>
	deliver(passbase, credential as Record<string, unknown>, { body });
const base64 = (...parts: readonly Uint8Array[]) => Buffer.concat(parts).toString('base64');
const encrypted = (plaintext: string | Uint8Array, key = secret) => base64(iv, encryptCbc(key, iv, plaintext));
const unpadded = (plaintext: string | Uint8Array) => base64(iv, encryptCbcUnpadded(secret, iv, Buffer.from(plaintext)));
const without = (name: keyof typeof event) =>
	encrypted(JSON.stringify(Object.fromEntries(Object.entries(event).filter(([key]) => key !== name))));

const failures: Record<string, string | Uint8Array> = {
	'a padding of 0': unpadded(Buffer.concat([Buffer.alloc(15, 0x20), Buffer.from([0])])),
	'a padding of 17': unpadded(Buffer.concat([Buffer.alloc(15, 0x20), Buffer.from([17])])),
	'a padding whose bytes differ': unpadded(Buffer.concat([Buffer.alloc(14, 0x20), Buffer.from([3, 2])])),
	'no padding': unpadded(JSON.stringify(event).padEnd(176)),
	'a plaintext that is empty': encrypted(''),
	'a plaintext that is not UTF-8': encrypted(Buffer.from([0xff, 0xfe])),
	'a plaintext that is no JSON': encrypted('VERIFICATION_REVIEWED'),
	'a plaintext that is cut': encrypted(JSON.stringify(event).slice(0, -1)),
	'a plaintext that is a list': encrypted(JSON.stringify([event])),
	'no event': without('event'),
	'no key': without('key'),
	'no status': without('status'),
	'a status that is a number': encrypted(JSON.stringify({ ...event, status: 1 })),
	'a key that is no identifier': encrypted(JSON.stringify({ ...event, key: '\u0001\u0002\u0003' })),
	'another key': encrypted(JSON.stringify(event), 'another 32 byte encryption key!!'),
	'an IV that is cut': base64(iv.subarray(0, 15)),
	'an IV that lacks a byte': base64(iv.subarray(1), authentic),
	'an IV that is all': base64(iv),
	'data that is cut': base64(iv, authentic.subarray(0, -1)),
	'blocks that are cut': base64(iv, authentic.subarray(0, -16)),
	'blocks that are swapped': base64(iv, authentic.subarray(16, 32), authentic.subarray(0, 16), authentic.subarray(32)),
	'an empty body': '',
	'a body that is no base64': 'not base64!',
	'a body in the URL alphabet': Buffer.concat([iv, authentic]).toString('base64url'),
	'a body that is bytes': Buffer.concat([iv, authentic]),
	'a body that is not encrypted': JSON.stringify(event),
};

describe('a failed decryption', () => {
	it('follows no authentic delivery', async () => {
		expect(await post(base64(iv, authentic))).toMatchObject({ ok: true, result: 'accepted' });
	});

	it.each(Object.entries(failures))('reads the same as any other: %s', async (_, body) => {
		const refusal = await post(body);
		expectRefusal(refusal, 'decryption_failed', [secret]);
		expect(refusal).toEqual(await post(''));
		expect(await post(body, { encryptionSecret: secret, previousEncryptionSecret: secret })).toEqual(refusal);
	});

	it('reads the same for every last byte of a block', async () => {
		const body = Buffer.concat([iv, authentic]);
		const answers = new Set<string>();
		for (let flip = 1; flip < 256; flip++) {
			const changed = Buffer.from(body);
			changed[changed.length - 17]! ^= flip;
			answers.add(JSON.stringify(await post(changed.toString('base64'))));
		}
		expect(answers).toEqual(new Set([JSON.stringify(await post(''))]));
	});
});
