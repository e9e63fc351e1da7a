import { persona } from '../../../nodes/Persona/persona';
import { PersonaTrigger } from '../../../nodes/Persona/PersonaTrigger.node';
import { describeRawBody } from '../../support/describeRawBody';
import { describeReception } from '../../support/describeReception';
import { describeSelection } from '../../support/describeSelection';
import { acceptedEvent, deliver, expectRefusal } from '../../support/reception';
import { describeTimestampedHeader } from '../../support/describeTimestampedHeader';
import { credential, inquiry, sample, send } from './sender';
import { checkSecrets } from '../../../webhook/secrets';
import vectors from './vectors.json';

describe('what the openssl command signed', () => {
	const { webhookSecret, previousWebhookSecret, body, deliveries } = vectors;
	const receive = (value: string, now: number, changed = body) =>
		deliver(
			persona,
			{ webhookSecret, previousWebhookSecret },
			{ body: changed, headers: { 'Persona-Signature': value } },
			{ now: now * 1000 },
		);

	test.each(deliveries.map((each) => [each.name, each] as const))('is authentic: %s', async (_, each) => {
		expect(acceptedEvent(await receive(each['Persona-Signature'], each.now))).toMatchObject({
			status: 'approved',
			eventId: 'evt_XGuYWp7WuDzNxie5z16s7sGJ',
			externalId: 'Zo\u00eb/7',
		});
	});

	test.each(deliveries.map((each) => [each.name, each] as const))(
		'is refused with another body or at another time: %s',
		async (_, each) => {
			for (const changed of [
				JSON.stringify(JSON.parse(body)),
				body.trimEnd(),
				body.replace('approved', 'Approved'),
				'',
			]) {
				const result = await receive(each['Persona-Signature'], each.now, changed);
				expectRefusal(result, 'signature_mismatch', [webhookSecret]);
			}
			expectRefusal(await receive(each['Persona-Signature'], each.now + 3600), 'timestamp_outside_tolerance');
		},
	);
});

describeReception({
	provider: persona,
	credential,
	sent: send(sample),
	payload: sample,
	unreadable: {
		'empty text': send(''),
		'not JSON': send('status=approved'),
		'a list': send('[{}]'),
		null: send('null'),
		'not UTF-8': send(Buffer.from('{"data":"\xe9"}', 'latin1')),
	},
});

describeTimestampedHeader({
	provider: persona,
	credential,
	header: 'Persona-Signature',
	currentSecret: credential.webhookSecret,
	previousSecret: credential.previousWebhookSecret,
});

describeRawBody({ provider: persona, credential, seal: send });

const names = [
	'case.assigned',
	'case.created',
	'case.reopened',
	'case.resolved',
	'case.updated',
	'inquiry.approved',
	'inquiry.completed',
	'inquiry.created',
	'inquiry.declined',
	'inquiry.expired',
	'inquiry.failed',
	'inquiry.marked-for-review',
	'inquiry.redacted',
	'inquiry.reusable-persona-created',
	'inquiry.reusable-persona-used',
	'inquiry.started',
	'inquiry.transitioned',
	'inquiry.updated-tags',
	'report/adverse-media.matched',
	'report/adverse-media.ready',
	'report/business-adverse-media.matched',
	'report/business-adverse-media.ready',
	'report/business-watchlist.matched',
	'report/business-watchlist.ready',
	'report/crypto-address-watchlist.matched',
	'report/crypto-address-watchlist.ready',
	'report/politically-exposed-person.matched',
	'report/politically-exposed-person.ready',
	'report/screening.matched',
	'report/screening.ready',
	'report/watchlist.matched',
	'report/watchlist.ready',
	'verification.canceled',
	'verification.created',
	'verification.failed',
	'verification.passed',
	'verification.requires-retry',
	'verification.submitted',
];

describeSelection({
	node: new PersonaTrigger(),
	provider: persona,
	credential,
	deliveries: Object.fromEntries(names.map((name) => [name, [send(inquiry(name, 'pending'))]])),
	unlisted: [send(inquiry('account.created', 'active', 'account')), send(inquiry('constructor', 'approved')), send({})],
});

test.each(['webhookSecret', 'previousWebhookSecret'])('whoever sets up a %s is told when it is cut off', (name) => {
	const { fields } = persona.credential;
	const secret = '24e91c5a-838f-4686-a89a-2c801f71f76d';
	const whole = { webhookSecret: `wbhsec_${secret}`, previousWebhookSecret: `wbhsec_${secret}` };
	expect(checkSecrets({ fields }, whole)).toEqual({ problem: null, warning: null });
	expect(checkSecrets({ fields }, { ...whole, [name]: secret })).toEqual({
		problem: expect.stringMatching(
			/Webhook Secret( \(Rotation Only\))? must begin with wbhsec_: copy it whole from the provider\.$/,
		) as string,
		warning: null,
	});
});
