import type { Provider } from '../../webhook/provider';
import { acceptedEvent, deliver, expectRefusal, type Sent } from './reception';

/** Bodies whose bytes change when they are parsed and written again. */
const bodies: Readonly<Record<string, string | Uint8Array>> = {
	'an escaped slash': '{"name":"Document \\/ ID"}',
	'letters beyond ASCII': '{"name":"José — 李小龍 🪪"}',
	'escaped unicode': '{"name":"Jos\\u00e9 \\ud83e\\udeaa \\u003c"}',
	'half of a surrogate pair': '{"name":"\\ud83e"}',
	'white space between the tokens': '{\n\t"name" : "Jane" ,\r\n  "n": [ 1, 2 ]\n}',
	'white space at both ends': ' \n{"name":"Jane"}\r\n',
	'a whole number with a fraction': '{"score":1.0,"other":1e2}',
	'a number beyond the precision of a double': '{"n":12345678901234567890}',
	'the same key twice': '{"name":"Jane","name":"John"}',
	'keys that look like numbers, out of order': '{"2":0,"1":0}',
	'a key of every object': '{"__proto__":{"status":"AUTO_APPROVED"},"constructor":1}',
	'a byte order mark': '\ufeff{"name":"Jane"}',
};

interface Example {
	readonly provider: Provider;
	readonly credential: Readonly<Record<string, string>>;
	seal(body: string | Uint8Array): Sent;
}

/** The bytes that count are the raw body. */
export function describeRawBody({ provider, credential, seal }: Example): void {
	describe.each(Object.entries(bodies))('a body with %s', (_, body) => {
		const sent = seal(body);
		const bytes = Buffer.from(sent.body);

		test('verifies as it is', async () => {
			const { status, payload } = acceptedEvent(await deliver(provider, credential, sent));
			expect(status).toBe('other');
			expect(payload).toStrictEqual(
				JSON.parse(
					Buffer.from(body)
						.toString()
						.replace(/^\ufeff/, ''),
				),
			);
		});

		test('is refused when one bit of any byte is another', async () => {
			for (let at = 0; at < bytes.length; at++) {
				const flipped = Buffer.from(bytes);
				flipped.writeUInt8(flipped.readUInt8(at) ^ (1 << (at & 7)), at);
				const result = await deliver(provider, credential, { ...sent, body: flipped });
				expectRefusal(result, 'signature_mismatch', Object.values(credential));
			}
		});

		test('is refused when a byte is missing or added', async () => {
			for (const changed of [bytes.subarray(1), bytes.subarray(0, -1), Buffer.concat([bytes, Buffer.from(' ')])]) {
				const result = await deliver(provider, credential, { ...sent, body: changed });
				expectRefusal(result, 'signature_mismatch');
			}
		});
	});

	test('a body that says the same in other bytes is refused', async () => {
		const sent = seal('{ "name": "Document \\/ ID" }');
		const rewritten = { ...sent, body: '{"name":"Document / ID"}' };
		expectRefusal(await deliver(provider, credential, rewritten), 'signature_mismatch');
	});
}
