import { samples } from '../../../nodes/StripeIdentity/samples';
import { stripeIdentity } from '../../../nodes/StripeIdentity/stripeIdentity';
import { StripeIdentityTrigger } from '../../../nodes/StripeIdentity/StripeIdentityTrigger.node';
import type { JsonObject } from '../../../webhook/json';
import { describeContradictions } from '../../support/describeContradictions';
import { strangers, variants, voids } from '../../support/payloads';
import { acceptedEvent, deliver, NOW } from '../../support/reception';
import { unsignedEventOf } from '../../support/unsigned';
import { credential, eventOf, sample, session } from './sender';

const failedFor = (code: unknown) => ({ status: 'requires_input', last_error: { code, reason: 'It failed.' } });
const failed = failedFor('document_expired');

describe('an event about a session', () => {
	test.each([
		['verified', {}, 'approved', null],
		['processing', {}, 'pending', 'in_review'],
		['created', { status: 'requires_input' }, 'pending', 'started'],
		['requires_input', failed, 'pending', 'resubmission'],
		['requires_input', {}, 'pending', 'started'],
		['requires_input', failedFor('under_supported_age'), 'rejected', 'declined'],
		['requires_input', failedFor('abandoned'), 'other', 'abandoned'],
		['requires_input', failedFor('consent_declined'), 'pending', 'resubmission'],
		['requires_input', failedFor('country_not_supported'), 'pending', 'resubmission'],
		['requires_input', failedFor('something_new'), 'pending', 'resubmission'],
		['requires_input', failedFor('Abandoned'), 'pending', 'resubmission'],
		['requires_input', failedFor(''), 'pending', 'resubmission'],
		['requires_input', failedFor(null), 'pending', 'resubmission'],
		['requires_input', failedFor(undefined), 'pending', 'resubmission'],
		['requires_input', failedFor('constructor'), 'pending', 'resubmission'],
		['canceled', {}, 'other', 'canceled'],
		['canceled', { last_error: failed.last_error }, 'other', 'canceled'],
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
			environment: 'live',
			check: null,
			eventId: 'evt_1NG8Du2eZvKYlo2CUI79vXWy',
			eventType: `identity.verification_session.${what}`,
			providerStatus: payload.data.object.status,
			verificationId: 'vs_1NuNAILkdIwHu7ixh7OtGMLw',
			externalId: 'Zo\u00eb/7',
			subject: { id: 'cus_9', type: null, email: 'zoe@example.com', phone: '+4915112345678', name: null },
			occurredAt: '2026-03-04T05:05:00.000Z',
			payload: JSON.parse(JSON.stringify(payload)),
		});
	});

	test.each([
		['verified', ['requires_input', 'processing', 'canceled', 'VERIFIED', 'verified ', 'constructor', '__proto__']],
		['requires_input', ['verified', 'processing', 'canceled', 'constructor']],
		['processing', ['verified', 'requires_input', 'canceled']],
		['created', ['verified', 'processing', 'created', 'canceled']],
		['canceled', ['verified', 'requires_input', 'cancelled']],
	])('%s, of a session that has another status, is unknown: %j', async (what, statuses) => {
		for (const status of statuses) {
			const event = await eventOf(session(what, { ...failedFor('under_supported_age'), status }));
			expect(event).toMatchObject({ status: 'other', reason: 'unknown', providerStatus: status });
		}
	});

	const { absent, null: nothing, ...wrong } = voids;

	test.each(variants(session('verified'), [['data', 'object', 'status']], { absent, nothing }))(
		'verified approves by its type when the session does not tell: %s',
		async (_, payload) => {
			expect(await eventOf(payload)).toMatchObject({ status: 'approved', providerStatus: null });
		},
	);

	test.each(variants(session('verified'), [['data', 'object', 'status']], { ...wrong, ...strangers }))(
		'verified approves nobody when the session tells what nobody understands: %s',
		async (_, payload) => {
			expect(await eventOf(payload)).toMatchObject({ status: 'other', reason: 'unknown' });
		},
	);

	test('requires_input has not failed without a last_error', async () => {
		for (const error of [null, undefined]) {
			const event = await eventOf(session('requires_input', { last_error: error }));
			expect(event).toMatchObject({ status: 'pending', reason: 'started' });
		}
	});

	test.each(['', 'under_supported_age', 5, true, [], [{ code: 'under_supported_age' }]])(
		'requires_input with a last_error that is no object is unknown: %j',
		async (error) => {
			const event = await eventOf(session('requires_input', { last_error: error }));
			expect(event).toMatchObject({ status: 'other', reason: 'unknown' });
		},
	);

	test.each([['under_supported_age'], 5, true, {}].map((code) => [code]))(
		'requires_input with a code that is no text is unknown: %j',
		async (code) => {
			expect(await eventOf(session('requires_input', failedFor(code)))).toMatchObject({ reason: 'unknown' });
		},
	);
});

