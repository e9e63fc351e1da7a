import { HumanosTrigger } from '../../../nodes/Humanos/HumanosTrigger.node';
import { facts } from '../../../nodes/Humanos/facts';
import { humanos } from '../../../nodes/Humanos/humanos';
import { matchesHmac } from '../../../webhook/hmac';
import { describeReception } from '../../support/describeReception';
import { describeSelection } from '../../support/describeSelection';
import { describeSignatureHeader } from '../../support/describeSignatureHeader';
import { acceptedEvent, deliver, expectRefusal, NOW } from '../../support/reception';
import { bodies, body, credential, outcomes, send, shapes, SIGNED_AT, timestamp, unreadable } from './sender';

/** Signed at the moment that the shared tests receive at. */
const sendNow = (encrypted: string) => send(encrypted, String(NOW));
const sendNamed = (...names: readonly string[]) => names.map((name) => sendNow(outcomes[name]?.body ?? ''));

describeReception({
	provider: humanos,
	credential,
	sent: sendNow(body),
	payload: JSON.parse(bodies.plaintext ?? ''),
	unreadable: Object.fromEntries(Object.entries(unreadable).map(([name, text]) => [name, sendNow(text)])),
});

describeSignatureHeader({
	provider: humanos,
	credential,
	header: 'x-signature',
	encoding: 'hex',
	sent: sendNow(body),
});

describeSelection({
	node: new HumanosTrigger(),
	provider: humanos,
	credential,
	deliveries: {
		credential: sendNamed('credential: APPROVED', 'credential: no status', 'credential: reject, PENDING'),
		identity: sendNamed('identity: success', 'identity: no decision'),
		'otp.failed': sendNamed('otp.failed', 'otp.failed: since 2026-05-17'),
		'process.completed': sendNamed('process.completed'),
		'process.consent.completed': sendNamed('process.consent.completed'),
		'process.form.filled': sendNamed('process.form.filled'),
		'process.form.rejected': sendNamed('process.form.rejected'),
		'process.kyc.completed': sendNamed('process.kyc.completed: COMPLETED', 'process.kyc.completed: FAILED'),
		'process.signature.completed': sendNamed('process.signature.completed'),
		'process.signature.professional.completed': sendNamed('process.signature.professional.completed'),
		'process.signature.user.completed': sendNamed('process.signature.user.completed'),
		test: sendNamed('test'),
	},
	unlisted: [
		...sendNamed('something.new', 'constructor', 'Identity'),
		sendNow(shapes['telling nothing apart']?.['{}'] ?? ''),
	],
});

test('the table of words has each event that the trigger knows', () => {
	const { properties } = new HumanosTrigger().description;
	const events = properties.find(({ name }) => name === 'events')?.options ?? [];
	const known = events.flatMap((option) => ('value' in option && option.value !== '*' ? [String(option.value)] : []));
	expect(known).toContain('process.signature.user.completed');
	for (const event of known) {
		expect(facts.words.filter(([text]) => text.includes(`\`${event}\``))).not.toEqual([]);
	}
});

describe('the published vector of the scheme', () => {
	const secret = 'golden-secret';
	const time = '1757160000000';
	const text = '{"jsonrpc":"2.0","id":1,"method":"tools/list"}';
	const digest = Buffer.from('f7a8074de721ee70b3e10b608bebc1525104bbca35fbc9846cc6aeb408830cc4', 'hex');

	test('verifies, and nothing beside it', () => {
		expect(matchesHmac([secret], [time, '.', text], [digest])).toBe(true);
		expect(matchesHmac(['golden-secre'], [time, '.', text], [digest])).toBe(false);
		expect(matchesHmac([secret], [time, text], [digest])).toBe(false);
		expect(matchesHmac([secret], ['1757160000001', '.', text], [digest])).toBe(false);
		expect(matchesHmac([secret], [time, '.', `${text} `], [digest])).toBe(false);
	});

	test('gets as far as a body that is not encrypted can get', async () => {
		const stored = { ...credential, signatureSecret: secret };
		const headers = { 'x-signature': digest.toString('hex'), 'x-timestamp': time };
		const at = { now: Number(time) };
		expectRefusal(await deliver(humanos, stored, { body: text, headers }, at), 'decryption_failed', [text]);
		expectRefusal(await deliver(humanos, stored, { body: `${text}x`, headers }, at), 'signature_mismatch', [text]);
	});
});

