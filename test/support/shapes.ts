const repeated = (text: string, bytes: number) => text.repeat(Math.max(0, Math.floor(bytes / text.length)));
const nested = (open: string, close: string, bytes: number) =>
	repeated(open, (bytes * open.length) / (open + close).length) +
	repeated(close, (bytes * close.length) / (open + close).length);

/** Bodies of about so many bytes that might make a receiver work hard. */
export const shapes: Readonly<Record<string, (bytes: number) => string>> = {
	'lists in lists': (bytes) => nested('[', ']', bytes),
	'lists without an end': (bytes) => repeated('[', bytes),
	'objects in objects': (bytes) => nested('{"a":', '}', bytes),
	'objects without an end': (bytes) => repeated('{"a":', bytes),
	'lists in place of a token': (bytes) => `{"token":${nested('[', ']', bytes)}}`,
	'lists in place of encrypted data': (bytes) => `{"iv":"AAAA","data":${nested('[', ']', bytes)},"tag":"AAAA"}`,
	'encrypted data': (bytes) => `{"iv":"${repeated('A', bytes / 2)}","data":"${repeated('A', bytes / 2)}","tag":"AAAA"}`,
	'many keys': (bytes) => `{${Array.from({ length: bytes / 12 }, (_, index) => `"${index.toString(36)}":1`).join()}}`,
	'one key again and again': (bytes) => `{${repeated('"a":1,', bytes)}"a":1}`,
	'many objects': (bytes) => `[${repeated('{},', bytes)}{}]`,
	'a long text': (bytes) => `{"status":"${repeated('a', bytes)}"}`,
	'a long text of escapes': (bytes) => `{"status":"${repeated('\\u0000', bytes)}"}`,
	'nothing but dots': (bytes) => repeated('.', bytes),
	'a long token': (bytes) => `${repeated('A', bytes / 2)}.${repeated('A', bytes / 2)}.A`,
	'a token with a long payload': (bytes) =>
		`eyJhbGciOiJIUzI1NiJ9.${'A'.repeat(4 * Math.floor(bytes / 4 - 64))}.${'A'.repeat(43)}`,
	'nothing but white space': (bytes) => repeated(' ', bytes),
	'white space between quotes': (bytes) => `"${repeated(' ', bytes)}"`,
	'nothing but quotes': (bytes) => repeated('"', bytes),
	'nothing but padding': (bytes) => repeated('=', bytes),
	'nothing but zeros': (bytes) => repeated('\0', bytes),
	'letters of two bytes': (bytes) => repeated('\u00ff', bytes / 2),
};
