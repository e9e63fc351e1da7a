import { footprint } from '../../../nodes/Footprint/footprint';
import { FootprintTrigger } from '../../../nodes/Footprint/FootprintTrigger.node';
import { describeRawBody } from '../../support/describeRawBody';
import { describeReception } from '../../support/describeReception';
import { describeSelection } from '../../support/describeSelection';
import { acceptedEvent, deliver, expectRefusal, NOW } from '../../support/reception';
import { standard_webhooks as published } from '../../vectors/published.json';
import { credential, digestOf, keys, sample, secretOf, send, time } from './sender';

describe('the published vector', () => {
	const receive = (prefix: string, changed = {}) => {
		const { id, timestamp, signature, body } = { ...published, ...changed };
		const headers = { [`${prefix}-id`]: id, [`${prefix}-timestamp`]: timestamp, [`${prefix}-signature`]: signature };
		const now = Number(published.timestamp) * 1000;
		return deliver(footprint, { signingSecret: published.secret }, { body, headers }, { now });
	};

	test(`is authentic under either name of the headers (${published.source})`, async () => {
		for (const prefix of ['svix', 'webhook']) {
			expect(acceptedEvent(await receive(prefix))).toMatchObject({
				status: 'other',
				reason: 'unknown',
				eventId: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
			});
		}
	});

	test('is refused with another id, time or body', async () => {
		const others = [{ id: 'msg_2' }, { timestamp: '1614265331' }, { body: '{"test":2432232314}' }, { body: '' }];
		for (const changed of others) {
			expectRefusal(await receive('svix', changed), 'signature_mismatch', [published.secret]);
		}
	});
});

describeReception({
	provider: footprint,
	credential,
	sent: send(sample),
	payload: sample,
	unreadable: {
		'empty text': send(''),
		'not JSON': send('status=pass'),
		'a list': send('[{}]'),
		null: send('null'),
		'not UTF-8': send(Buffer.from('{"status":"\xe9"}', 'latin1')),
	},
});

describeRawBody({ provider: footprint, credential, seal: (body) => send(body) });

const kinds = [
	'footprint.onboarding.completed',
	'footprint.onboarding.status_changed',
	'footprint.user.bank_link_updated',
	'footprint.user.info_requested',
	'footprint.user.manual_review',
	'footprint.vault.updated',
	'footprint.watchlist_check.completed',
];

describeSelection({
	node: new FootprintTrigger(),
	provider: footprint,
	credential,
	deliveries: Object.fromEntries(kinds.map((kind) => [kind, [send({ ...sample, event_kind: kind })]])),
	unlisted: [send({ ...sample, event_kind: 'footprint.new' }), send({ event_kind: 'constructor' }), send({})],
});

const body = JSON.stringify(sample);
const digest = digestOf(body);
const right = `v1,${digest}`;
const wrong = `v1,${Buffer.alloc(32).toString('base64')}`;
const untold = [...Object.values(credential), ...Object.values(keys), digest];

const receive = (changed: Record<string, string | string[] | undefined>, circumstances = {}) => {
	const headers = { 'svix-id': 'msg_1', 'svix-timestamp': String(time), 'svix-signature': right, ...changed };
	return deliver(footprint, credential, { body, headers }, circumstances);
};

