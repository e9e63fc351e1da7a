import { shuftiPro } from '../../../nodes/ShuftiPro/shuftiPro';
import { SeenEvents } from '../../../webhook/duplicates';
import type { JsonObject } from '../../../webhook/json';
import { describeContradictions } from '../../support/describeContradictions';
import { sha256 } from '../../support/crypto';
import { strangers, variants, voids } from '../../support/payloads';
import { acceptedEvent, deliver } from '../../support/reception';
import { unsignedEventOf } from '../../support/unsigned';
import { credential, eventOf, sample, send } from './sender';

const CHANGED = 'verification.status.changed';

test('an accepted request tells all that is known', async () => {
	expect(await eventOf(sample)).toStrictEqual({
		provider: 'shufti-pro',
		status: 'approved',
		reason: null,
		decidedBy: null,
		environment: null,
		check: null,
		eventId: 'shufti-pro:17374217:verification.accepted',
		eventType: 'verification.accepted',
		providerStatus: 'verification.accepted',
		verificationId: '17374217',
		externalId: '17374217',
		subject: { id: null, type: null, email: 'zoe@example.com', phone: null, name: 'Zoë Müller' },
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
		const declined = { declined_reason: 'Face does not match', verification_result: { face: 0 } };
		for (const detail of [{}, { verification_result: null }, status === 'approved' ? {} : declined]) {
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

describe('an acceptance that says no beside', () => {
	test.each([
		{ verification_result: { document: { document: 1, name: 0 }, face: 1 } },
		{ verification_result: { face: '0' } },
		{ verification_result: { face: false } },
		{ verification_result: { face: true } },
		{ verification_result: { face: 2 } },
		{ verification_result: { face: 'declined' } },
		{ verification_result: [{ face: 0 }] },
		{ verification_result: 0 },
		{ verification_result: 1 },
		{ verification_result: true },
		{ verification_result: 'verified' },
		{ declined_reason: 'Face does not match' },
		{ declined_reason: ['Face does not match'] },
		{ declined_codes: ['SPDR01'] },
		{ declined_codes: 'SPDR01' },
		{ services_declined_codes: { document: ['SPDR01'], face: null } },
	])('is unknown: %j', async (details) => {
		const event = await eventOf({ ...sample, ...details });
		expect(event).toMatchObject({ status: 'other', reason: 'unknown', eventType: 'verification.accepted' });
		expect(event.eventId).toBe('shufti-pro:17374217:verification.accepted:unknown');
	});

	test.each([
		{ verification_result: undefined },
		{ verification_result: null },
		{ verification_result: '' },
		{ verification_result: [] },
		{ verification_result: {} },
		{ verification_result: { document: { document: 1, document_proof: null, gender: '' }, face: '1' } },
		{ declined_reason: null, declined_codes: [], services_declined_codes: {} },
		{ declined_reason: '', services_declined_codes: { document: [], face: null } },
	])('is none where nothing is said: %j', async (details) => {
		const event = await eventOf({ ...sample, ...details });
		expect(event).toMatchObject({ status: 'approved', eventId: 'shufti-pro:17374217:verification.accepted' });
	});

	test('does not hold back the true one that follows', async () => {
		const seenEvents = new SeenEvents({ perScope: 10, total: 10 });
		const receive = async (payload: JsonObject) => {
			const result = await deliver(shuftiPro, credential, send(payload), { seenEvents });
			if (result.ok && result.result === 'accepted') result.settle(true);
			return result;
		};
		acceptedEvent(await receive({ ...sample, verification_result: { face: 0 } }));
		expect(acceptedEvent(await receive(sample))).toMatchObject({ status: 'approved' });
		expect(await receive({ ...sample, country: 'FR' })).toEqual({ ok: true, result: 'duplicate' });
	});

	test('is told however much or deep the result is', () => {
		const context = { parameters: {}, signedId: null, fingerprint: () => '' };
		const deep = JSON.parse(`${'['.repeat(200_000)}0${']'.repeat(200_000)}`) as unknown;
		for (const verification_result of [deep, Array.from({ length: 500_000 }, () => 0)]) {
			const events = shuftiPro.read({ ...sample, verification_result }, context);
			expect(events).toMatchObject([{ status: 'other', reason: 'unknown' }]);
		}
	});
});

test.each([
	[
		{ document: { name: { first_name: 'Zoë', middle_name: null, last_name: 'Müller', full_name: null } } },
		'Zoë Müller',
	],
	[{ document: { name: { first_name: 'Zoë', middle_name: 'X.', last_name: 'Müller', full_name: 'ZOË' } } }, 'ZOË'],
	[{ document: { name: 'Zoë Müller' } }, 'Zoë Müller'],
	[{ document: { document_number: '1' }, address: { name: { full_name: 'Zoë Müller' } } }, 'Zoë Müller'],
	[{ document: { name: null }, background_checks: { name: { last_name: 'Müller' } } }, 'Müller'],
	[{ document: { name: { full_name: 'A' } }, address: { name: { full_name: 'B' } } }, 'A'],
	[{ document: { name: { first_name: {}, full_name: '' } } }, null],
	[{ document: [] }, null],
	['Zoë', null],
	[null, null],
])('the data %j names %j', async (data, name) => {
	expect((await eventOf({ ...sample, verification_data: data })).subject.name).toBe(name);
});

test('data that was changed in the back office decides nothing, and is another event each time', async () => {
	const changed = { ...sample, event: 'request.data.changed' };
	const event = await eventOf(changed);
	expect(event).toMatchObject({ status: 'other', reason: 'notification' });
	expect((await eventOf({ ...changed, country: 'FR' })).eventId).not.toBe(event.eventId);
	expect((await eventOf(changed)).eventId).toBe(event.eventId);
});

describeContradictions({
	eventOf: unsignedEventOf(shuftiPro, credential),
	approving: sample,
	deciding: [{ path: ['event'], agreeing: ['verification.accepted'] }],
	refusing: ['verification.declined', 'verification.cancelled', 'review.pending', 'request.timeout', CHANGED],
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

	const elsewhere = [['reference'], ['email'], ['country'], ['verification_data'], ['verification_data', 'document']];
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
