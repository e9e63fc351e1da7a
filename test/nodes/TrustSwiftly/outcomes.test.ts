import { without } from '../../support/payloads';
import { eventOf, flat, sample, withChecks, withWords } from './sender';

const COMPLETED = 'verification.completed';

test('the documented sample is pending: one of two checks is complete', async () => {
	expect(await eventOf(sample)).toStrictEqual({
		provider: 'trust-swiftly',
		status: 'pending',
		reason: 'partial',
		decidedBy: null,
		environment: null,
		check: { name: 'Email verification', status: 'approved' },
		eventId: '4e057b68-0d5f-40ad-b84a-a4d878b738fd',
		eventType: 'verification.completed',
		providerStatus: 'Active',
		verificationId: '0199c63f-a1d4-7400-bc22-8cdfaad82084',
		externalId: '5122',
		subject: {
			id: '0199c63f-a1d4-7400-bc22-8cdfaad82084',
			type: null,
			email: 'jane@example.com',
			phone: null,
			name: null,
		},
		occurredAt: '2025-10-08T23:55:09.000Z',
		receivedAt: '2026-03-04T05:06:07.089Z',
		payload: sample,
	});
});

test('a flat payload of the years before tells the same', async () => {
	expect(await eventOf(flat)).toStrictEqual({
		provider: 'trust-swiftly',
		status: 'approved',
		reason: null,
		decidedBy: null,
		environment: null,
		check: { name: null, status: 'approved' },
		eventId: '3c7375ae-e177-987d-3816-a95b41dee93e',
		eventType: 'verification.completed',
		providerStatus: 'Active',
		verificationId: '9',
		externalId: 'r9',
		subject: { id: '9', type: null, email: 'john@example.com', phone: null, name: null },
		occurredAt: '2023-01-02T03:04:05.000Z',
		receivedAt: '2026-03-04T05:06:07.089Z',
		payload: flat,
	});
});

/** The states of all checks, as ids of the documentation; what it means under `allChecks`. */
const completed: ReadonlyArray<readonly [string, readonly unknown[], string, string | null]> = [
	['the only check is complete', [2], 'approved', null],
	['all checks are complete', [2, 2, 2], 'approved', null],
	['an open check was removed', [2, 6], 'approved', null],
	['the ids are texts', ['2', '6', '2'], 'approved', null],
	['one is rejected', [2, 3], 'rejected', 'declined'],
	['one is rejected and one assigned', [2, 0, 3], 'rejected', 'declined'],
	['one is rejected and one in review', [4, 3], 'rejected', 'declined'],
	['one is complete in review', [2, 4], 'pending', 'in_review'],
	['the only one is complete in review', [4], 'pending', 'in_review'],
	['one is in review and one removed', [6, 4, 2], 'pending', 'in_review'],
	['one is assigned', [2, 0], 'pending', 'partial'],
	['one is processing', [2, 1], 'pending', 'partial'],
	['one was reset', [2, 5], 'pending', 'partial'],
	['one is in review and one assigned', [4, 0], 'pending', 'partial'],
	['one has an id that nobody knows', [2, 7], 'pending', 'partial'],
	['one has no id', [2, null], 'pending', 'partial'],
	['one has a negative id', [2, -2], 'pending', 'partial'],
	['one has a fraction for an id', [2, 2.5], 'pending', 'partial'],
	['one has the word of every object for an id', [2, 'constructor'], 'pending', 'partial'],
	['one has a list for an id', [2, [2]], 'other', 'unknown'],
	['one has a boolean for an id', [true, 2], 'other', 'unknown'],
	['one is rejected and one has a list for an id', [3, [2]], 'rejected', 'declined'],
	['the list is empty', [], 'pending', 'partial'],
	['all were removed', [6, 6], 'pending', 'partial'],
];

