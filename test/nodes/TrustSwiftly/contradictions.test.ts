import { events } from '../../../nodes/TrustSwiftly/events';
import { trustSwiftly } from '../../../nodes/TrustSwiftly/trustSwiftly';
import { unsignedEventOf } from '../../support/unsigned';
import { withValue } from '../../support/payloads';
import { describeContradictions } from '../../support/describeContradictions';
import { credential, eventOf, flat, sample, withChecks } from './sender';

const COMPLETED = 'verification.completed';

describe('verification.completed', () => {
	test.each([
		['Banned', 'rejected', 'declined'],
		['BANNED', 'rejected', 'declined'],
		['Review', 'pending', 'in_review'],
		['review', 'pending', 'in_review'],
	])('of a person who is %s is %s, %s, whatever the checks and the parameter are', async (user_status, ...expected) => {
		const [status, reason] = expected;
		for (const approvedWhen of ['allChecks', 'eachCheck']) {
			for (const verifications of [sample.data.verifications, [], undefined, 'odd', flat.verifications]) {
				const current = { ...sample, data: { ...sample.data, user_status, verifications } };
				const old = { ...flat, user_status, verifications };
				for (const payload of [current, old]) {
					expect(await eventOf(payload, approvedWhen)).toMatchObject({ status, reason, providerStatus: user_status });
				}
			}
		}
	});

	test.each(['Verified', 'verified', 'Active', 'ACTIVE', 'Unconfirmed', null, undefined])(
		'of a person who is %s goes by the checks',
		async (user_status) => {
			const withPerson = (payload: ReturnType<typeof withChecks>) =>
				eventOf({ ...payload, data: { ...(payload.data as object), user_status } });
			expect(await withPerson(withChecks(COMPLETED, 2, 2))).toMatchObject({ status: 'approved' });
			expect(await withPerson(withChecks(COMPLETED, 2, 4))).toMatchObject({ status: 'pending', reason: 'in_review' });
			expect(await withPerson(withChecks(COMPLETED, 2, 3))).toMatchObject({ status: 'rejected' });
		},
	);

	test.each(['Suspended', 'Verified ', '', 0, true, ['Verified'], { status: 'Verified' }, 'constructor'])(
		'of a person whose status is %j approves nobody',
		async (user_status) => {
			for (const approvedWhen of ['allChecks', 'eachCheck']) {
				const all = withChecks(COMPLETED, 2, 2);
				const event = await eventOf({ ...all, data: { ...(all.data as object), user_status } }, approvedWhen);
				expect(event).toMatchObject({ status: 'other', reason: 'unknown' });
				expect(await eventOf({ ...flat, verification_id: 1, user_status }, approvedWhen)).toMatchObject({
					status: 'other',
					reason: 'unknown',
				});
			}
		},
	);
});

test('a person who is verified beside a rejected check contradicts the list', async () => {
	const changed = withChecks('user.status.changed', 2, 3);
	const event = await eventOf({ ...changed, data: { ...(changed.data as object), user_status: 'Verified' } });
	expect(event).toMatchObject({ status: 'other', reason: 'unknown' });
});

test.each([
	['x'],
	[true],
	[[null]],
	[['Verified']],
	[[{ id: 1, status: { value: 2, friendly: 'Rejected' } }]],
	[[{ id: 1, status: { value: 2, friendly: 'Failed' } }]],
	[[{ id: 1, status: 'Declined' }]],
	[[{ id: 1, status: [2] }]],
])('a person who is verified beside the list %j is unknown', async (verifications) => {
	const type = 'user.status.changed';
	const withStatus = (user_status: string) =>
		eventOf({ ...sample, type, data: { ...sample.data, user_status, verifications } });
	expect(await withStatus('Verified')).toMatchObject({ status: 'other', reason: 'unknown' });
	expect(await withStatus('Banned')).toMatchObject({ status: 'rejected', reason: 'declined' });
});

