import type { Provider } from '../../webhook/provider';
import { sha256 } from './crypto';
import { acceptedEvent, deliver, expectRefusal, type Sent } from './reception';

interface Example {
	readonly provider: Provider;
	readonly credential: Readonly<Record<string, string>>;
	/** The name of the header with the digest, as the provider writes it. */
	readonly header: string;
	readonly encoding: 'hex' | 'base64';
	/** A delivery that is accepted. */
	readonly sent: Sent;
	/** Lengths in bytes of other digests than the provider's, which are wrong ones, not malformed. */
	readonly wrongLengths?: readonly number[];
}

/** The negative table of a header with an HMAC-SHA256 digest. */
export function describeSignatureHeader(example: Example): void {
	const { provider, credential, header, encoding, sent, wrongLengths = [] } = example;
	const signature = String(sent.headers?.[header]);
	const digest = Buffer.from(signature, encoding);
	const withHeader = (value: string | string[] | undefined) =>
		deliver(provider, credential, { ...sent, headers: { ...sent.headers, [header]: value } });
	/** Neither the secrets nor the right digest, nor what somebody sent in its place. */
	const untoldOf = (value: unknown) => [
		...Object.values(credential),
		signature,
		typeof value === 'string' && value.length >= 16 ? value : '',
	];

	describe(`the ${header} header`, () => {
		test('is found under any case of its name, and in a list of one', async () => {
			acceptedEvent(await withHeader(signature));
			acceptedEvent(await withHeader([signature]));
		});

		test.each([
			['missing', undefined],
			['empty', ''],
			['an empty list', []],
			['a list of nothing', ['']],
		])('is missing when it is %s', async (_, value) => {
			expectRefusal(await withHeader(value), 'signature_missing', untoldOf(value));
		});

		const other = encoding === 'hex' ? 'base64' : 'hex';
		const malformed: ReadonlyArray<readonly [string, string | string[]]> = [
			['sent twice', `${signature}, ${signature}`],
			['sent twice without a space', `${signature},${signature}`],
			['a list of two', [signature, signature]],
			['a list with an empty one', [signature, '']],
			['followed by ZZ', `${signature}ZZ`],
			['followed by a blank', `${signature} `],
			['followed by a line break', `${signature}\n`],
			['followed by a null character', `${signature}\0`],
			['preceded by a blank', ` ${signature}`],
			['a blank', ' '],
			['broken by a blank', `${signature.slice(0, 20)} ${signature.slice(20)}`],
			['broken by a line break', `${signature.slice(0, 20)}\r\n${signature.slice(20)}`],
			['broken by a letter of no alphabet', `${signature.slice(0, 20)}!${signature.slice(21)}`],
			['truncated by one character', signature.slice(0, -1)],
			['truncated to one byte less', digest.subarray(0, -1).toString(encoding)],
			['truncated to 16 bytes', digest.subarray(0, 16).toString(encoding)],
			['one byte longer', Buffer.concat([digest, Buffer.alloc(1)]).toString(encoding)],
			['prefixed with sha256=', `sha256=${signature}`],
			['prefixed with v1,', `v1,${signature}`],
			['in quotes', `"${signature}"`],
			[`the digest in ${other}`, digest.toString(other)],
			['the word undefined', 'undefined'],
			['a name of every object', '__proto__'],
		];
		test.each(malformed)('is malformed when it is %s', async (_, value) => {
			expectRefusal(await withHeader(value), 'signature_malformed', untoldOf(value));
		});

		test('is malformed or wrong when it is written twice in a row', async () => {
			const twice = Buffer.concat([digest, digest]);
			const code = wrongLengths.includes(twice.length) ? 'signature_mismatch' : 'signature_malformed';
			expectRefusal(await withHeader(twice.toString(encoding)), code, untoldOf(twice.toString(encoding)));
		});

		test('does not match when any one of its 256 bits is another', async () => {
			for (let bit = 0; bit < 256; bit++) {
				const flipped = Buffer.from(digest);
				flipped.writeUInt8(digest.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
				const value = flipped.toString(encoding);
				expectRefusal(await withHeader(value), 'signature_mismatch', untoldOf(value));
			}
		});

		test.each([
			['all zeros', Buffer.alloc(32)],
			['a hash without a key', sha256(sent.body)],
			['the digest in reverse', Buffer.from(digest).reverse()],
		])('does not match when it is %s', async (_, bytes) => {
			const value = bytes.toString(encoding);
			expectRefusal(await withHeader(value), 'signature_mismatch', untoldOf(value));
		});

		if (encoding === 'hex') {
			test('is accepted in upper and in mixed case', async () => {
				acceptedEvent(await withHeader(signature.toUpperCase()));
				acceptedEvent(await withHeader(signature.slice(0, 32).toUpperCase() + signature.slice(32)));
			});
			test('is malformed with a prefix 0x or colons', async () => {
				expectRefusal(await withHeader(`0x${signature}`), 'signature_malformed');
				expectRefusal(await withHeader(signature.replace(/..(?=.)/g, '$&:')), 'signature_malformed');
			});
		} else {
			test('is malformed in any but the one canonical base64', async () => {
				const unpadded = signature.replace(/=+$/, '');
				const spellings = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'Y', 'Z', '+', '/', '8', '9']
					.map((letter) => `${unpadded.slice(0, -1)}${letter}=`)
					.filter((text) => Buffer.from(text, 'base64').equals(digest) && text !== signature);
				for (const text of [unpadded, `${signature}=`, `${unpadded}==`, ...spellings]) {
					expect(Buffer.from(text, 'base64')).toEqual(digest);
					expectRefusal(await withHeader(text), 'signature_malformed');
				}
			});
			test('is malformed in the URL alphabet', async () => {
				const url = digest.toString('base64url');
				expectRefusal(await withHeader(`${url}=`.replace(/^../, '-_')), 'signature_malformed');
			});
		}
	});
}
