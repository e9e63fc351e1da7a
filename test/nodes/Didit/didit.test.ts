import { didit } from '../../../nodes/Didit/didit';
import { DiditTrigger } from '../../../nodes/Didit/DiditTrigger.node';
import { describeRawBody } from '../../support/describeRawBody';
import { describeReception } from '../../support/describeReception';
import { describeSelection } from '../../support/describeSelection';
import { describeSignatureHeader } from '../../support/describeSignatureHeader';
import { hmac } from '../../support/crypto';
import { acceptedEvent, deliver, expectRefusal } from '../../support/reception';
import { credential, sample, send, time } from './sender';
import vector from './vector.json';

const untold = Object.values(credential);

describe('what the openssl command signed', () => {
	const { secretSharedKey, body, now } = vector;
	const receive = (text: string) => {
		const sent = { body: text, headers: { 'X-Signature': vector['X-Signature'] } };
		return deliver(didit, { secretSharedKey }, sent, { now: now * 1000 });
	};

	test('is authentic', async () => {
		expect(acceptedEvent(await receive(body))).toMatchObject({ status: 'approved', externalId: 'Zo\u00eb/7' });
	});

	test('is refused with the body written anew, or another one', async () => {
		for (const changed of [JSON.stringify(JSON.parse(body)), body.replace('Approved', 'approved'), `${body}\n`, '']) {
			expectRefusal(await receive(changed), 'signature_mismatch', [secretSharedKey]);
		}
	});
});

describeReception({
	provider: didit,
	credential,
	sent: send(sample),
	payload: sample,
	unreadable: {
		'empty text': send(''),
		'not JSON': send('status=Approved'),
		'cut off': send('{"status":"Approved"'),
		'a list': send('[{}]'),
		null: send('null'),
		'not UTF-8': send(Buffer.from(`{"timestamp":${time},"status":"\xe9"}`, 'latin1')),
	},
});

describeSignatureHeader({ provider: didit, credential, header: 'X-Signature', encoding: 'hex', sent: send(sample) });

describeRawBody({ provider: { ...didit, tolerance: 0 }, credential, seal: send });

const deliveryOf = (type: string) => [send({ ...sample, webhook_type: type })];

describeSelection({
	node: new DiditTrigger(),
	provider: didit,
	credential,
	deliveries: Object.fromEntries(
		[
			'activity.created',
			'business.data.updated',
			'business.status.updated',
			'data.updated',
			'status.updated',
			'transaction.created',
			'transaction.status.updated',
			'travel_rule.status.updated',
			'user.data.updated',
			'user.status.updated',
		].map((type) => [type, deliveryOf(type)]),
	),
	unlisted: [
		...deliveryOf('something.new'),
		...deliveryOf('constructor'),
		send({ timestamp: time }),
		send({ event: 'something.new', data: {}, timestamp: time }),
	],
});

describe('the other signatures', () => {
	const { body } = send(sample);
	const key = credential.secretSharedKey;
	const simple = hmac(key, `${time}:${sample.session_id}:Approved:status.updated`).toString('hex');
	const raw = hmac(key, body).toString('hex');
	const receive = (headers: Record<string, string>) => deliver(didit, credential, { body, headers });

	test.each([
		['X-Signature-Simple', { 'X-Signature-Simple': simple, 'X-Timestamp': String(time) }],
		['X-Signature-V2', { 'X-Signature-V2': raw, 'X-Timestamp': String(time) }],
		['both of them', { 'X-Signature-V2': raw, 'X-Signature-Simple': simple, 'X-Timestamp': String(time) }],
	])('authenticate nothing: %s alone', async (_, headers) => {
		expectRefusal(await receive(headers), 'signature_missing', [...untold, simple, raw]);
	});

	test('authenticate nothing beside a wrong X-Signature, and do no harm beside a right one', async () => {
		const others = { 'X-Signature-Simple': simple, 'X-Timestamp': String(time) };
		expectRefusal(await receive({ ...others, 'X-Signature': simple }), 'signature_mismatch', untold);
		expectRefusal(await receive({ ...others, 'X-Signature': '0'.repeat(64) }), 'signature_mismatch', untold);
		acceptedEvent(await receive({ 'X-Signature': raw, 'X-Signature-Simple': 'forged', 'X-Signature-V2': 'forged' }));
	});
});

