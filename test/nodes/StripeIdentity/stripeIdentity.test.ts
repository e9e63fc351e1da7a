import { stripeIdentity } from '../../../nodes/StripeIdentity/stripeIdentity';
import { checkSecrets } from '../../../webhook/secrets';
import { StripeIdentityTrigger } from '../../../nodes/StripeIdentity/StripeIdentityTrigger.node';
import { describeRawBody } from '../../support/describeRawBody';
import { describeReception } from '../../support/describeReception';
import { describeSelection } from '../../support/describeSelection';
import { acceptedEvent, deliver, expectRefusal } from '../../support/reception';
import { describeTimestampedHeader } from '../../support/describeTimestampedHeader';
import { stripe as published } from '../../vectors/published.json';
import { credential, sample, send, session } from './sender';

describe('the published vector', () => {
	const receive = (signature: string, body: string = published.body) => {
		const sent = { body, headers: { 'Stripe-Signature': signature } };
		return deliver(stripeIdentity, { signingSecret: published.secret }, sent, { now: 1533204620_000 });
	};

	test(`is authentic (${published.source})`, async () => {
		expect(acceptedEvent(await receive(published['Stripe-Signature']))).toMatchObject({
			status: 'other',
			reason: 'test',
			environment: 'test',
			verificationId: null,
			eventId: 'evt_123',
			eventType: 'customer.created',
			occurredAt: '2018-08-02T10:10:20.000Z',
		});
	});

	test('is authentic by its v1 alone, and not by its v0', async () => {
		const [time, v1, v0 = ''] = published['Stripe-Signature'].split(',');
		acceptedEvent(await receive(`${time},${v1}`));
		expectRefusal(await receive(`${time},${v0}`), 'signature_missing');
		expectRefusal(await receive(`${time},${v0.replace('v0', 'v1')}`), 'signature_mismatch');
	});

	test('is refused without its last line break, and written anew', async () => {
		for (const body of [published.body.trimEnd(), JSON.stringify(JSON.parse(published.body)), '']) {
			expectRefusal(await receive(published['Stripe-Signature'], body), 'signature_mismatch');
		}
	});
});

describeReception({
	provider: stripeIdentity,
	credential,
	sent: send(sample),
	payload: sample,
	unreadable: {
		'empty text': send(''),
		'not JSON': send('type=identity.verification_session.verified'),
		'a list': send('[{}]'),
		null: send('null'),
		'not UTF-8': send(Buffer.from('{"type":"\xe9"}', 'latin1')),
	},
});

describeTimestampedHeader({
	provider: stripeIdentity,
	credential,
	header: 'Stripe-Signature',
	currentSecret: credential.signingSecret,
	previousSecret: credential.previousSigningSecret,
});

describeRawBody({ provider: stripeIdentity, credential, seal: send });

const deliveryOf = (what: string) => [send(session(what))];

describeSelection({
	node: new StripeIdentityTrigger(),
	provider: stripeIdentity,
	credential,
	deliveries: {
		'identity.verification_session.canceled': deliveryOf('canceled'),
		'identity.verification_session.created': deliveryOf('created'),
		'identity.verification_session.processing': deliveryOf('processing'),
		'identity.verification_session.redacted': deliveryOf('redacted'),
		'identity.verification_session.requires_input': deliveryOf('requires_input'),
		'identity.verification_session.verified': deliveryOf('verified'),
	},
	unlisted: [send({ ...sample, type: 'customer.created' }), send({ ...sample, type: 'constructor' }), send({})],
});

test('a signing secret is one of an endpoint, whole, where a person sets it up, and judged by its signature elsewhere', async () => {
	const { fields } = stripeIdentity.credential;
	expect(checkSecrets({ fields }, { signingSecret: 'whsec_0123456789abcdef' })).toEqual({
		problem: null,
		warning: null,
	});
	for (const wrong of ['sk_live_0123456789abcdef', '0123456789abcdef01234567', 'WHSEC_0123456789abcdef']) {
		const sentence = 'must begin with whsec_: copy it whole from the provider.';
		const { problem } = checkSecrets({ fields }, { signingSecret: wrong });
		expect(problem).toBe(`Signing Secret ${sentence}`);
		const previous = checkSecrets(
			{ fields },
			{ signingSecret: 'whsec_0123456789abcdef', previousSigningSecret: wrong },
		);
		expect(previous.problem).toBe(`Previous Signing Secret (Rotation Only) ${sentence}`);
	}
	acceptedEvent(await deliver(stripeIdentity, { signingSecret: 'no prefix' }, send(sample, 'no prefix')));
});
