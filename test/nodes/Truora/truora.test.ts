import { TruoraTrigger } from '../../../nodes/Truora/TruoraTrigger.node';
import { truora } from '../../../nodes/Truora/truora';
import { describeReception } from '../../support/describeReception';
import { describeSelection } from '../../support/describeSelection';
import { jwt } from '../../support/crypto';
import { acceptedEvent, deliver, expectRefusal, type Circumstances } from '../../support/reception';
import { carry, credential, event, sample, SECONDS, sendEvents } from './sender';

const { signingKey, previousSigningKey } = credential;
const signed = (claims: Parameters<typeof jwt>[1]) => carry(jwt(signingKey, claims));

describeReception({
	provider: truora,
	credential,
	sent: sendEvents([sample]),
	payload: sample,
	unreadable: {
		'empty text': signed(''),
		'not JSON': signed('events'),
		'cut off': signed('{"events":['),
		'a list': signed(JSON.stringify([sample])),
		'a text': signed('"events"'),
		null: signed('null'),
		'not UTF-8': signed(Buffer.from('{"events":[{"name":"\xe9"}]}', 'latin1')),
	},
});

const send = (type: string) => sendEvents([event(type, 'succeeded')]);

describeSelection({
	node: new TruoraTrigger(),
	provider: truora,
	credential,
	deliveries: {
		check: [send('check'), send('Check')],
		continuous_check: [send('continuous_check'), send('continuous-check')],
		conversation: [send('conversation'), send('conversations.message')],
		decision_variables: [
			send('decision_variables'),
			sendEvents([event('check', 'decision_variables_finished')]),
			sendEvents([event('identity_process', 'decision_variables.finished')]),
		],
		document_validation: [send('document_validation'), send('validations.document-validation')],
		electronic_signature: [send('electronic_signature')],
		email_verification: [send('email_verification')],
		enterprise_data: [send('enterprise_data'), send('validations.enterprise-data-validation')],
		face_recognition: [send('face_recognition'), send('FACE-RECOGNITION')],
		face_search: [send('face_search')],
		identity_flow: [send('identity_flow'), send('digital_identity.identity_flow')],
		identity_process: [send('identity_process'), send('digital_identity.identity_process'), send('Identity-Process')],
		identity_questions: [send('identity_questions')],
		inbound_message: [send('inbound_message'), send('messages.inbound')],
		outbound_message: [send('outbound_message'), send('Outbound-Message')],
		phone_verification: [send('phone_verification')],
		signal: [send('signal'), send('signals')],
		step: [
			send('step'),
			sendEvents([event('identity_process', 'step_succeeded')]),
			sendEvents([event('identity_process', 'step.succeeded')]),
		],
		truconnect: [send('truconnect'), send('truconnect_process')],
		truface: [send('truface')],
		voice_recognition: [send('voice_recognition')],
		whatsapp: [send('whatsapp'), send('whatsapp.message')],
	},
	unlisted: [send('company_validation'), send('something.new'), send('constructor'), sendEvents([{}])],
});

test('a delivery of several events lets pass those that are selected', async () => {
	const sent = sendEvents([
		event('identity_process', 'succeeded'),
		event('step', 'created'),
		event('check', 'created'),
	]);
	const result = await deliver(truora, credential, sent, { events: ['step', 'signal'] });
	expect(acceptedEvent(result)).toMatchObject({ eventType: 'step' });
});

describe('the signing key', () => {
	test('may be the current or the previous one, and no third', async () => {
		for (const key of [signingKey, previousSigningKey]) {
			acceptedEvent(await deliver(truora, credential, carry(jwt(key, { events: [sample] }))));
		}
		const third = carry(jwt('a third key', { events: [sample] }));
		expectRefusal(await deliver(truora, credential, third), 'signature_mismatch', Object.values(credential));
	});

	test('is no longer the previous one once that was removed', async () => {
		const sent = carry(jwt(previousSigningKey, { events: [sample] }));
		for (const previous of ['', '  ', undefined, null]) {
			const stored = { signingKey, previousSigningKey: previous };
			expectRefusal(await deliver(truora, stored, sent), 'signature_mismatch');
		}
	});

	test('is taken as the text that it is, not decoded', async () => {
		const text = Buffer.from('a key of thirty-two bytes, 00000').toString('base64');
		const decoded = carry(jwt('a key of thirty-two bytes, 00000', { events: [sample] }));
		expectRefusal(await deliver(truora, { signingKey: text }, decoded), 'signature_mismatch');
		acceptedEvent(await deliver(truora, { signingKey: text }, carry(jwt(text, { events: [sample] }))));
	});

	test('under which a token has expired makes it expired, whichever of the two it is', async () => {
		for (const key of [signingKey, previousSigningKey]) {
			const sent = carry(jwt(key, { events: [sample], exp: SECONDS - 1 }));
			expectRefusal(await deliver(truora, credential, sent), 'token_claims_invalid');
		}
	});
});

