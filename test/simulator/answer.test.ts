import { noAnswer, readAnswer } from '../../simulator/answer';
import { printable } from '../../simulator/printable';

const KIB = 1024;
const asIs = (text: string) => text;
const read = (...chunks: (string | Uint8Array)[]) => readAnswer(200, streamOf(chunks), asIs);

async function* streamOf(chunks: readonly (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
	for (const chunk of chunks) yield Buffer.from(chunk);
}

describe('an answer', () => {
	test('is read as an object where it is one, else as text', async () => {
		expect(await read('{"result":"acc', 'epted"}')).toEqual({ status: 200, body: { result: 'accepted' } });
		expect(await read('["accepted"]')).toEqual({ status: 200, body: '["accepted"]' });
		expect(await read('Not found')).toEqual({ status: 200, body: 'Not found' });
		expect(await read()).toEqual({ status: 200, body: '' });
		expect(await readAnswer(204, null, asIs)).toEqual({ status: 204, body: '' });
	});

	test('is put together from bytes, wherever they are divided', async () => {
		const bytes = Buffer.from('Müller €');
		expect(await read(bytes.subarray(0, 2), bytes.subarray(2, 9), bytes.subarray(9))).toMatchObject({
			body: 'Müller €',
		});
		expect(await read(Buffer.from([0xff, 0x41]))).toMatchObject({ body: '\ufffdA' });
	});

	test('is read up to 64 KiB, and says that it was longer', async () => {
		expect(await read('x'.repeat(64 * KIB))).toEqual({ status: 200, body: 'x'.repeat(64 * KIB) });
		const longer = { status: 200, body: 'x'.repeat(64 * KIB), cut: 'after 64 KiB' };
		expect(await read('x'.repeat(64 * KIB + 1))).toEqual(longer);
		expect(await read('x'.repeat(40 * KIB), 'x'.repeat(40 * KIB), 'x')).toEqual(longer);
	});

	test('that never ends is left', async () => {
		let sent = 0;
		let left = false;
		async function* endless(): AsyncGenerator<Uint8Array> {
			try {
				for (;;) yield Buffer.alloc(KIB, String((sent += 1) % 10));
			} finally {
				left = true;
			}
		}
		const { body, cut } = await readAnswer(200, endless(), asIs);
		expect([body.length, cut, left, sent]).toEqual([64 * KIB, 'after 64 KiB', true, 65]);
	});

	test('holds nothing that a terminal obeys or that hides text, in names and at any depth neither', async () => {
		expect(await read('\u001b[2Jgone\u202e')).toMatchObject({ body: '[U+001B][2Jgone[U+202E]' });
		const nested = JSON.stringify({ 'a\u0000': [{ hint: 'x\u009by\u200b' }], events: 2 }).replace('\u009b', '\\u009b');
		expect(await read(nested)).toMatchObject({ body: { 'a[U+0000]': [{ hint: 'x[U+009B]y[U+200B]' }], events: 2 } });
	});

	test('that is nested deeper than n8n can store is text', async () => {
		const deep = `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`;
		expect(await read(deep)).toEqual({ status: 200, body: deep });
	});
});

test.each([
	['line\nline\tend', 'line\nline\tend'],
	['line\r\nline\rend', 'line\nline[U+000D]end'],
	['\u007f\u0085\u2028\u2029\u00ad\ufeff', '[U+007F][U+0085][U+2028][U+2029][U+00AD][U+FEFF]'],
	['\u{e0041}', '[U+E0041]'],
	['Müller 李 🙂', 'Müller 李 🙂'],
])('%j is shown as %j', (text, shown) => {
	expect(printable(text)).toBe(shown);
});

describe('no answer', () => {
	const { signal } = new AbortController();
	test.each<[string, unknown, string]>([
		['by its message', new Error('socket hang up'), 'socket hang up'],
		['by its cause', new TypeError('fetch failed', { cause: new Error('bad port') }), 'bad port'],
		[
			'by its code',
			new TypeError('x', { cause: Object.assign(new Error(''), { code: 'ECONNREFUSED' }) }),
			'ECONNREFUSED',
		],
		['without what a terminal obeys', new Error('\u001b[2J'), '[U+001B][2J'],
	])('is explained %s', (_, thrown, why) => {
		expect(noAnswer('https://x/', thrown, signal)).toBe(`There is no answer from https://x/: ${why}.`);
	});

	test('in time is told as that', () => {
		const told = noAnswer('https://x/', new Error('canceled'), AbortSignal.abort());
		expect(told).toBe('There is no answer from https://x/: none in 30 seconds.');
	});
});