describe('the timestamp in the body', () => {
	const receive = (timestamp: unknown, circumstances = {}) =>
		deliver(didit, credential, send({ ...sample, timestamp }), circumstances);
	const at = (seconds: number, tolerance = 600) => receive(time, { now: (time + seconds) * 1000, tolerance });
	const iso = (seconds: number) => new Date((time + seconds) * 1000).toISOString();

	test.each([-600, -1, 0, 310, 599, 600])('may be received %i seconds after it', async (seconds) => {
		acceptedEvent(await at(seconds));
	});

	test.each([-86_400, -601, 601, 86_400, 40_000_000])('is refused %i seconds after it', async (seconds) => {
		expectRefusal(await at(seconds), 'timestamp_outside_tolerance', untold);
	});

	test('may be any, or none, when the tolerance is 0', async () => {
		acceptedEvent(await at(40_000_000, 0));
		for (const timestamp of [undefined, null, 'noon', {}, 0]) acceptedEvent(await receive(timestamp, { tolerance: 0 }));
		acceptedEvent(await at(10, 10));
		expectRefusal(await at(11, 10), 'timestamp_outside_tolerance');
		expectRefusal(await at(0, Number.NaN), 'timestamp_outside_tolerance');
	});

	test('may be its text, or ISO 8601', async () => {
		for (const written of [String(time), iso(0), iso(-590), iso(590).replace('Z', '+00:00')]) {
			acceptedEvent(await receive(written));
		}
		for (const written of [String(time - 700), iso(-700), iso(700)]) {
			expectRefusal(await receive(written), 'timestamp_outside_tolerance', untold);
		}
	});

	test.each([undefined, null])('is missing when it is %j', async (timestamp) => {
		expectRefusal(await receive(timestamp), 'timestamp_missing', untold);
	});

	test.each([
		'',
		' ',
		'noon',
		true,
		0,
		-time,
		time + 0.5,
		time * 1000,
		`${time}s`,
		` ${time}`,
		`${String(time).slice(0, -1)}`,
		`+${String(time).slice(1)}`,
		[time],
		{ value: time },
		'2026-03-04',
		'constructor',
	])('is malformed when it is %j', async (timestamp) => {
		expectRefusal(await receive(timestamp), 'timestamp_malformed', untold);
	});

	test('is not helped by a fresh X-Timestamp, nor harmed by a stale one', async () => {
		const stale = send({ ...sample, timestamp: time - 700 });
		const fresher = { ...stale, headers: { ...stale.headers, 'X-Timestamp': String(time) } };
		expectRefusal(await deliver(didit, credential, fresher), 'timestamp_outside_tolerance', untold);
		const fresh = send(sample);
		acceptedEvent(await deliver(didit, credential, { ...fresh, headers: { ...fresh.headers, 'X-Timestamp': '1' } }));
	});

	test('is not looked at before the signature matches', async () => {
		for (const timestamp of [time - 700, undefined, 'noon']) {
			const forged = { ...send(sample), body: JSON.stringify({ ...sample, timestamp }) };
			expectRefusal(await deliver(didit, credential, forged), 'signature_mismatch', untold);
		}
	});

	test('is 600 seconds by default: the last retry comes about five minutes later', () =>
		expect(didit.tolerance).toBe(600));
});

describe('the secret', () => {
	test('may be the current or the previous one, and no third', async () => {
		acceptedEvent(await deliver(didit, credential, send(sample, credential.secretSharedKey)));
		acceptedEvent(await deliver(didit, credential, send(sample, credential.previousSecretSharedKey)));
		for (const third of ['a third one', ' ', 'undefined', `${credential.secretSharedKey} `]) {
			expectRefusal(await deliver(didit, credential, send(sample, third)), 'signature_mismatch', untold);
		}
	});

	test('is no longer the previous one once that was removed', async () => {
		const sent = send(sample, credential.previousSecretSharedKey);
		for (const previousSecretSharedKey of ['', ' ', undefined]) {
			expectRefusal(await deliver(didit, { ...credential, previousSecretSharedKey }, sent), 'signature_mismatch');
		}
	});
});