describe('verification.completed', () => {
	test.each(completed)('when %s: %j is %s, %s', async (_, states, status, reason) => {
		expect(await eventOf(withChecks(COMPLETED, ...states))).toMatchObject({ status, reason, decidedBy: null });
	});

	test.each([
		[2, 'approved', null],
		['2', 'approved', null],
		[3, 'rejected', 'declined'],
		[4, 'pending', 'in_review'],
		[0, 'pending', 'partial'],
		[1, 'pending', 'partial'],
		[5, 'pending', 'partial'],
		[6, 'pending', 'partial'],
		[7, 'pending', 'partial'],
		[null, 'pending', 'partial'],
		[[2], 'other', 'unknown'],
		[true, 'other', 'unknown'],
	])(
		'with eachCheck and its own check in the state %j is %s, %s, whatever the others are',
		async (own, ...expected) => {
			const [status, reason] = expected;
			for (const others of [[], [2], [0], [3], [4, 1], ...(own === 6 ? [] : [[[2]]])]) {
				const event = await eventOf(withChecks(COMPLETED, own, ...others), 'eachCheck');
				expect(event).toMatchObject({ status, reason, decidedBy: null });
			}
		},
	);

	test('with eachCheck is partial when the list does not name its own check', async () => {
		for (const verifications of [[], {}, [{ id: 3, name: 'Document / ID', status: { value: 2 } }]]) {
			const payload = { ...sample, data: { ...sample.data, verifications } };
			expect(await eventOf(payload, 'eachCheck')).toMatchObject({ status: 'pending', reason: 'partial' });
		}
	});

	test.each([null, undefined, '', 'EACHCHECK', 'eachcheck', true, ['eachCheck']])(
		'counts all checks when the parameter is %j',
		async (approvedWhen) => {
			expect(await eventOf(sample, approvedWhen)).toMatchObject({ status: 'pending', reason: 'partial' });
		},
	);

	test('without a list of checks is partial in the current format, and approved in the flat ones', async () => {
		const data = without(sample.data, 'verifications');
		const old = without(flat, 'verifications');
		for (const approvedWhen of ['allChecks', 'eachCheck']) {
			for (const verifications of [undefined, null]) {
				const partial = { status: 'pending', reason: 'partial' };
				expect(await eventOf({ ...sample, data: { ...data, verifications } }, approvedWhen)).toMatchObject(partial);
				for (const mark of [{ spec_version: '2025-10-08' }, { spec_version: 1 }, { type: COMPLETED }, { data: {} }]) {
					expect(await eventOf({ ...old, verifications, ...mark }, approvedWhen)).toMatchObject(partial);
				}
				const event = await eventOf({ ...old, verifications }, approvedWhen);
				expect(event).toMatchObject({ status: 'approved', reason: null });
			}
		}
	});

	test('with eachCheck takes no flat list that does not say which check it is', async () => {
		for (const [verifications, status, reason] of [
			[[], 'pending', 'partial'],
			[[{ id: 3, status: { value: 0 } }], 'pending', 'partial'],
			[[{ id: 3, name: 'Email', status: { value: 2 } }], 'pending', 'partial'],
			['Complete', 'other', 'unknown'],
			[true, 'other', 'unknown'],
		] as const) {
			const event = await eventOf({ ...flat, verifications }, 'eachCheck');
			expect(event).toMatchObject({ status, reason });
		}
	});

	test.each([
		[2, 'approved', null],
		[3, 'rejected', 'declined'],
		[4, 'pending', 'in_review'],
		[0, 'pending', 'partial'],
	])('knows its own check by the name where its id is not in the list: %j is %s, %s', async (value, ...expected) => {
		const [status, reason] = expected;
		const verifications = [
			{ id: 3, name: 'Document', status: { value } },
			{ id: 4, name: 'Email', status: { value: 2 } },
		];
		for (const mine of [{ verification_id: 99, verification_name: 'Document' }, { verification_name: 'Document' }]) {
			const current = { ...sample, data: { ...mine, verifications } };
			expect(await eventOf(current, 'eachCheck')).toMatchObject({ status, reason });
			expect(await eventOf({ ...flat, ...mine, verifications }, 'eachCheck')).toMatchObject({ status, reason });
		}
	});

	test.each([
		[[2, 2], 'approved', 'approved'],
		[[2, 3], 'rejected', 'rejected'],
		[[2, 0], 'pending', 'pending'],
		[[0, 2], 'pending', 'pending'],
		[[2, 4], 'pending', 'pending'],
		[[2, 6], 'pending', 'pending'],
		[[2, 99], 'pending', 'approved'],
		[[2, [2]], 'other', 'other'],
	])('with eachCheck counts all entries of its own check: %j is %s, the check %s', async (states, status, check) => {
		const verifications = states.map((value) => ({ id: 1, name: 'Email', status: { value } }));
		const event = await eventOf({ ...sample, data: { ...sample.data, verifications } }, 'eachCheck');
		expect(event).toMatchObject({ status, check: { status: check } });
	});

	test('knows its own check by the name where there is no id', async () => {
		const verifications = [
			{ name: 'Email', status: { value: 2 } },
			{ name: 'ReCAPTCHA', status: { value: 4 } },
		];
		const event = await eventOf({ ...flat, verification_name: 'ReCAPTCHA', verifications }, 'eachCheck');
		expect(event).toMatchObject({ status: 'pending', reason: 'in_review', check: { status: 'pending' } });
	});

	test.each([
		[{ value: 2, friendly: 'Complete' }, 'approved', null],
		[{ value: 2, friendly: 'COMPLETED' }, 'approved', null],
		[{ value: 2, friendly: 'Failed' }, 'other', 'unknown'],
		[{ value: 2, friendly: 'Fertig' }, 'approved', null],
		[{ value: 2, friendly: 'x' }, 'approved', null],
		[{ value: 2, friendly: 'Declined' }, 'other', 'unknown'],
		[{ value: 0, friendly: 'Failed' }, 'other', 'unknown'],
		[{ value: null, friendly: 'Failed' }, 'other', 'unknown'],
		[{ value: 3, friendly: 'Failed' }, 'rejected', 'declined'],
		[{ value: 2, friendly: null }, 'approved', null],
		[{ value: 2, friendly: '' }, 'approved', null],
		[{ friendly: 'Complete' }, 'approved', null],
		[{ value: null, friendly: 'Complete' }, 'approved', null],
		[{ value: 2, friendly: 'Rejected' }, 'other', 'unknown'],
		[{ value: 2, friendly: 'Complete in review' }, 'other', 'unknown'],
		[{ value: 2, friendly: ['Complete'] }, 'other', 'unknown'],
		[{ value: 2, friendly: false }, 'other', 'unknown'],
		[{ value: {}, friendly: 'Complete' }, 'other', 'unknown'],
		[{ value: '', friendly: 'Complete' }, 'other', 'unknown'],
		[{ value: 0, friendly: 'Complete' }, 'other', 'unknown'],
		[{ value: 7, friendly: 'Complete' }, 'other', 'unknown'],
		[{ value: 0, friendly: 'Pending' }, 'pending', 'partial'],
		[{}, 'pending', 'partial'],
		[[2], 'other', 'unknown'],
		[true, 'other', 'unknown'],
	])('of a check in the state %j is %s, %s', async (state, status, reason) => {
		for (const approvedWhen of ['allChecks', 'eachCheck']) {
			const verifications = [{ id: 1, name: 'Email', status: state }];
			const payload = { ...sample, data: { ...sample.data, verifications } };
			expect(await eventOf(payload, approvedWhen)).toMatchObject({ status, reason });
		}
	});

	test('takes the list as an object, as PHP writes one with gaps', async () => {
		const verifications = (value: number) => ({ 0: { id: 1, status: { value: 2 } }, 3: { id: 3, status: { value } } });
		const payload = (value: number) => ({ ...sample, data: { ...sample.data, verifications: verifications(value) } });
		expect(await eventOf(payload(0))).toMatchObject({ status: 'pending', reason: 'partial' });
		expect(await eventOf(payload(2))).toMatchObject({ status: 'approved', reason: null });
		expect(await eventOf(payload(3))).toMatchObject({ status: 'rejected', reason: 'declined' });
	});

	test.each([
		[['Complete'], 'approved', null],
		[['complete', 'COMPLETED'], 'approved', null],
		[['Complete', 'Removed'], 'approved', null],
		[['Complete', 'Rejected'], 'rejected', 'declined'],
		[['Complete', 'Complete in review'], 'pending', 'in_review'],
		[['Complete', 'Assigned'], 'pending', 'partial'],
		[['Complete', 'Processing'], 'pending', 'partial'],
		[['Complete', 'Reset'], 'pending', 'partial'],
		[['Complete', 'Incomplete'], 'pending', 'partial'],
		[['Complete', 'Not complete'], 'pending', 'partial'],
		[['Complete', 'constructor'], 'pending', 'partial'],
		[['Complete', '__proto__'], 'pending', 'partial'],
		[['Complete', ''], 'pending', 'partial'],
		[['Complete', null], 'pending', 'partial'],
		[['Complete', undefined], 'pending', 'partial'],
		[['Complete', 'Pending'], 'pending', 'partial'],
		[['Complete', true], 'other', 'unknown'],
		[['Complete', ['Complete']], 'other', 'unknown'],
	])('of the oldest generation with the words %j is %s, %s', async (words, status, reason) => {
		expect(await eventOf(withWords(COMPLETED, ...words))).toMatchObject({ status, reason, decidedBy: null });
	});
});

