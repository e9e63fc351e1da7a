import { trusthub } from '../../../nodes/Trusthub/trusthub';
import { SeenEvents } from '../../../webhook/duplicates';
import type { JsonObject } from '../../../webhook/json';
import { describeContradictions } from '../../support/describeContradictions';
import { strangers, variants, voids, without } from '../../support/payloads';
import { acceptedEvent, deliver } from '../../support/reception';
import { unsignedEventOf } from '../../support/unsigned';
import { credential, sample, send } from './sender';

const eventOf = async (payload: JsonObject) => acceptedEvent(await deliver(trusthub, credential, send(payload)));

const RECEIVED = { provider: 'trusthub', receivedAt: '2026-03-04T05:06:07.089Z' };
const NOBODY = { id: null, type: null, email: null, phone: null, name: null };

describe('the status of a session', () => {
	test.each([
		['AUTO_APPROVED', 'approved', null, 'automatic'],
		['MANUAL_APPROVED', 'approved', null, 'manual'],
		['AUTO_REJECTED', 'rejected', 'declined', 'automatic'],
		['MANUAL_REJECTED', 'rejected', 'declined', 'manual'],
		['WAITING_FOR_MANUAL_APPROVE', 'pending', 'in_review', null],
		['SESSION_INITIALIZED', 'pending', 'started', null],
		['INITIALIZED', 'pending', 'started', null],
		['Session initialized', 'pending', 'started', null],
		['session-initialized', 'pending', 'started', null],
		['Initialized', 'pending', 'started', null],
		['SESSION_STARTED', 'pending', 'started', null],
		['STARTED', 'pending', 'started', null],
		['Session started', 'pending', 'started', null],
		['SESSION-Started', 'pending', 'started', null],
		['started', 'pending', 'started', null],
		['PENDING', 'pending', 'in_review', null],
		['EXPIRED', 'other', 'expired', null],
		['SOMETHING_NEW', 'other', 'unknown', null],
	])('%s is %s, %s, decided %s', async (word, status, reason, decidedBy) => {
		const payload = { ...sample, status: word };
		expect(await eventOf(payload)).toStrictEqual({
			...RECEIVED,
			status,
			reason,
			decidedBy,
			environment: null,
			check: null,
			eventId: `trusthub:e7abc715e-a674-48ef-a237-1196ab3664e8:${word}`,
			eventType: word.toLowerCase(),
			providerStatus: word,
			verificationId: 'e7abc715e-a674-48ef-a237-1196ab3664e8',
			externalId: '53421526A',
			subject: NOBODY,
			occurredAt: null,
			payload,
		});
	});

	test.each([
		'constructor',
		'__proto__',
		'toString',
		'valueOf',
		'APPROVED',
		'AUTO_APPROVED ',
		' AUTO_APPROVED',
		'AUTO_APPROVED\n',
		'AUTO_APPROVED\0',
		'AUTO-APPROVED',
		'AUTO_APPROVED,MANUAL_REJECTED',
		'NOT_AUTO_APPROVED',
		'AUTO_APPROVED_REVOKED',
		'АUTO_APPROVED',
		'SESSION_STARTED_OVER',
		'SESSION STARTED ',
		'RESTARTED',
	])('%j is a word that nobody knows', async (word) => {
		expect(await eventOf({ ...sample, status: word })).toMatchObject({
			status: 'other',
			reason: 'unknown',
			decidedBy: null,
			eventType: word.toLowerCase(),
			providerStatus: word,
		});
	});

	test('a payload without a customer reference has none', async () => {
		const payload = without(sample, 'externalId');
		expect(await eventOf(payload)).toMatchObject({ status: 'approved', externalId: null });
	});

	test('a customer reference of 512 characters, of all alphabets, is passed on whole', async () => {
		const externalId = 'é李🪪/"\\ '.repeat(64).slice(0, 512);
		expect(await eventOf({ ...sample, externalId })).toMatchObject({ externalId });
	});

	test('a number is passed on as its text', async () => {
		expect(await eventOf({ ...sample, sessionId: 12, externalId: 7.5 })).toMatchObject({
			verificationId: '12',
			externalId: '7.5',
			eventId: 'trusthub:12:AUTO_APPROVED',
		});
	});
});

describe('a payload of another shape', () => {
	test.each(variants(sample, [['status']], { ...voids, ...strangers }))('is never approved: %s', async (_, payload) => {
		expect(await eventOf(payload)).toMatchObject({ status: 'other', reason: 'unknown', decidedBy: null, payload });
	});

	test('is passed on when everything is missing or of another type', async () => {
		for (const payload of [{}, { a: 1 }, { sessionId: [], status: {}, externalId: false, projectId: null }]) {
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
	});

	test('has an event id of its own, the same each time', async () => {
		const paths = [['sessionId'], ['status']];
		const payloads = [
			{},
			...variants(sample, paths, voids).map(([, payload]) => payload),
			...variants({ ...sample, projectId: 'another' }, paths, voids).map(([, payload]) => payload),
		];
		const ids = new Set<string>();
		for (const payload of payloads) {
			const { eventId } = await eventOf(payload);
			expect((await eventOf(payload)).eventId).toBe(eventId);
			ids.add(eventId);
		}
		expect(ids.size).toBe(payloads.length);
	});

	test('has an event id of its own when its session id is a number that cannot be told from the next', async () => {
		const eventIdOf = async (sessionId: string) =>
			acceptedEvent(await deliver(trusthub, credential, send(`{"sessionId":${sessionId},"status":"STARTED"}`))).eventId;
		expect(await eventIdOf('12345678901234567890')).not.toBe(await eventIdOf('12345678901234567891'));
	});
});

test('two sessions, and two statuses of one session, have different event ids', async () => {
	const ids = [];
	for (const [sessionId, status] of [
		['a', 'AUTO_APPROVED'],
		['b', 'AUTO_APPROVED'],
		['a', 'MANUAL_APPROVED'],
	]) {
		ids.push((await eventOf({ ...sample, sessionId, status })).eventId);
	}
	expect(new Set(ids).size).toBe(3);
});

test('the first decision, sent again after it was reversed, is a duplicate: no time is signed', async () => {
	const seenEvents = new SeenEvents({ perScope: 10, total: 10 });
	const receive = async (status: string) => {
		const result = await deliver(trusthub, credential, send({ ...sample, status }), { seenEvents });
		if (result.ok && result.result === 'accepted') result.settle(true);
		return result;
	};
	for (const status of ['AUTO_APPROVED', 'MANUAL_REJECTED']) acceptedEvent(await receive(status));
	expect(await receive('AUTO_APPROVED')).toEqual({ ok: true, result: 'duplicate' });
});

test('a status that is sent again beside other fields is the same event', async () => {
	const { eventId } = await eventOf(sample);
	expect((await eventOf({ ...sample, projectId: 'another', externalId: 'another' })).eventId).toBe(eventId);
});

describeContradictions({
	eventOf: unsignedEventOf(trusthub, credential),
	approving: sample,
	deciding: [{ path: ['status'], agreeing: ['AUTO_APPROVED', 'MANUAL_APPROVED'] }],
	refusing: [
		'AUTO_REJECTED',
		'MANUAL_REJECTED',
		'WAITING_FOR_MANUAL_APPROVE',
		'SESSION_STARTED',
		'EXPIRED',
		'approved',
	],
});