describe('a session that a reviewer has taken back', () => {
	test.each([{}, failed, failedFor('abandoned'), failedFor(null)])(
		'is rejected, whatever its last attempt was: %j',
		async (details) => {
			const event = await eventOf(session('requires_input', details, { status: 'verified' }));
			expect(event).toMatchObject({ status: 'rejected', reason: 'overridden', decidedBy: 'manual' });
		},
	);

	test.each([null, {}, { status: null }, { status: 'processing' }, { status: 'requires_input' }, { url: 'https://x' }])(
		'is not one that was %j before',
		async (previous) => {
			const event = await eventOf(session('requires_input', failed, previous));
			expect(event).toMatchObject({ status: 'pending', reason: 'resubmission' });
		},
	);

	test.each([
		'verified',
		['verified'],
		true,
		{ status: ['verified'] },
		{ status: true },
		{ status: '' },
		{ status: 'Verified' },
		{ status: 'canceled' },
	])('is unknown when it was %j before, which nobody understands', async (previous) => {
		const event = await eventOf(session('requires_input', failed, previous));
		expect(event).toMatchObject({ status: 'other', reason: 'unknown' });
	});

	test('is one whose status says so too', async () => {
		const event = await eventOf(session('requires_input', { status: 'verified' }, { status: 'verified' }));
		expect(event).toMatchObject({ status: 'other', reason: 'unknown' });
	});
});

describeContradictions({
	eventOf: unsignedEventOf(stripeIdentity, credential),
	approving: sample,
	deciding: [
		{ path: ['type'], agreeing: [sample.type] },
		{ path: ['object'], agreeing: ['event', null] },
		{ path: ['livemode'], agreeing: [true, null] },
		{ path: ['data'], agreeing: [sample.data] },
		{ path: ['data', 'object', 'object'], agreeing: ['identity.verification_session', null] },
		{ path: ['data', 'object', 'status'], agreeing: ['verified', null] },
		{ path: ['data', 'object', 'livemode'], agreeing: [true, null] },
	],
	refusing: ['requires_input', 'processing', 'canceled', 'unverified', 'identity.verification_session.requires_input'],
});

describe('the mode', () => {
	const inMode = (event: unknown, object: unknown) => {
		const payload = session('verified', { livemode: object });
		return { ...payload, livemode: event };
	};

	test.each([
		[true, true],
		[true, undefined],
		[undefined, true],
		[true, null],
	])('is live with %j and %j', async (event, object) => {
		expect(await eventOf(inMode(event, object))).toMatchObject({ status: 'approved', environment: 'live' });
	});

	test.each([
		[false, false],
		[false, undefined],
		[null, false],
	])('is test with %j and %j, which approves nobody unless tests are tried', async (event, object) => {
		const payload = inMode(event, object);
		const test = { status: 'other', reason: 'test', environment: 'test', providerStatus: 'verified' };
		expect(await eventOf(payload)).toMatchObject(test);
		const tried = await eventOf(payload, { testsAreLive: true });
		expect(tried).toMatchObject({ status: 'approved', reason: null, environment: 'test' });
	});

	test('is that of test deliveries whatever they tell, also of another product', async () => {
		for (const what of ['created', 'requires_input', 'canceled', 'redacted']) {
			const payload = { ...session(what, { ...failed, livemode: false }), livemode: false };
			expect(await eventOf(payload)).toMatchObject({ status: 'other', reason: 'test' });
		}
		const other = { ...sample, type: 'customer.created', livemode: false, data: {} };
		expect(await eventOf(other)).toMatchObject({ status: 'other', reason: 'test', environment: 'test' });
	});

	test.each([
		[true, false],
		[false, true],
		['false', undefined],
		['true', 'true'],
		['', true],
		[1, true],
		[0, 0],
		[{}, true],
		[true, [true]],
	])('is not known with %j and %j, which contradict each other or nobody understands', async (event, object) => {
		const unknown = { status: 'other', reason: 'unknown', environment: null };
		for (const testsAreLive of [false, true]) {
			expect(await eventOf(inMode(event, object), { testsAreLive })).toMatchObject(unknown);
		}
	});

	test('is null where it is not told', async () => {
		expect(await eventOf(inMode(undefined, undefined))).toMatchObject({ status: 'approved', environment: null });
	});
});

