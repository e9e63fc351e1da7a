import { didit } from '../../../nodes/Didit/didit';
import { samples } from '../../../nodes/Didit/samples';
import { strangers, variants, voids } from '../../support/payloads';
import { acceptedEvent, deliver, expectRefusal, NOW } from '../../support/reception';
import { credential, eventOf, sample, send, time } from './sender';

const SOMEBODY = { id: null, type: 'person', email: null, phone: null, name: null };

describe('the status of a session', () => {
	test.each([
		['Approved', 'approved', null],
		['Declined', 'rejected', 'declined'],
		['In Review', 'pending', 'in_review'],
		['Not Started', 'pending', 'started'],
		['In Progress', 'pending', 'started'],
		['Awaiting User', 'pending', 'partial'],
		['Resubmitted', 'pending', 'resubmission'],
		['Abandoned', 'other', 'abandoned'],
		['Expired', 'other', 'expired'],
		['Kyc Expired', 'other', 'expired'],
		['Something New', 'other', 'unknown'],
	])('%s is %s, %s', async (word, status, reason) => {
		const payload = { ...sample, status: word, decision: { status: word } };
		expect(await eventOf(payload)).toStrictEqual({
			provider: 'didit',
			receivedAt: '2026-03-04T05:06:07.089Z',
			status,
			reason,
			decidedBy: null,
			environment: 'live',
			check: null,
			eventId: '9c0c8b8a-1111-4222-9333-444444444444',
			eventType: 'status.updated',
			providerStatus: word,
			verificationId: 'aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee',
			externalId: 'Zo\u00eb/7',
			subject: SOMEBODY,
			occurredAt: '2026-03-04T05:06:07.000Z',
			payload,
		});
	});

	test.each(['approved', 'APPROVED', 'Approved ', ' Approved', 'KYC Expired', 'ACTIVE', 'constructor', '__proto__'])(
		'%j is a word that nobody knows',
		async (status) => {
			expect(await eventOf({ ...sample, status })).toMatchObject({ status: 'other', reason: 'unknown' });
		},
	);

	test('is that of a business too', async () => {
		const { session_id: id, ...rest } = sample;
		const payload = { ...rest, session_kind: 'business', business_session_id: id };
		expect(await eventOf(payload)).toMatchObject({
			status: 'approved',
			verificationId: id,
			subject: { type: 'company', name: null },
		});
	});

	test('is not the one in the decision', async () => {
		expect(await eventOf({ ...sample, status: undefined })).toMatchObject({
			status: 'other',
			reason: 'unknown',
			providerStatus: null,
		});
	});
});

describe('an event of another kind', () => {
	test.each([
		'data.updated',
		'user.status.updated',
		'user.data.updated',
		'business.status.updated',
		'business.data.updated',
		'activity.created',
		'transaction.created',
		'transaction.status.updated',
		'travel_rule.status.updated',
		'something.new',
		'Status.Updated',
		'status.updated ',
		...variants(sample, [['webhook_type']], strangers).map(([, { webhook_type: type }]) => String(type)),
	])('is a notification: %j', async (type) => {
		const event = await eventOf({ ...sample, webhook_type: type });
		expect(event).toMatchObject({ status: 'other', reason: 'notification', eventType: type });
	});

	const odd = Object.fromEntries(Object.entries(voids).filter(([name]) => !['absent', 'null'].includes(name)));
	test.each(variants(sample, [['webhook_type']], odd))(
		'is not known when it does not tell which: %s',
		async (_, payload) => {
			expect(await eventOf(payload)).toMatchObject({ status: 'other', reason: 'unknown', eventType: 'unknown' });
		},
	);

	test('tells when it was, as ISO 8601', async () => {
		const payload = { ...sample, webhook_type: 'user.status.updated', timestamp: '2026-03-04T06:06:07+01:00' };
		expect(await eventOf(payload)).toMatchObject({ occurredAt: '2026-03-04T05:06:07.000Z' });
	});
});

describe('a payload of another shape', () => {
	test.each(variants(sample, [['status']], { ...voids, ...strangers }))('is never approved: %s', async (_, payload) => {
		expect(await eventOf(payload)).toMatchObject({ status: 'other', reason: 'unknown', decidedBy: null, payload });
	});

	test('is passed on when all but the time is missing or of another type', async () => {
		for (const rest of [{}, { a: 1 }, { event_id: {}, session_id: [], status: false, vendor_data: null }]) {
			const payload = { ...rest, timestamp: time };
			expect(await eventOf(payload)).toMatchObject({
				status: 'other',
				reason: 'unknown',
				eventType: 'unknown',
				providerStatus: null,
				verificationId: null,
				externalId: null,
				payload,
			});
		}
		expectRefusal(await deliver(didit, credential, send({})), 'timestamp_missing');
	});
});

describe('the event id', () => {
	const anonymous = { ...sample, event_id: undefined };

	test("is Didit's own, the same for each attempt", async () => {
		const again = { ...sample, timestamp: time - 60 };
		expect((await eventOf(again)).eventId).toBe((await eventOf(sample)).eventId);
	});

	test('is made of session, status and time where there is none', async () => {
		const { eventId } = await eventOf(anonymous);
		expect(eventId).toBe(`didit:aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee:Approved:${time}`);
	});

	test('is not that of another event in the same second', async () => {
		const types = ['status.updated', 'data.updated', 'activity.created', 'something.new'];
		const ids = new Set<string>();
		for (const type of types) ids.add((await eventOf({ ...anonymous, webhook_type: type })).eventId);
		expect(ids.size).toBe(types.length);
	});

	test('is one of its own where a part is missing too, the same each time', async () => {
		const payloads = variants(anonymous, [['session_id'], ['status']], voids);
		const ids = new Set<string>();
		for (const [, payload] of payloads) {
			const { eventId } = await eventOf(payload);
			expect((await eventOf(payload)).eventId).toBe(eventId);
			ids.add(eventId);
		}
		expect(ids.size).toBe(payloads.length);
	});
});

test.each(samples.samples.map((each) => [`${each.name}: ${each.status}`, each] as const))(
	'the sample of %s',
	async (_, { name, status, create }) => {
		const payload = create({});
		const secrets = samples.newSecrets();
		const sealed = await samples.seal(payload, secrets, NOW);
		const event = acceptedEvent(await deliver(didit, secrets, sealed));
		expect(event).toMatchObject({ status, payload: { ...payload, timestamp: time } });
		expect([event.eventType, event.providerStatus]).toContain(name);
	},
);
