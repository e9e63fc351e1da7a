import { samples } from '../../../nodes/Veriff/samples';
import { veriff } from '../../../nodes/Veriff/veriff';
import { VeriffTrigger } from '../../../nodes/Veriff/VeriffTrigger.node';
import { describeRawBody } from '../../support/describeRawBody';
import { describeReception } from '../../support/describeReception';
import { describeSelection } from '../../support/describeSelection';
import { describeSignatureHeader } from '../../support/describeSignatureHeader';
import { hmac } from '../../support/crypto';
import { acceptedEvent, deliver, expectRefusal, NOW, type Sent } from '../../support/reception';
import { credential, decision, fullAuto, progress, sample, send, userStatus, watchlist } from './sender';

/** The same under the other name that the documentation gives the header. */
function sendOtherwise(...args: Parameters<typeof send>): Sent {
	const { body, headers } = send(...args);
	return { body, headers: { 'VRF-HMAC-SIGNATURE': headers?.['X-HMAC-SIGNATURE'] } };
}

describeReception({
	provider: veriff,
	credential,
	sent: send(sample),
	payload: sample,
	unreadable: {
		'empty text': send(''),
		'not JSON': send('status=approved'),
		'cut off': send('{"verification":{"code":9001,"status":"approved"}'),
		'two objects': send('{"verification":{"code":9001,"status":"approved"}}{}'),
		'a list': send('[{"verification":{"code":9001,"status":"approved"}}]'),
		'a session id, as the GET endpoints have it signed': send('12df6045-3846-3e45-946a-14fa6136d78b'),
		null: send('null'),
		'not UTF-8': send(Buffer.from('{"vendorData":"\xe9"}', 'latin1')),
	},
});

describeSignatureHeader({
	provider: veriff,
	credential,
	header: 'X-HMAC-SIGNATURE',
	encoding: 'hex',
	sent: send(sample),
});

describeSignatureHeader({
	provider: veriff,
	credential,
	header: 'VRF-HMAC-SIGNATURE',
	encoding: 'hex',
	sent: sendOtherwise(sample),
});

describe('both headers together', () => {
	const signedTwice = (sharedSecret?: string) => {
		const { body, headers } = send(sample, sharedSecret);
		const signature = headers?.['X-HMAC-SIGNATURE'];
		return { body, headers: { 'x-hmac-signature': signature, 'vrf-hmac-signature': signature } };
	};
	const both = signedTwice();
	const wrong = signedTwice('a third secret');

	test('prove the delivery when one of them does', async () => {
		acceptedEvent(await deliver(veriff, credential, both));
		for (const name of ['x-hmac-signature', 'vrf-hmac-signature'] as const) {
			for (const value of [wrong.headers[name], 'ZZ', '']) {
				acceptedEvent(await deliver(veriff, credential, { ...both, headers: { ...both.headers, [name]: value } }));
			}
		}
	});

	test('prove nothing when neither does', async () => {
		expectRefusal(await deliver(veriff, credential, wrong), 'signature_mismatch', Object.values(credential));
		const malformed = { ...both, headers: { 'x-hmac-signature': 'ZZ', 'vrf-hmac-signature': 'ZZ' } };
		expectRefusal(await deliver(veriff, credential, malformed), 'signature_malformed');
	});

	test('are both named where both are missing', async () => {
		const result = await deliver(veriff, credential, { body: both.body });
		expectRefusal(result, 'signature_missing');
		expect(result).toMatchObject({ hint: expect.stringMatching(/x-hmac-signature or vrf-hmac-signature/) });
	});

	test('are the only ones: the legacy x-signature and the API key prove nothing', async () => {
		const headers = { 'x-signature': both.headers['x-hmac-signature'], 'x-auth-client': 'key' };
		expectRefusal(await deliver(veriff, credential, { ...both, headers }), 'signature_missing');
	});
});

describeRawBody({ provider: veriff, credential, seal: send });

describeSelection({
	node: new VeriffTrigger(),
	provider: veriff,
	credential,
	deliveries: {
		'decision.abandoned': [send(decision(9104, 'abandoned'))],
		'decision.approved': [send(sample), send(decision(9102, 'approved'))],
		'decision.declined': [send(decision(9102, 'declined'))],
		'decision.expired': [send(decision(9104, 'expired'))],
		'decision.resubmission_requested': [send(decision(9103, 'resubmission_requested'))],
		'decision.review': [send(decision(9121, 'review'))],
		'event.started': [send(progress(7001, 'started'))],
		'event.submitted': [send(progress(7002, 'submitted'))],
		fullauto: [send(fullAuto)],
		'user-status.created': [send(userStatus)],
		'watchlist.initial_result': [send(watchlist('initial_result'))],
		'watchlist.updated_result': [send(watchlist('updated_result'))],
	},
	unlisted: [
		send({}),
		send(decision(9001, null)),
		send(decision(9001, 'something_new')),
		send(progress(7003, 'something_new')),
		send({ ...userStatus, eventType: 'something.new' }),
	],
});

describe('the shared secret', () => {
	test('may be the current or the previous one, and no third', async () => {
		for (const sign of [send, sendOtherwise]) {
			acceptedEvent(await deliver(veriff, credential, sign(sample, credential.sharedSecret)));
			acceptedEvent(await deliver(veriff, credential, sign(sample, credential.previousSharedSecret)));
			const third = sign(sample, 'a third secret');
			expectRefusal(await deliver(veriff, credential, third), 'signature_mismatch', Object.values(credential));
		}
	});

	test('is no longer the previous one once that was removed', async () => {
		const sent = send(sample, credential.previousSharedSecret);
		for (const previousSharedSecret of ['', '   ', undefined, null]) {
			expectRefusal(await deliver(veriff, { ...credential, previousSharedSecret }, sent), 'signature_mismatch');
		}
	});

	test('is not what a blank field holds', async () => {
		const stored = { sharedSecret: credential.sharedSecret, previousSharedSecret: ' ' };
		for (const forger of [' ', 'undefined', 'null']) {
			expectRefusal(await deliver(veriff, stored, send(sample, forger)), 'signature_mismatch');
		}
	});
});

test('a delivery counts however old it is: no time is signed, and retries take 7 days', async () => {
	for (const now of [NOW + 365 * 24 * 3600 * 1000, 0]) {
		acceptedEvent(await deliver(veriff, credential, send(sample), { now, tolerance: 300 }));
	}
});

describe('the samples', () => {
	test.each(samples.samples)('$name is $status', async ({ name, status, create }) => {
		const secrets = samples.newSecrets();
		const { body, headers } = await samples.seal(create({}), secrets, NOW);
		expect(headers['x-hmac-signature']).toBe(hmac(secrets.sharedSecret, body).toString('hex'));
		const event = acceptedEvent(await deliver(veriff, secrets, { body, headers }));
		expect(event).toMatchObject({ status, eventType: name });
	});

	test('show every status', () => {
		expect(new Set(samples.samples.map(({ status }) => status)).size).toBe(4);
	});
});