describe('the svix-signature header', () => {
	const withSignature = (value: string | string[] | undefined) => receive({ 'svix-signature': value });

	test.each([
		['alone', right],
		['as a list of one', [right]],
		['behind a wrong one', `${wrong} ${right}`],
		['before a wrong one', `${right} ${wrong}`],
		['behind one of the previous secret', `v1,${digestOf(body, { key: keys.previous })} ${right}`],
		['among other versions', `v1a,${digest} v2,abc ${right} noise`],
	])('is accepted with a v1 %s', async (_, value) => {
		acceptedEvent(await withSignature(value));
	});

	test.each([
		['missing', undefined],
		['empty', ''],
		['an empty list', []],
		['signed with v1a only', `v1a,${digest}`],
		['signed with v2 only', `v2,${digest}`],
		['signed with V1 only', `V1,${digest}`],
		['the digest alone', digest],
		['in quotes', `"${right}"`],
		['of the form v1=', `v1=${digest}`],
		['a name of every object', '__proto__'],
	])('is missing when it is %s', async (_, value) => {
		expectRefusal(await withSignature(value), 'signature_missing', untold);
	});

	test.each([
		['sent twice', `${right}, ${right}`],
		['sent twice without a space', `${right},${right}`],
		['a list of two', [right, right]],
		['followed by ZZ', `${right}ZZ`],
		['followed by a line break', `${right}\n`],
		['followed by a null character', `${right}\0`],
		['broken by a blank', `${right.slice(0, 20)} ${right.slice(20)}`],
		['broken by a line break', `${right.slice(0, 20)}\n${right.slice(20)}`],
		['without its padding', right.replace(/=+$/, '')],
		['truncated by one letter', right.slice(0, -2)],
		['truncated to 16 bytes', `v1,${Buffer.from(digest, 'base64').subarray(0, 16).toString('base64')}`],
		['with a blank behind the comma', `v1, ${digest}`],
		['with the digest in hex', `v1,${Buffer.from(digest, 'base64').toString('hex')}`],
		['empty behind the version', 'v1,'],
		['a right one beside a malformed one', `${right} v1,abc`],
	])('is malformed when it is %s', async (_, value) => {
		expectRefusal(await withSignature(value), 'signature_malformed', untold);
	});

	test('does not match when any one bit of the digest is another', async () => {
		for (let bit = 0; bit < 256; bit++) {
			const bytes = Buffer.from(digest, 'base64');
			bytes.writeUInt8(bytes.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
			expectRefusal(await withSignature(`v1,${bytes.toString('base64')}`), 'signature_mismatch', untold);
		}
	});

	test.each([
		['all zeros', wrong],
		['under a third secret', `v1,${digestOf(body, { key: 'a third key' })}`],
		['under the text of the secret', `v1,${digestOf(body, { key: credential.signingSecret })}`],
		['under the base64 of the secret', `v1,${digestOf(body, { key: credential.signingSecret.slice(6) })}`],
		['of another body', `v1,${digestOf(`${body} `)}`],
		['of another id', `v1,${digestOf(body, { id: 'msg_2' })}`],
		['of another time', `v1,${digestOf(body, { at: String(time + 1) })}`],
	])('does not match when the digest is %s', async (_, value) => {
		expectRefusal(await withSignature(value), 'signature_mismatch', untold);
	});
});

describe('the svix-id header', () => {
	test.each([undefined, '', []])('is missed when it is %j', async (id) => {
		expectRefusal(await receive({ 'svix-id': id }), 'signature_missing', untold);
	});

	test.each(['msg_2', 'msg_1 ', 'msg_1, msg_1', `msg_1.${time}`, '__proto__'])('is signed: not %j', async (id) => {
		expectRefusal(await receive({ 'svix-id': id }), 'signature_mismatch', untold);
	});

	test('may be one of the other family only with the whole of it', async () => {
		const headers = { 'svix-id': 'msg_1', 'svix-timestamp': String(time), 'webhook-signature': right };
		expectRefusal(await deliver(footprint, credential, { body, headers }), 'signature_missing', untold);
	});
});

describe('the svix-timestamp header', () => {
	const signedAt = (at: string) => receive({ 'svix-timestamp': at, 'svix-signature': `v1,${digestOf(body, { at })}` });
	const at = (seconds: number, tolerance = 300) => receive({}, { now: (time + seconds) * 1000, tolerance });

	test.each([undefined, '', []])('is missing when it is %j', async (value) => {
		expectRefusal(await receive({ 'svix-timestamp': value }), 'timestamp_missing', untold);
	});

	test.each([
		String(NOW),
		`${time}.0`,
		`+${time}`,
		` ${time}`,
		`${time} `,
		`${time}, ${time}`,
		'now',
		String(time).slice(1),
		'2026-03-04T05:06:07Z',
	])('is malformed when it is %j', async (value) => {
		expectRefusal(await signedAt(value), 'timestamp_malformed', untold);
	});

	test.each([-300, -1, 0, 299, 300])('may be received %i seconds after it', async (seconds) => {
		acceptedEvent(await at(seconds));
	});

	test.each([-86_400, -301, 301, 86_400])('is refused %i seconds after it', async (seconds) => {
		expectRefusal(await at(seconds), 'timestamp_outside_tolerance', untold);
	});

	test('may be any when the tolerance is 0', async () => {
		acceptedEvent(await at(40_000_000, 0));
		expectRefusal(await at(0, Number.NaN), 'timestamp_outside_tolerance');
	});

	test('is not looked at before the digest matches', async () => {
		const stale = String(time - 999);
		expectRefusal(await receive({ 'svix-timestamp': stale }), 'signature_mismatch', untold);
		expectRefusal(await signedAt(stale), 'timestamp_outside_tolerance', untold);
	});

	test('is 300 seconds by default', () => expect(footprint.tolerance).toBe(300));
});

describe('the secret', () => {
	const under = (key: string) => send(sample, { key });

	test('may be the current or the previous one, and no third', async () => {
		acceptedEvent(await deliver(footprint, credential, under(keys.current)));
		acceptedEvent(await deliver(footprint, credential, under(keys.previous)));
		expectRefusal(await deliver(footprint, credential, under('a third key')), 'signature_mismatch', untold);
		const alone = { ...credential, previousSigningSecret: ' ' };
		expectRefusal(await deliver(footprint, alone, under(keys.previous)), 'signature_mismatch', untold);
	});

	test.each(['signingSecret', 'previousSigningSecret'])('cannot work as %s without its form', async (name) => {
		const base64 = secretOf(keys.current).slice('whsec_'.length);
		for (const stored of [base64, 'whsec_', 'whsec_no base64!', `WHSEC_${base64}`, `whsec_${base64}x`]) {
			const result = await deliver(footprint, { ...credential, [name]: stored }, under(keys.current));
			expectRefusal(result, 'credential_invalid', [base64]);
			expect(result).toMatchObject({
				detail: expect.stringMatching(/Signing Secret( \(Rotation Only\))? must be whsec_ with base64/),
			});
		}
	});
});