describe('the signature', () => {
	const receive = (sent: Parameters<typeof deliver>[2]) => deliver(humanos, credential, sent, { now: SIGNED_AT });
	const { iv, data, tag } = JSON.parse(body);

	test('covers the body as it is sent', async () => {
		acceptedEvent(await receive(send(body)));
		acceptedEvent(await receive(send(`\n${JSON.stringify({ tag, data, iv }, null, '\t')}\r\n`)));
		acceptedEvent(await receive(send(JSON.stringify({ iv, data, tag, note: 'Document / ID' }).replaceAll('/', '\\/'))));
	});

	test('may cover the compact text of the body instead, which a sender writes again', async () => {
		const { headers } = send(body);
		for (const spaces of [1, 2, '\t']) {
			acceptedEvent(await receive({ headers, body: JSON.stringify({ iv, data, tag }, null, spaces) }));
		}
		acceptedEvent(await receive({ headers, body: body.replaceAll('/', '\\/') }));
	});

	test('covers no other text that says the same', async () => {
		const others = [
			JSON.stringify({ iv, data, tag }, null, 2),
			JSON.stringify({ data, iv, tag }),
			`${body}\n`,
			body.replaceAll('/', '\\/'),
			JSON.parse(bodies.plaintext ?? '').requestId,
			bodies.plaintext ?? '',
			'[object Object]',
			'',
		];
		for (const other of others) {
			const { headers } = send(other);
			expectRefusal(await receive({ headers, body }), 'signature_mismatch', Object.values(credential));
		}
	});

	const { headers: signedNull } = send('null');
	test.each([
		['no JSON', `{"iv":"\\q","data":"${data}","tag":"${tag}"}`],
		['no JSON at its end', `{"iv":"${iv}","data":"${data}","tag":"${tag}",`],
		['white space that JSON does not know', `{"iv":"${iv}",\u2003"data":"${data}","tag":"${tag}"}`],
		['null', 'null'],
		['null with white space', ' null '],
		['a wrapper', body],
	])('covers nothing when it is one of null, and the body is %s', async (name, text) => {
		const code = name === 'null' ? 'decryption_failed' : 'signature_mismatch';
		expectRefusal(await receive({ headers: signedNull, body: text }), code, Object.values(credential));
	});

	test.each([
		['iv', `{"iv":"${tag}","iv":"${iv}","tag":"${tag}"}`],
		['data', `{"data":"${iv}","data":"${data}","tag":"${tag}"}`],
		['tag', `{"iv":"${iv}","tag":"${iv}","tag":"${tag}"}`],
		['iv and two others', `{"iv":"${tag}","iv":"${iv}","data":"${data}","tag":"${tag}"}`],
	])('covers no text that says %s twice, written anew', async (_, text) => {
		const { headers } = send(JSON.stringify(JSON.parse(text)));
		expectRefusal(await receive({ headers, body: text }), 'signature_mismatch', Object.values(credential));
	});

	test('covers every byte of the body and of the time', async () => {
		const { headers } = send(body);
		for (let at = 0; at < body.length; at += 7) {
			const flipped = Buffer.from(body);
			flipped.writeUInt8(flipped.readUInt8(at) ^ 1, at);
			expectRefusal(await receive({ headers, body: flipped }), 'signature_mismatch');
		}
		for (let at = 0; at < timestamp.length; at++) {
			const digit = (Number(timestamp[at]) + 1) % 10;
			const time = `${timestamp.slice(0, at)}${digit}${timestamp.slice(at + 1)}`;
			expectRefusal(await receive({ headers: { ...headers, 'x-timestamp': time }, body }), 'signature_mismatch');
		}
	});

	test('counts before the time: who cannot sign learns nothing of our clock', async () => {
		const stale = send(body, '1000000000000', 'a third secret');
		expectRefusal(await receive(stale), 'signature_mismatch');
	});

	test.each([...Object.values(unreadable), 'not JSON', '', '{', 'null', '[]', '"a"'])(
		'that is wrong is wrong for any body: %j',
		async (text) => {
			expectRefusal(await receive({ ...send(body), body: text }), 'signature_mismatch');
		},
	);
});

