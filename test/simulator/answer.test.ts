import { createHmac } from 'node:crypto';
import { addressOf } from '../../simulator/address';
import { noAnswer, readAnswer } from '../../simulator/answer';
import { faultsOf } from '../../simulator/faults';
import { masking } from '../../simulator/mask';
import { printable } from '../../simulator/printable';
import { allSamples } from '../support/providers';
import { deliver, NOW } from '../support/reception';

const KIB = 1024;
const asIs = (text: string) => text;
const read = (...chunks: (string | Uint8Array)[]) => readAnswer(200, streamOf(chunks), asIs);

async function* streamOf(chunks: readonly (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
	for (const chunk of chunks) yield Buffer.from(chunk);
}

describe('an answer', () => {
	test.each<[string, object]>([
		['accepted', { result: 'accepted', events: 2 }],
		['ignored', { result: 'ignored' }],
		['a duplicate', { result: 'duplicate' }],
		['a refusal', { result: 'refused', code: 'signature_mismatch', hint: 'Compare the secrets.' }],
	])('of a trigger is shown: %s', async (_, body) => {
		expect(await read(JSON.stringify(body))).toEqual({ status: 200, body });
	});

	test('is put together from bytes, wherever they are divided', async () => {
		const bytes = Buffer.from('{"result":"refused","hint":"Müller €"}');
		const parts = Array.from(bytes, (_, index) => bytes.subarray(index, index + 1));
		expect(await read(...parts)).toMatchObject({ body: { hint: 'Müller €' } });
	});

	test('without a body is that', async () => {
		expect(await read()).toEqual({ status: 200, body: '' });
		expect(await readAnswer(204, null, asIs)).toEqual({ status: 204, body: '' });
	});

	test('of a trigger is shown without what a trigger does not answer', async () => {
		const more = { message: 'x', data: ['x'], 'result ': 'x', code: 'x', hint: { x: 1 }, events: '1' };
		expect(await read(JSON.stringify({ result: 'accepted', ...more }))).toEqual({
			status: 200,
			body: { result: 'accepted' },
		});
	});

	test.each<[string, string, number]>([
		['a page', '<html></html>', 13],
		['a list', '["accepted"]', 12],
		['another object', '{}', 2],
		['another result', '{"result":"taken","hint":"x"}', 29],
		['a result of another kind', '{"result":["accepted"]}', 23],
		['a name of every object', '{"result":"toString"}', 21],
		['what is nested deep', `${'{"result":'.repeat(5000)}1${'}'.repeat(5000)}`, 55_001],
	])('of anybody else is not shown: %s', async (_, text, bytes) => {
		const body = `not the answer of a trigger: ${bytes} bytes, not shown`;
		expect(await read(text)).toEqual({ status: 200, body });
	});

	test('of n8n itself is told by its status', async () => {
		const body = '{"code":404,"message":"The requested webhook is not registered.","hint":"x"}';
		expect((await readAnswer(404, streamOf([body]), asIs)).body).toBe(
			`not the answer of a trigger: ${body.length} bytes, not shown (404: the workflow is not published, or the editor does not listen for a test event)`,
		);
	});

	test('is read up to 64 KiB', async () => {
		const accepted = '{"result":"accepted"}';
		const most = accepted.padEnd(64 * KIB);
		expect(await read(most)).toEqual({ status: 200, body: { result: 'accepted' } });
		const longer = { status: 200, body: 'not the answer of a trigger: more than 65536 bytes, not shown' };
		expect(await read(`${most} `)).toEqual(longer);
		expect(await read(accepted, ' '.repeat(40 * KIB), ' '.repeat(40 * KIB), 'x')).toEqual(longer);
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
		const { body } = await readAnswer(200, endless(), asIs);
		expect([body, left, sent]).toEqual([expect.stringContaining('more than 65536 bytes'), true, 65]);
	});

	test('has a hint of at most 300 characters, in which nothing is obeyed by a terminal or hides text', async () => {
		const hintOf = async (hint: string) =>
			((await read(JSON.stringify({ result: 'refused', hint }))).body as { hint: string }).hint;
		expect(await hintOf('\u001b[2Jgone\u202e')).toBe('[U+001B][2Jgone[U+202E]');
		expect(await hintOf('a 🙂'.repeat(200))).toBe('a 🙂'.repeat(100));
	});

	test('repeats nothing that was sent, in whichever encoding', async () => {
		const proof = createHmac('sha1', 'secret').update('body').digest();
		const signature = proof.toString('base64');
		const mask = (text: string) => text.replaceAll(signature, '…');
		const hex = Buffer.from(signature).toString('hex');
		const digits = hex.match(/../g) ?? [];
		const encodings = [
			signature,
			proof.toString('hex'),
			hex,
			hex.toUpperCase(),
			Buffer.from(signature).toString('base64'),
			encodeURIComponent(signature),
			...['%', '\\x', '\\u00', '&#x'].map((escape) => digits.map((digit) => `${escape}${digit}`).join('')),
		];
		for (const encoded of encodings) {
			for (const body of [
				encoded,
				{ headers: encoded },
				{ result: 'refused', code: encoded, hint: `x ${encoded} y` },
			]) {
				const told = await readAnswer(401, streamOf([JSON.stringify(body)]), mask);
				const shown = JSON.stringify(told);
				expect(shown).not.toContain(JSON.stringify(encoded).slice(1, -1));
				expect(shown).not.toContain(signature);
			}
		}
	});
});

describe.each(allSamples.map((samples) => [samples.provider.displayName, samples] as const))('%s', (_, samples) => {
	test('shows the hints of its trigger as they are', async () => {
		const secrets = samples.newSecrets();
		for (const fault of faultsOf(samples)) {
			const sealed = await fault.seal([samples.samples[0]!.create({})], secrets, NOW);
			const refusal = await deliver(samples.provider, secrets, sealed);
			if (refusal.ok) continue;
			const body = { result: 'refused', code: refusal.code, hint: refusal.hint };
			const mask = masking(samples, sealed, addressOf('https://n8n.example.com/x')!);
			expect((await readAnswer(401, streamOf([JSON.stringify(body)]), mask)).body).toEqual(body);
		}
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
		expect(noAnswer('https://x/', thrown, signal, asIs)).toBe(`There is no answer from https://x/: ${why}.`);
	});

	test('is explained without a proof, in at most 400 characters', () => {
		const mask = (text: string) => text.replaceAll('proof', '…');
		const told = noAnswer('https://x/', new Error(`proof${'x'.repeat(1000)}`), signal, mask);
		expect(told).toBe(`There is no answer from https://x/: …${'x'.repeat(399)}.`);
	});

	test('in time is told as that', () => {
		const told = noAnswer('https://x/', new Error('canceled'), AbortSignal.abort(), asIs);
		expect(told).toBe('There is no answer from https://x/: none in 30 seconds.');
	});
});
