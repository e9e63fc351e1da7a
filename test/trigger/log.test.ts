import { quoted } from '../../trigger/log';

test.each([
	['Trigger', '"Trigger"'],
	['Müller 李 🙂', '"Müller 李 🙂"'],
	['a"b\\c', '"a\\"b\\\\c"'],
	['a\nb\u0000\u007f', '"a\\nb\\u0000\\u007f"'],
	['\u2028\u2029\u202e\ufeff', '"\\u2028\\u2029\\u202e\\ufeff"'],
	['a\u{e0041}b\u{1d173}', '"a\\udb40\\udc41b\\ud834\\udd73"'],
])(
	'the name %j is written so that it stays on its line, unseen characters escaped, and can be read back',
	(name, written) => {
		expect(quoted(name)).toBe(written);
		expect(JSON.parse(quoted(name))).toBe(name);
	},
);
