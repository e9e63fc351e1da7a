import { shuftiPro } from '../../../nodes/ShuftiPro/shuftiPro';
import { sha256 } from '../../support/openssl';
import { strangers, variants, voids } from '../../support/payloads';
import { acceptedEvent, deliver } from '../../support/reception';
import { credential, eventOf, sample, send } from './sender';

const CHANGED = 'verification.status.changed';

test('an accepted request tells all that is known', async () => {
	expect(await eventOf(sample)).toStrictEqual({
		provider: 'shufti-pro',
		status: 'approved',
		reason: null,
		decidedBy: null,
		check: null,
		eventId: 'shufti-pro:17374217:verification.accepted',
		eventType: 'verification.accepted',
		providerStatus: 'verification.accepted',
		verificationId: '17374217',
		externalId: '17374217',
		subject: { id: null, email: 'zoe@example.com', phone: null, name: null },
		occurredAt: null,
		receivedAt: '2026-03-04T05:06:07.089Z',
		payload: sample,
	});
});

describe('the event', () => {
	test.each([
		['verification.accepted', 'approved', null],
		['verification.declined', 'rejected', 'declined'],
		['verification.cancelled', 'other', 'canceled'],
		['request.pending', 'pending', 'started'],
		['request.received', 'pending', 'started'],
		['review.pending', 'pending', 'in_review'],
		['request.timeout', 'other', 'expired'],
		['request.invalid', 'other', 'provider_error'],
		['request.unauthorized', 'other', 'provider_error'],
		['request.deleted', 'other', 'notification'],
	])('%s is %s, %s', async (event, status, reason) => {
		const details = [{}, { verification_result: null }, { declined_reason: 'Face does not match' }];
		for (const detail of details) {
			expect(await eventOf({ ...sample, ...detail, event })).toMatchObject({
				status,
				reason,
				decidedBy: null,
				check: null,
				eventId: `shufti-pro:17374217:${event}`,
				eventType: event,
			});
		}
	});

	test.each([
		'accepted',
		'request.accepted',
		'Verification.Accepted',
		'VERIFICATION.ACCEPTED',
		'verification.accepted ',
		' verification.accepted',
		'verification.accepted\n',
		'verification.approved',
		'verification.canceled',
		'verification.accepted.declined',
		'vеrification.accepted',
		'constructor',
		'__proto__',
		'toString',
		'valueOf',
	])('%j is a word that nobody knows', async (event) => {
		expect(await eventOf({ ...sample, event })).toMatchObject({ status: 'other', reason: 'unknown', eventType: event });
	});
});

describe(CHANGED, () => {
	test.each([
		{},
		{ verification_result: { document: 1 } },
		{ verification_result: 1, status: 'accepted', new_status: 'verification.accepted' },
		{ declined_reason: 'Face does not match', verification_result: { face: 0 } },
	])('never decides, whatever it carries: %j', async (details) => {
		expect(await eventOf({ reference: '17374217', event: CHANGED, ...details })).toMatchObject({
			status: 'other',
			reason: 'notification',
			decidedBy: null,
		});
	});

	test('has the first 16 digits of the SHA-256 of the raw body in its event id', async () => {
		const sent = send(`{"reference":"17374217", "event":"${CHANGED}"}`);
		const { eventId } = acceptedEvent(await deliver(shuftiPro, credential, sent));
		expect(eventId).toBe(`shufti-pro:17374217:${CHANGED}:${sha256(sent.body).toString('hex').slice(0, 16)}`);
	});

	test('is another event each time that something in it is other', async () => {
		const idOf = async (country: string) => (await eventOf({ ...sample, event: CHANGED, country })).eventId;
		expect(await idOf('GB')).toBe(await idOf('GB'));
		expect(await idOf('GB')).not.toBe(await idOf('FR'));
	});
});

describe('a payload of another shape', () => {
	test.each(variants(sample, [['event']], { ...voids, ...strangers }))('is never approved: %s', async (_, payload) => {
		expect(await eventOf(payload)).toMatchObject({ status: 'other', reason: 'unknown', payload });
	});

	const elsewhere = [['reference'], ['email'], ['country'], ['verification_result']];
	test.each(variants(sample, elsewhere, { ...voids, ...strangers }))('is passed on: %s', async (_, payload) => {
		expect(await eventOf(payload)).toMatchObject({ status: 'approved', payload });
	});

	test('is passed on when everything is missing', async () => {
		expect(await eventOf({})).toMatchObject({
			status: 'other',
			reason: 'unknown',
			eventType: 'unknown',
			providerStatus: null,
			verificationId: null,
			externalId: null,
		});
	});

	test('has an event id of its own, the same each time', async () => {
		const { absent, ...others } = voids;
		const payloads = [
			{},
			...variants(sample, [['reference'], ['event']], { absent, ...others }).map(([, payload]) => payload),
			...variants({ ...sample, country: 'FR' }, [['reference']], others).map(([, payload]) => payload),
		];
		const ids = new Set<string>();
		for (const payload of payloads) {
			const { eventId } = await eventOf(payload);
			expect((await eventOf(payload)).eventId).toBe(eventId);
			ids.add(eventId);
		}
		expect(ids.size).toBe(payloads.length);
	});
});

test('two requests, and two events of one request, have different event ids', async () => {
	const ids = new Set<string>();
	for (const change of [{}, { reference: 'another' }, { event: 'request.deleted' }]) {
		ids.add((await eventOf({ ...sample, ...change })).eventId);
	}
	expect(ids.size).toBe(3);
});
