import { randomBytes } from 'node:crypto';
import { decryptCbc, decryptGcm } from '../../webhook/aes';
import { encryptCbc, encryptCbcUnpadded } from '../support/crypto';

const bytes = (hex: string) => Buffer.from(hex, 'hex');

/** Test case 15 of McGrew and Viega, "The Galois/Counter Mode of Operation". */
const gcm = {
	key: bytes('feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308'),
	iv: bytes('cafebabefacedbaddecaf888'),
	plaintext: bytes(
		'd9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b391aafd255',
	),
	data: bytes(
		'522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662898015ad',
	),
	tag: bytes('b094dac5d93471bdec1a502270e3cc6c'),
};

describe('decryptGcm', () => {
	it('agrees with test cases 13, 14 and 15 of the specification', () => {
		const zeros = Buffer.alloc(32);
		const zeroIv = Buffer.alloc(12);
		const empty = decryptGcm(zeros, zeroIv, Buffer.alloc(0), bytes('530f8afbc74536b9a963b4f1c4cb738b'));
		expect(empty).toEqual(Buffer.alloc(0));
		const block = decryptGcm(
			zeros,
			zeroIv,
			bytes('cea7403d4d606b6e074ec5d3baf39d18'),
			bytes('d0d1c8a799996bf0265b98b5d48ab919'),
		);
		expect(block).toEqual(Buffer.alloc(16));
		expect(decryptGcm(gcm.key, gcm.iv, gcm.data, gcm.tag)).toEqual(gcm.plaintext);
	});

	it.each([0, 1, 4, 8, 12, 13, 14, 15])('refuses a tag cut to %i bytes, though its bytes are right', (length) => {
		expect(decryptGcm(gcm.key, gcm.iv, gcm.data, gcm.tag.subarray(0, length))).toBeNull();
	});

	it.each([
		['a tag with a byte too many', { tag: Buffer.concat([gcm.tag, Buffer.alloc(1)]) }],
		['an empty IV', { iv: Buffer.alloc(0) }],
		['an IV that is cut', { iv: gcm.iv.subarray(0, 11) }],
		['data that is cut', { data: gcm.data.subarray(0, -1) }],
		['data with a byte too many', { data: Buffer.concat([gcm.data, Buffer.alloc(1)]) }],
		['no data', { data: Buffer.alloc(0) }],
		['another key', { key: randomBytes(32) }],
		['a key of 16 bytes', { key: gcm.key.subarray(0, 16) }],
		['an empty key', { key: Buffer.alloc(0) }],
	])('refuses %s', (_, changed) => {
		const { key, iv, data, tag } = { ...gcm, ...changed };
		expect(decryptGcm(key, iv, data, tag)).toBeNull();
	});

	it.each(['key', 'iv', 'data', 'tag'] as const)('refuses any flipped bit of the %s', (part) => {
		for (let bit = 0; bit < gcm[part].length * 8; bit++) {
			const flipped = Buffer.from(gcm[part]);
			flipped[bit >> 3]! ^= 1 << (bit & 7);
			const changed: Partial<typeof gcm> = { [part]: flipped };
			const { key, iv, data, tag } = { ...gcm, ...changed };
			expect(decryptGcm(key, iv, data, tag)).toBeNull();
		}
	});
});

describe('decryptCbc', () => {
	const decrypted = (...given: Parameters<typeof decryptCbc>) => {
		const result = decryptCbc(...given);
		return result?.isPadded ? result.plaintext : null;
	};
	const key = randomBytes(32);
	const iv = randomBytes(16);

	it('agrees with NIST SP 800-38A, F.2.6, on the blocks, and with another library on the padding', () => {
		const nistKey = bytes('603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4');
		const nistIv = bytes('000102030405060708090a0b0c0d0e0f');
		const plaintext = bytes('6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e51');
		const blocks = bytes('f58c4c04d6e5f1ba779eabfb5f7bfbd69cfc4e967edb808d679f777bc6702c7d');
		const encrypted = encryptCbc(nistKey, nistIv, plaintext);
		expect(encrypted.subarray(0, 32)).toEqual(blocks);
		expect(decrypted(nistKey, nistIv, encrypted)).toEqual(plaintext);
	});

	it.each([0, 1, 15, 16, 17, 31])('decrypts a text of %i bytes', (length) => {
		const plaintext = randomBytes(length);
		expect(decrypted(key, iv, encryptCbc(key, iv, plaintext))).toEqual(plaintext);
	});

	const encrypted = encryptCbc(key, iv, 'fifteen letters');
	it.each([
		['an IV that is cut', { iv: iv.subarray(0, 15) }],
		['an IV that is too long', { iv: randomBytes(17) }],
		['an empty IV', { iv: Buffer.alloc(0) }],
		['a key of 16 bytes', { key: key.subarray(0, 16) }],
		['a key of 31 bytes', { key: key.subarray(0, 31) }],
		['no data', { data: Buffer.alloc(0) }],
		['data that is not whole blocks', { data: encrypted.subarray(0, 15) }],
		['a padding of 0', { data: paddedWith(0) }],
		['a padding of 17', { data: paddedWith(17) }],
		['a padding of 255', { data: paddedWith(255) }],
		['a padding of 2 of which only the last byte is right', { data: paddedWith(2) }],
	])('refuses %s', (_, changed) => {
		const { data, ...rest } = { key, iv, data: encrypted, ...changed };
		expect(decrypted(rest.key, rest.iv, data)).toBeNull();
	});

	it.each([0, 17, 255, 2])('hands out all blocks where the padding is wrong, for the same check: %i', (byte) => {
		const plaintext = Buffer.from([...Buffer.from('fifteen letters'), byte]);
		expect(decryptCbc(key, iv, paddedWith(byte))).toEqual({ isPadded: false, plaintext });
	});

	function paddedWith(byte: number): Buffer {
		return encryptCbcUnpadded(key, iv, Buffer.from([...Buffer.from('fifteen letters'), byte]));
	}
});