describe("the customer's own reference", () => {
	const referenceOf = async (details: JsonObject, metadataKey?: unknown) => {
		const parameters = metadataKey === undefined ? {} : { metadataKey };
		return (await eventOf(session('verified', details), { parameters })).externalId;
	};
	const metadata = { user_id: '12345', order: '5122', ' ': 'blank', ['__proto__']: 'own' };

	test('is client_reference_id', async () => {
		expect(await referenceOf({ client_reference_id: 'user-9', metadata })).toBe('user-9');
		expect(await referenceOf({ client_reference_id: 'user-9', metadata }, 'order')).toBe('user-9');
	});

	test.each([undefined, null, '', {}])('stands in the metadata where that is %j', async (client_reference_id) => {
		expect(await referenceOf({ client_reference_id, metadata })).toBe('12345');
		expect(await referenceOf({ client_reference_id, metadata }, 'order')).toBe('5122');
		expect(await referenceOf({ client_reference_id, metadata }, ' order ')).toBe('5122');
		expect(await referenceOf({ client_reference_id, metadata }, 'nowhere')).toBeNull();
		expect(await referenceOf({ client_reference_id, metadata }, 'constructor')).toBeNull();
	});

	test.each([null, '', '  ', 5, {}])('is that of user_id when the parameter is %j', async (metadataKey) => {
		expect(await referenceOf({ client_reference_id: null, metadata }, metadataKey)).toBe('12345');
	});

	test.each([undefined, null, 'user_id', ['user_id'], {}, { user_id: '' }, { user_id: ['1'] }])(
		'is null when the metadata is %j',
		async (without) => {
			expect(await referenceOf({ client_reference_id: null, metadata: without })).toBeNull();
		},
	);

	test('is asked for by the node, with the key that it is looked for under', () => {
		const { properties } = new StripeIdentityTrigger().description;
		const options = properties.find(({ name }) => name === 'options')?.options;
		expect(options).toContainEqual(expect.objectContaining({ name: 'metadataKey', default: 'user_id' }));
		expect(stripeIdentity.parameters).toEqual(['metadataKey']);
	});
});

test('the person is the customer, by either kind of account', async () => {
	const idOf = async (details: JsonObject) => (await eventOf(session('verified', details))).subject.id;
	expect(await idOf({ related_customer: null, related_customer_account: 'acct_7' })).toBe('acct_7');
	expect(await idOf({ related_customer: 'cus_9', related_customer_account: 'acct_7' })).toBe('cus_9');
	expect(await idOf({ related_customer: undefined })).toBeNull();
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

	test.each([
		['customer.created', { id: 'cus_9', object: 'customer', livemode: true }],
		['checkout.session.completed', { id: 'cs_9', object: 'checkout.session', livemode: true, status: 'complete' }],
	])('names no verification by the id of something else: %s', async (type, object) => {
		const event = await eventOf({ ...sample, type, data: { object } });
		expect(event).toMatchObject({ status: 'other', reason: 'notification', verificationId: null });
	});

	test.each([
		['of a report', { data: { object: { ...sample.data.object, object: 'identity.verification_report' } } }],
		['without a session', { data: {} }],
		['of a session that is null', { data: { object: null } }],
		['of a session without an id', { data: { object: { ...sample.data.object, id: undefined } } }],
		['of an empty session', { data: { object: {} } }],
		['that is thin', { object: 'v2.core.event', data: undefined, related_object: { id: 'vs_1' } }],
	])('approves nobody under the name of a verified session: one %s', async (_, changed) => {
		const event = await eventOf({ ...sample, ...changed });
		expect(event).toMatchObject({ status: 'other', reason: 'unknown', verificationId: null });
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
				subject: { id: null, type: null, email: null, phone: null, name: null },
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

test.each(samples.samples.map((each) => [each.name, each.status, each] as const))(
	'the sample of %s, %s',
	async (name, status, { create }) => {
		const payload = create({});
		const secrets = samples.newSecrets();
		const sealed = await samples.seal(payload, secrets, NOW);
		const event = acceptedEvent(await deliver(stripeIdentity, secrets, sealed));
		expect(event).toMatchObject({ status, eventType: name, payload });
	},
);
