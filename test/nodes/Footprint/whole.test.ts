import { footprint } from '../../../nodes/Footprint/footprint';
import { LatestEvents } from '../../../webhook/latestEvents';
import { describeContradictions } from '../../support/describeContradictions';
import { unsignedEventOf } from '../../support/unsigned';
import { strangers, variants, voids, without } from '../../support/payloads';
import { credential, eventOf, sample } from './sender';

const unknown = { status: 'other', reason: 'unknown' };

const changed = {
	...without(without(sample, 'status'), 'onboarding_id'),
	event_kind: 'footprint.onboarding.status_changed',
	new_status: 'pass' as unknown,
};

const refusing = ['fail', 'pending', 'incomplete', 'none', 'true', 'false', 'live', 'PASS'];
const marks = [
	{ path: ['requires_manual_review'], agreeing: [null, false] },
	{ path: ['is_live'], agreeing: [null, true] },
];

describe('footprint.onboarding.completed', () => {
	describeContradictions({
		eventOf: unsignedEventOf(footprint, credential),
		approving: sample,
		deciding: [
			{ path: ['event_kind'], agreeing: [sample.event_kind] },
			{ path: ['status'], agreeing: ['pass'] },
			{ path: ['new_status'], agreeing: [null, 'pass'] },
			...marks,
		],
		refusing,
	});
});

describe('footprint.onboarding.status_changed', () => {
	describeContradictions({
		eventOf: unsignedEventOf(footprint, credential),
		approving: changed,
		deciding: [
			{ path: ['event_kind'], agreeing: [changed.event_kind] },
			{ path: ['new_status'], agreeing: ['pass'] },
			{ path: ['status'], agreeing: [null, 'pass'] },
			...marks,
		],
		refusing,
	});

	test.each([
		['pass', false, 'approved', null],
		['fail', false, 'rejected', 'declined'],
		['pending', false, 'pending', 'started'],
		['incomplete', false, 'pending', 'started'],
		['none', false, 'other', 'notification'],
		['something_new', false, 'other', 'unknown'],
		['pass', true, 'pending', 'in_review'],
		['fail', true, 'pending', 'in_review'],
		['fail', undefined, 'rejected', 'declined'],
		['fail', 'false', 'other', 'unknown'],
	])('to %s, review %j, is %s, %s', async (new_status, requires_manual_review, status, reason) => {
		expect(await eventOf({ ...changed, new_status, requires_manual_review })).toMatchObject({
			status,
			reason,
			eventType: 'footprint.onboarding.status_changed',
			providerStatus: new_status,
			verificationId: 'fp_id_xyz',
		});
	});

	test.each(variants(changed, [['new_status']], { ...voids, ...strangers }))(
		'approves nobody without a word that is known: %s',
		async (_, payload) => {
			expect(await eventOf(payload)).toMatchObject(unknown);
		},
	);

	test('does not take the status of another event for its own', async () => {
		expect(await eventOf({ ...changed, new_status: undefined, status: 'pass' })).toMatchObject(unknown);
		expect(await eventOf({ ...sample, status: undefined, new_status: 'pass' })).toMatchObject(unknown);
	});
});

describe('the sandbox', () => {
	test('is told from what is live', async () => {
		const environments = [false, true, null, undefined].map(async (is_live) => {
			return (await eventOf({ ...sample, is_live })).environment;
		});
		expect(await Promise.all(environments)).toEqual(['test', 'live', null, null]);
	});

	test.each([
		[sample, 'approved'],
		[{ ...sample, status: 'fail' }, 'rejected'],
		[changed, 'approved'],
	])('approves and rejects nobody, unless it is to count', async (live, status) => {
		const payload = { ...live, is_live: false };
		expect(await eventOf(payload)).toMatchObject({ status: 'other', reason: 'test', environment: 'test' });
		expect(await eventOf(payload, { testsAreLive: true })).toMatchObject({ status, environment: 'test' });
	});

	test.each(['true', 'false', 0, 1, '', [], {}])(
		'that may be meant by %j approves nobody, even if it is to count, and hides no refusal',
		async (is_live) => {
			for (const testsAreLive of [false, true]) {
				const event = await eventOf({ ...sample, is_live }, { testsAreLive });
				expect(event).toMatchObject({ ...unknown, environment: null });
			}
			const failed = await eventOf({ ...sample, is_live, status: 'fail' });
			expect(failed).toMatchObject({ status: 'rejected', reason: 'declined', environment: null });
		},
	);
});

test.each([
	[{ external_id: 'a', user_external_id: 'b' }, 'a'],
	[{ external_id: null, user_external_id: 'b' }, 'b'],
	[{ external_id: undefined, user_external_id: undefined, link_external_id: 'c' }, null],
])('the own reference in %j is %s', async (names, externalId) => {
	const payload = { ...sample, event_kind: 'footprint.user.bank_link_updated', ...names };
	expect(await eventOf(payload)).toMatchObject({ reason: 'notification', externalId });
});

test('an approval by the events of an onboarding is late behind a newer refusal by the status of the user', async () => {
	const latestEvents = new LatestEvents({ perScope: 10, total: 10 });
	const at = (timestamp: string) => ({ timestamp: `2026-03-04T05:0${timestamp}:00Z` });
	const refused = { ...changed, ...at('2'), new_status: 'fail' };
	expect(await eventOf(refused, { latestEvents })).toMatchObject({ status: 'rejected' });
	expect(await eventOf({ ...sample, ...at('1') }, { latestEvents })).toMatchObject({ reason: 'outdated' });
});

test.each(['fp_id_test_1', 'fp_bid_test_1'])(
	'an id of the sandbox is of a test, whatever else is said: %s',
	async (fp_id) => {
		for (const is_live of [undefined, true]) {
			expect(await eventOf({ ...sample, fp_id, is_live })).toMatchObject({ reason: 'test', environment: 'test' });
		}
	},
);
