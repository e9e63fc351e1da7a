import fc from 'fast-check';
import { decodeBase64, decodeBase64Url, decodeHex, decodeUtf8 } from '../../webhook/encoding';

interface Table {
	readonly decode: (text: string) => Buffer | null;
	/** Text to its bytes in hexadecimal. */
	readonly accepted: Readonly<Record<string, string>>;
	readonly refused: Readonly<Record<string, string>>;
}

/** With the test vectors of RFC 4648, section 10. */
const tables: Record<string, Table> = {
	decodeHex: {
		decode: decodeHex,
		accepted: { '': '', '00': '00', ff: 'ff', FF: 'ff', aBcD09: 'abcd09', '666F6F626172': '666f6f626172' },
		refused: {
			'an odd number of digits': 'abc',
			'noise behind whole bytes': 'ffZZ',
			'noise before whole bytes': 'ZZff',
			'a digit out of range': '0g',
			'a space in front': ' ff',
			'a space behind': 'ff ',
			'a space between': 'ff ff',
			'a line feed behind': 'ff\n',
			'a 0x in front': '0xff',
			'two digests joined by a comma': 'ff, ff',
			'full-width digits': '\uff10\uff10',
			'a NUL behind': 'ff\0',
		},
	},
	decodeBase64: {
		decode: decodeBase64,
		accepted: {
			'': '',
			'Zg==': '66',
			'Zm8=': '666f',
			Zm9v: '666f6f',
			Zm9vYmFy: '666f6f626172',
			'+/+/': 'fbffbf',
			'AA==': '00',
		},
		refused: {
			'missing padding': 'Zg',
			'half the padding': 'Zg=',
			'padding where none belongs': 'Zm9v=',
			'nothing but padding': '====',
			'padding in the middle': 'Zg==Zg==',
			'bits set that no byte uses': 'Zh==',
			'the URL alphabet': '-_-_',
			'noise behind': 'Zg==ZZ',
			'a character outside the alphabet': 'Zm9v!',
			'a line feed behind': 'Zg==\n',
			'a line feed between': 'Zm9v\nYmFy',
			'a space in front': ' Zg==',
			'a lone character': 'Z',
			'letters that share their low byte with base64': '\u015am9v',
		},
	},
	decodeBase64Url: {
		decode: decodeBase64Url,
		accepted: { '': '', Zg: '66', Zm8: '666f', Zm9v: '666f6f', '-_-_': 'fbffbf' },
		refused: {
			padding: 'Zg==',
			'the standard alphabet': '+/+/',
			'bits set that no byte uses': 'Zh',
			'a lone character': 'Z',
			'white space in front': ' Zg',
			'white space behind': 'Zg\n',
			'a dot': 'Zg.',
			'a character outside the alphabet': 'Zm?v',
		},
	},
};

describe.each(Object.entries(tables))('%s', (_, { decode, accepted, refused }) => {
	it.each(Object.entries(accepted))('decodes %j', (text, hex) => {
		expect(decode(text)?.toString('hex')).toBe(hex);
	});

	it.each(Object.entries(refused))('refuses %s', (__, text) => {
		expect(decode(text)).toBeNull();
	});
});

describe('every decoder', () => {
	it.each([
		['decodeHex', decodeHex, 'hex'],
		['decodeBase64', decodeBase64, 'base64'],
		['decodeBase64Url', decodeBase64Url, 'base64url'],
	] as const)('%s takes what encodes bytes, and nothing that encodes to something else', (_, decode, encoding) => {
		fc.assert(
			fc.property(fc.uint8Array(), (bytes) => {
				expect(decode(Buffer.from(bytes).toString(encoding))).toEqual(Buffer.from(bytes));
			}),
		);
		fc.assert(
			fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.base64String(), fc.string()), (text) => {
				const canonical = decode(text)?.toString(encoding) ?? null;
				expect([null, encoding === 'hex' ? text.toLowerCase() : text]).toContain(canonical);
			}),
		);
	});
});

describe('decodeUtf8', () => {
	it('decodes text of every length of sequence', () => {
		expect(decodeUtf8(Buffer.from('a\u00fc\u20ac\u{1f600}'))).toBe('a\u00fc\u20ac\u{1f600}');
		expect(decodeUtf8(Buffer.alloc(0))).toBe('');
	});

	it('drops a byte order mark', () => {
		expect(decodeUtf8(Buffer.from('\ufeff{}'))).toBe('{}');
	});

	it.each([
		['a byte that never occurs', [0xff]],
		['a lone continuation byte', [0x80]],
		['a truncated sequence', [0x61, 0xc3]],
		['an overlong slash', [0xc0, 0xaf]],
		['half of a surrogate pair', [0xed, 0xa0, 0x80]],
		['a code point past the last', [0xf4, 0x90, 0x80, 0x80]],
	])('refuses %s, and decodes the next text all the same', (_, bytes) => {
		expect(decodeUtf8(Uint8Array.from(bytes))).toBeNull();
		expect(decodeUtf8(Buffer.from('\u00fc'))).toBe('\u00fc');
	});
});