describe('the other events', () => {
	test.each([
		['verification.rejected', 'rejected', 'declined'],
		['verification.pending', 'pending', 'started'],
		['verification.in-process', 'pending', 'partial'],
		['verification.expired', 'other', 'unknown'],
		['verification.Completed', 'other', 'unknown'],
		['verification.completed ', 'other', 'unknown'],
		['verification', 'other', 'unknown'],
		['user.deleted', 'other', 'unknown'],
		['constructor', 'other', 'unknown'],
		['__proto__', 'other', 'unknown'],
		['toString', 'other', 'unknown'],
	])('%s is %s, %s, whatever the checks are and whatever the parameter is', async (type, status, reason) => {
		const expected = { status, reason, decidedBy: null, eventType: type };
		for (const approvedWhen of ['allChecks', 'eachCheck']) {
			expect(await eventOf({ ...sample, type }, approvedWhen)).toMatchObject(expected);
			expect(await eventOf(withChecks(type, 2, 2), approvedWhen)).toMatchObject(expected);
			expect(await eventOf({ ...flat, event: type }, approvedWhen)).toMatchObject(expected);
			expect(await eventOf(withWords(type, 'Complete'), approvedWhen)).toMatchObject(expected);
		}
	});

	test.each([
		['Verified', 'approved', null],
		['Banned', 'rejected', 'declined'],
		['Review', 'pending', 'in_review'],
		['Active', 'other', 'notification'],
		['Unconfirmed', 'other', 'notification'],
		['Unverified', 'other', 'unknown'],
		['verified', 'approved', null],
		['BANNED', 'rejected', 'declined'],
		['banned', 'rejected', 'declined'],
		['review', 'pending', 'in_review'],
		['ACTIVE', 'other', 'notification'],
		['Verified ', 'other', 'unknown'],
		['constructor', 'other', 'unknown'],
		['__proto__', 'other', 'unknown'],
		['', 'other', 'unknown'],
		[null, 'other', 'unknown'],
		[['Verified'], 'other', 'unknown'],
		[true, 'other', 'unknown'],
	])('user.status.changed to %j is %s, %s, and about no check', async (user_status, status, reason) => {
		const payload = { ...sample, type: 'user.status.changed', data: { ...sample.data, user_status } };
		const providerStatus = typeof user_status === 'string' && user_status !== '' ? user_status : null;
		const expected = { status, reason, decidedBy: null, check: null, providerStatus };
		expect(await eventOf(payload)).toMatchObject(expected);
		expect(await eventOf(payload, 'eachCheck')).toMatchObject(expected);
		expect(await eventOf({ ...flat, event: 'user.status.changed', user_status })).toMatchObject(expected);
	});
});