describe('the claims', () => {
	test.each([
		['no issuer', {}],
		['Truora as issuer', { iss: 'Truora' }],
		['an expiry in a second', { exp: SECONDS + 1 }],
		['a beginning now', { nbf: SECONDS }],
		['an audience, a subject and an id', { aud: 'a', sub: 'b', jti: 'c' }],
		['a time of issue years ago', { iat: 1 }],
		['a time of issue years ahead', { iat: 9999999999 }],
		['no time of issue', { iat: undefined }],
	])('are right with %s', async (_, claims) => {
		acceptedEvent(await deliver(truora, credential, signed({ events: [sample], ...claims })));
	});

	test.each([
		['another issuer', { iss: 'Truara' }],
		['the issuer in lower case', { iss: 'truora' }],
		['a blank behind the issuer', { iss: 'Truora ' }],
		['an empty issuer', { iss: '' }],
		['null as issuer', { iss: null }],
		['a list of issuers', { iss: ['Truora'] }],
		['an object as issuer', { iss: { toString: 'Truora' } }],
		['an expiry a second ago', { exp: SECONDS - 1 }],
		['an expiry now', { exp: SECONDS }],
		['an expiry in 1970', { exp: 0 }],
		['an expiry that is text', { exp: String(SECONDS + 1000) }],
		['an expiry that is null', { exp: null }],
		['a beginning in a second', { nbf: SECONDS + 1 }],
		['a beginning that is text', { nbf: '0' }],
	])('are wrong with %s', async (_, claims) => {
		const result = await deliver(truora, credential, signed({ events: [sample], iss: 'Truora', ...claims }));
		expectRefusal(result, 'token_claims_invalid', Object.values(credential));
	});

	test('count for nothing before the signature is right', async () => {
		const sent = carry(jwt('a third key', { events: [sample], exp: 0, iss: 'Evil' }));
		expectRefusal(await deliver(truora, credential, sent), 'signature_mismatch');
	});
});

describe('the time of issue, when the operator sets a tolerance', () => {
	const issued = (iat: unknown, circumstances: Circumstances) =>
		deliver(truora, credential, signed({ events: [sample], iat }), { tolerance: 300, ...circumstances });
	const now = SECONDS * 1000;

	test('is fresh up to the tolerance, in the past and in the future', async () => {
		for (const offset of [0, 1, -1, 299, 300, -299, -300]) acceptedEvent(await issued(SECONDS + offset, { now }));
		for (const tolerance of [1, 86_400]) {
			acceptedEvent(await issued(SECONDS - tolerance, { now, tolerance }));
			acceptedEvent(await issued(SECONDS + tolerance, { now, tolerance }));
		}
	});

	test.each([-301, 301, -86_400, 86_400, -SECONDS, SECONDS * 999])('is stale %i seconds from now', async (offset) => {
		expectRefusal(await issued(SECONDS + offset, { now }), 'timestamp_outside_tolerance');
	});

	test('is stale from the first millisecond beyond the tolerance', async () => {
		acceptedEvent(await issued(SECONDS, { now: now + 300_000 }));
		expectRefusal(await issued(SECONDS, { now: now + 300_001 }), 'timestamp_outside_tolerance');
		expectRefusal(await issued(SECONDS, { now: now - 300_001 }), 'timestamp_outside_tolerance');
	});

	test('must be there', async () => {
		expectRefusal(await issued(undefined, { now }), 'timestamp_missing');
	});

	test.each([String(SECONDS), 'now', '', null, true, [SECONDS], {}])('must be a number, not %j', async (iat) => {
		expectRefusal(await issued(iat, { now }), 'timestamp_malformed');
	});

	test.each([NaN, -1])('lets nothing pass when the tolerance is %j, which is none', async (tolerance) => {
		expectRefusal(await issued(SECONDS - 1, { now, tolerance }), 'timestamp_outside_tolerance');
	});
});
