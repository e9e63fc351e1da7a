import { samples } from '../../../nodes/StripeIdentity/samples';
import { stripeIdentity } from '../../../nodes/StripeIdentity/stripeIdentity';
import { strangers, variants, voids } from '../../support/payloads';
import { acceptedEvent, deliver, NOW } from '../../support/reception';
import { eventOf, sample, session } from './sender';

const failed = { status: 'requires_input', last_error: { code: 'document_expired', reason: 'It is expired.' } };

describe('an event about a session', () => {
	test.each([
		['verified', {}, 'approved', null],
		['processing', {}, 'pending', 'in_review'],
		['created', { status: 'requires_input' }, 'pending', 'started'],
		['requires_input', failed, 'pending', 'resubmission'],
		['requires_input', {}, 'pending', 'started'],
		['canceled', {}, 'other', 'canceled'],
		['canceled', failed, 'other', 'canceled'],
		['redacted', { status: 'verified' }, 'other', 'notification'],
		['something_new', { status: 'verified' }, 'other', 'notification'],
	])('%s with %j is %s, %s', async (what, details, status, reason) => {
		const payload = session(what, details);
		expect(await eventOf(payload)).toStrictEqual({
			provider: 'stripe-identity',
			receivedAt: '2026-03-04T05:06:07.089Z',
			status,
			reason,
			decidedBy: null,
			check: null,
			eventId: 'evt_1NG8Du2eZvKYlo2CUI79vXWy',
			eventType: `identity.verification_session.${what}`,
			providerStatus: payload.data.object.status,
			verificationId: 'vs_1NuNAILkdIwHu7ixh7OtGMLw',
			externalId: 'Zo\u00eb/7',
			subject: { id: 'cus_9', email: 'zoe@example.com', phone: '+4915112345678', name: null },
			occurredAt: '2026-03-04T05:05:00.000Z',
			payload,
		});
	});

	test.each(['requires_input', 'processing', 'canceled', 'VERIFIED', 'verified ', 'constructor', '__proto__'])(
		'verified, of a session that is %j, approves nobody',
		async (status) => {
			const event = await eventOf(session('verified', { status }));
			expect(event).toMatchObject({ status: 'other', reason: 'unknown', providerStatus: status });
		},
	);

	test.each(variants(session('verified'), [['data', 'object', 'status']], voids))(
		'verified approves by its type when the session does not tell: %s',
		async (_, payload) => {
			expect(await eventOf(payload)).toMatchObject({ status: 'approved', providerStatus: null });
		},
	);

	test.each([null, '', 'document_expired', 5, true, []])(
		'requires_input with last_error %j has not failed',
		async (error) => {
			const event = await eventOf(session('requires_input', { last_error: error }));
			expect(event).toMatchObject({ status: 'pending', reason: 'started' });
		},
	);
});

describe('an event of another kind', () => {
	test.each(variants(sample, [['type']], voids))('is not known when it does not tell which: %s', async (_, payload) => {
		expect(await eventOf(payload)).toMatchObject({ status: 'other', reason: 'unknown', eventType: 'unknown' });
	});

	test.each([
		...variants(sample, [['type']], strangers).map(([, { type }]) => String(type)),
		'identity.verification_session.verified ',
		'Identity.Verification_Session.Verified',
		'identity.verification_session.verified.created',
		'verified',
		'identity.verification_report.verified',
		'v1.identity.verification_session.verified',
		'checkout.session.completed',
	])('is a notification: %j', async (type) => {
		expect(await eventOf({ ...sample, type })).toMatchObject({
			status: 'other',
			reason: 'notification',
			eventType: type,
		});
	});

	test('is passed on when everything is missing or of another type', async () => {
		for (const payload of [
			{},
			{ data: null },
			{ data: { object: [] }, id: {}, created: 'x', type: 7 },
			{ data: 'x' },
		]) {
			expect(await eventOf(payload)).toMatchObject({
				status: 'other',
				verificationId: null,
				externalId: null,
				subject: { id: null, email: null, phone: null, name: null },
				occurredAt: null,
				payload,
			});
		}
	});
});

describe('the event id', () => {
	test("is Stripe's own", async () => {
		expect((await eventOf({ ...sample, id: 'evt_2' })).eventId).toBe('evt_2');
	});

	test('is made of type, session and payload where there is none', async () => {
		const payload = { ...sample, id: undefined };
		const type = 'identity.verification_session.verified';
		const { eventId } = await eventOf(payload);
		expect(eventId).toMatch(new RegExp(`^stripe-identity:${type}:vs_1NuNAILkdIwHu7ixh7OtGMLw:[0-9a-f]{32}$`));
	});

	test('is one of its own where a part is missing too, the same each time', async () => {
		const payloads = variants({ ...sample, id: undefined }, [['type'], ['created'], ['data', 'object', 'id']], voids);
		const ids = new Set<string>();
		for (const [, each] of payloads) {
			const { eventId } = await eventOf(each);
			expect((await eventOf(each)).eventId).toBe(eventId);
			ids.add(eventId);
		}
		expect(ids.size).toBe(payloads.length);
	});
});

test.each([
	[1728604800, '2024-10-11T00:00:00.000Z'],
	['1728604800', null],
	[1e300, null],
	[null, null],
])('an event that was created at %j occurred at %j', async (created, occurredAt) => {
	expect((await eventOf({ ...sample, created })).occurredAt).toBe(occurredAt);
});

test.each(samples.samples.map((each) => [each.name, each] as const))(
	'the sample of %s',
	async (name, { status, create }) => {
		const payload = create({});
		const secrets = samples.newSecrets();
		const sealed = await samples.seal(payload, secrets, NOW);
		const event = acceptedEvent(await deliver(stripeIdentity, secrets, sealed));
		expect(event).toMatchObject({ status, eventType: name, payload });
	},
);