describe('the status of the person in the root', () => {
	const withBoth = (type: string, inRoot: unknown, inData: unknown, approvedWhen?: string) => {
		const payload = withChecks(type, 2, 2);
		const data = { ...(payload.data as object), user_status: inData };
		return eventOf({ ...payload, user_status: inRoot, data }, approvedWhen);
	};

	test.each([
		['Verified', undefined, 'approved', 'Verified'],
		['Verified', null, 'approved', 'Verified'],
		['verified', 'Verified', 'approved', 'Verified'],
		['Banned', undefined, 'rejected', 'Banned'],
		['Banned', 'Verified', 'rejected', 'Banned'],
		['Verified', 'Banned', 'rejected', 'Banned'],
		['Review', 'banned', 'rejected', 'banned'],
		['Review', 'Review', 'pending', 'Review'],
		['Review', 'Verified', 'other', 'Verified'],
		['Active', 'Verified', 'other', 'Verified'],
		['', 'Verified', 'other', 'Verified'],
		[['Verified'], 'Verified', 'other', 'Verified'],
	])('%j beside %j in the data is %s', async (inRoot, inData, status, providerStatus) => {
		expect(await withBoth('user.status.changed', inRoot, inData)).toMatchObject({ status, providerStatus });
		for (const approvedWhen of ['allChecks', 'eachCheck']) {
			expect(await withBoth(COMPLETED, inRoot, inData, approvedWhen)).toMatchObject({ status, providerStatus });
		}
	});

	test('does not undo a rejected check when the two differ', async () => {
		const data = withChecks(COMPLETED, 2, 3).data as object;
		const payload = { ...sample, user_status: 'Active', data: { ...data, user_status: 'Verified' } };
		expect(await eventOf(payload)).toMatchObject({ status: 'rejected', reason: 'declined' });
		expect(await withBoth('verification.rejected', 'Active', 'Verified')).toMatchObject({ status: 'rejected' });
		for (const type of ['verification.pending', 'verification.in-process']) {
			expect(await withBoth(type, 'Active', 'Verified')).toMatchObject({ status: 'other', reason: 'unknown' });
		}
	});

	test.each(['', 'none', 5, true, [], ['x']])('approves nobody beside the data %j', async (data) => {
		const payload = { ...sample, type: 'user.status.changed', user_status: 'Verified', data };
		expect(await eventOf(payload)).toMatchObject({ status: 'other', reason: 'unknown' });
	});
});

describe.each([
	['verification.pending', 'started'],
	['verification.in-process', 'partial'],
])('%s', (type, otherwise) => {
	test.each([
		['Banned', 'rejected', 'declined'],
		['review', 'pending', 'in_review'],
		['Active', 'pending', otherwise],
		['Verified', 'pending', otherwise],
	])('of a person who is %s is %s, %s, whatever the checks are', async (user_status, status, reason) => {
		for (const states of [[1, 2], [1, 3], [3, 2], []]) {
			const data = { ...(withChecks(type, ...states).data as object), user_status };
			expect(await eventOf({ ...sample, type, data })).toMatchObject({ status, reason });
			expect(await eventOf({ ...flat, event: type, ...data })).toMatchObject({ status, reason });
		}
	});

	test('is offered as one that decides, since it may reject', () => {
		expect(events.find(({ value }) => value === type)?.decides).toBe(true);
	});
});

test('two names of the event that differ are none', async () => {
	const both = (type: unknown, event: unknown) => eventOf({ ...withChecks(COMPLETED, 2, 2), type, event });
	expect(await both(COMPLETED, COMPLETED)).toMatchObject({ status: 'approved', eventType: COMPLETED });
	expect(await both(COMPLETED, null)).toMatchObject({ status: 'approved' });
	for (const other of ['verification.rejected', 'user.status.changed', '', [COMPLETED], true]) {
		const expected = { status: 'other', reason: 'unknown', eventType: 'unknown' };
		expect(await both(COMPLETED, other)).toMatchObject(expected);
		expect(await both(other, COMPLETED)).toMatchObject(expected);
	}
});

const refusing = ['Banned', 'Review', 'Rejected', 'Assigned', 'Complete in review', 'verification.rejected', '3', '4'];

describe('all checks of the current format', () => {
	describeContradictions({
		eventOf: unsignedEventOf(trustSwiftly, credential),
		approving: withChecks(COMPLETED, 2, 2),
		deciding: [
			{ path: ['type'], agreeing: [] },
			{ path: ['event'], agreeing: [null, COMPLETED] },
			{ path: ['data', 'user_status'], agreeing: [null, 'Active', 'verified', 'UNCONFIRMED'] },
			{ path: ['data', 'verifications'], agreeing: [] },
			{ path: ['data', 'verifications', 0, 'status'], agreeing: [2, '2', 'Complete', 6, '6', 'Removed'] },
			{ path: ['data', 'verifications', 1, 'status', 'value'], agreeing: [2, '2', 'completed', 6, '6', 'removed'] },
		],
		refusing,
	});
});

describe('each check of the flat format', () => {
	describeContradictions({
		eventOf: unsignedEventOf(trustSwiftly, credential, { parameters: { approvedWhen: 'eachCheck' } }),
		approving: { ...flat, verification_id: 1 },
		deciding: [
			{ path: ['event'], agreeing: [] },
			{ path: ['user_status'], agreeing: [null, 'Active'] },
			{ path: ['verifications', 0, 'status', 'value'], agreeing: [2, '2', null] },
		],
		refusing,
	});
});

test('an own check that is removed approves nobody under Each Check Is Complete', async () => {
	const removed = withValue({ ...flat, verification_id: 1 }, ['verifications', 0, 'status', 'value'], 6);
	expect((await eventOf(removed, 'eachCheck')).status).not.toBe('approved');
});