describe('the x-timestamp header', () => {
	const at = (time: string, now: number, tolerance?: number) =>
		deliver(humanos, credential, send(body, time), { now, ...(tolerance !== undefined && { tolerance }) });
	const seconds = '1757160000';
	const now = 1_757_160_000_000;

	test('is a Unix time in milliseconds or in seconds', async () => {
		acceptedEvent(await at(`${seconds}000`, now));
		acceptedEvent(await at(seconds, now));
	});

	test('may lie 300 seconds in the past and in the future, and not a millisecond more', async () => {
		for (const time of [seconds, `${seconds}000`]) {
			for (const offset of [-300_000, 300_000]) acceptedEvent(await at(time, now + offset));
			for (const offset of [-300_001, 300_001, -86_400_000, 86_400_000, 1e12]) {
				expectRefusal(await at(time, now + offset), 'timestamp_outside_tolerance', Object.values(credential));
			}
		}
	});

	test('may lie as far as the tolerance that is set', async () => {
		acceptedEvent(await at(seconds, now + 5000, 5));
		expectRefusal(await at(seconds, now + 5001, 5), 'timestamp_outside_tolerance');
		expectRefusal(await at(seconds, now - 5001, 5), 'timestamp_outside_tolerance');
		acceptedEvent(await at(seconds, now + 86_400_000, 86_400));
	});

	test('counts for nothing but the signature when the tolerance is 0', async () => {
		for (const time of ['1000000000', '0000000000', '9999999999999']) acceptedEvent(await at(time, now, 0));
		expectRefusal(await at('now', now, 0), 'timestamp_malformed');
		const { headers } = send(body);
		const other = { headers: { ...headers, 'x-timestamp': '1000000000' }, body };
		expectRefusal(await deliver(humanos, credential, other, { tolerance: 0 }), 'signature_mismatch');
	});

	test.each([NaN, -1])('lets nothing pass when the tolerance is %j, which is none', async (tolerance) => {
		expectRefusal(await at(seconds, now + 1, tolerance), 'timestamp_outside_tolerance');
	});

	test.each([undefined, '', [[]].flat(), ['']])('must be there: %j', async (time) => {
		const { headers } = send(body);
		const sent = { body, headers: { ...headers, 'x-timestamp': time } };
		expectRefusal(await deliver(humanos, credential, sent, { now: SIGNED_AT }), 'timestamp_missing');
	});

	const malformed = [
		...['0', '175716000', '17571600000', '175716000000', '17571600000000', '1757160000.000', '1757160000000.0'],
		...['-1757160000', '+1757160000', ' 1757160000', '1757160000 ', '1757160000\n', '1.75716e+12', '0x1991d9d4400'],
		...['2025-09-06T12:00:00Z', 'now', 'NaN', '١٧٥٧١٦٠٠٠٠', '1757160000, 1757160000', '1757160000,1757160000'],
	];
	test.each(malformed)('is malformed as %j, even when it is signed', async (time) => {
		expectRefusal(await at(time, now), 'timestamp_malformed', Object.values(credential));
	});

	test('is malformed when it is sent twice', async () => {
		const sent = send(body);
		const headers = { ...sent.headers, 'x-timestamp': [timestamp, timestamp] };
		expectRefusal(await deliver(humanos, credential, { body, headers }, { now: SIGNED_AT }), 'timestamp_malformed');
	});
});
