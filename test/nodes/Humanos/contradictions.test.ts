import { humanos } from '../../../nodes/Humanos/humanos';
import type { JsonObject } from '../../../webhook/json';
import { describeContradictions } from '../../support/describeContradictions';
import { unsignedEventOf } from '../../support/unsigned';
import { credential } from './sender';

const eventOf = unsignedEventOf(humanos, credential);

const base = { requestId: 'r', user: { id: 'usr_1' }, decisionDate: '2026-06-01T12:00:00.000Z' };
const noes = ['REJECTED', 'reject', 'FRAUD', 'false', 'PENDING', 'DRAFT', 'REVOKED', 'null', ' '];

describe('identity', () => {
	describeContradictions({
		eventOf,
		approving: {
			...base,
			eventType: 'identity',
			event: 'identity',
			action: 'accept',
			decision: { success: true, isFraud: false, outcome: 'VERIFIED', action: 'accept' },
		},
		deciding: [
			{ path: ['eventType'], agreeing: ['identity', null] },
			{ path: ['event'], agreeing: ['identity', null] },
			{ path: ['action'], agreeing: ['accept', null] },
			{ path: ['decision'], agreeing: [{ success: true }] },
			{ path: ['decision', 'success'], agreeing: [true] },
			{ path: ['decision', 'isFraud'], agreeing: [false, null] },
			{ path: ['decision', 'outcome'], agreeing: ['VERIFIED', 'approved', 'Passed', null] },
			{ path: ['decision', 'action'], agreeing: ['accept', null] },
		],
		refusing: [...noes, 'credential', 'otp.failed', 'test', 'process.form.rejected'],
	});
});

describe('credential', () => {
	describeContradictions({
		eventOf,
		approving: {
			...base,
			eventType: 'credential',
			action: 'accept',
			decision: { action: 'accept' },
			credential: { id: 'c', status: 'APPROVED', decisions: [{ accepted: true }] },
		},
		deciding: [
			{ path: ['eventType'], agreeing: ['credential'] },
			{ path: ['action'], agreeing: ['accept', null] },
			{ path: ['decision', 'action'], agreeing: ['accept', null] },
			{ path: ['credential', 'status'], agreeing: ['APPROVED', 'ACCEPTED'] },
			{ path: ['credential', 'decisions'], agreeing: [[{ accepted: true }, { accepted: true }], [], null] },
			{ path: ['credential', 'decisions', 0, 'accepted'], agreeing: [true] },
		],
		refusing: noes,
	});
});

describe('process.signature.completed', () => {
	describeContradictions({
		eventOf,
		approving: {
			event: 'process.signature.completed',
			processId: 'p',
			userId: 'u',
			completedAt: '2025-09-12T14:27:51.571Z',
			metadata: { items: [{ rejected: false }, { rejected: false }] },
		},
		deciding: [
			{ path: ['metadata', 'items'], agreeing: [[{ rejected: false }]] },
			{ path: ['metadata', 'items', 1], agreeing: [{ rejected: false }] },
			{ path: ['metadata', 'items', 1, 'rejected'], agreeing: [false] },
			{ path: ['professionalId'], agreeing: [null] },
		],
		refusing: noes,
	});
});

describe('process.kyc.completed', () => {
	describeContradictions({
		eventOf,
		approving: { event: 'process.kyc.completed', processId: 'p', metadata: { verificationStatus: 'COMPLETED' } },
		deciding: [
			{ path: ['event'], agreeing: ['process.kyc.completed'] },
			{ path: ['metadata', 'verificationStatus'], agreeing: ['COMPLETED'] },
		],
		refusing: [...noes, 'completed', 'FAILED'],
	});
});

const credentialOf = (changes: JsonObject, status: unknown = 'APPROVED') =>
	eventOf({ ...base, eventType: 'credential', credential: { id: 'c', status }, ...changes });

test.each([null, '', 'APPROVED', 'PENDING', 'REVOKED', 'ARCHIVED', true, ['APPROVED'], {}])(
	'a person who rejects is rejected, whatever the status is: %j',
	async (status) => {
		for (const said of [{ action: 'reject' }, { decision: { action: 'reject' } }]) {
			expect(await credentialOf(said, status)).toMatchObject({ status: 'rejected', reason: 'declined' });
		}
	},
);

test.each([
	{ action: 'accept', decision: { action: 'reject' } },
	{ action: 'reject', decision: { action: 'accept' } },
	{ action: '', decision: { action: 'reject' } },
	{ action: ['reject'] },
	{ action: true },
	{ action: 'REJECT' },
	{ decision: { action: {} } },
])('a person who says two things, or nothing that is documented, is unknown: %j', async (said) => {
	for (const status of ['APPROVED', 'REJECTED', 'PENDING']) {
		expect(await credentialOf(said, status)).toMatchObject({ status: 'other', reason: 'unknown' });
	}
});

test.each([true, 'true', 1, null])('a fraud or a failure is rejected when success is %j beside it', async (success) => {
	const event = await eventOf({ ...base, eventType: 'identity', decision: { success, isFraud: true } });
	expect(event).toMatchObject({ status: 'rejected', reason: 'fraud' });
});

test.each(['true', 1, [], {}, '', null, false])('no success is declined, whatever isFraud is: %j', async (isFraud) => {
	const event = await eventOf({ ...base, eventType: 'identity', decision: { success: false, isFraud } });
	expect(event).toMatchObject({ status: 'rejected', reason: 'declined' });
});

describe('a process that has ended', () => {
	const ended = { ...base, event: 'process.completed', processId: 'p', completedAt: '2025-10-01T10:00:00Z' };

	test('approves by its name where nothing else is said', async () => {
		for (const metadata of [undefined, null, {}, { items: [] }, { verificationStatus: 'COMPLETED' }]) {
			expect((await eventOf({ ...ended, metadata })).status).toBe('approved');
		}
	});

	test.each([
		{ metadata: { verificationStatus: 'REJECTED' } },
		{ metadata: [{ itemId: 'a', rejected: true }] },
		{ metadata: '{"items":[{"rejected":true}]}' },
		{ items: [{ rejected: true }] },
		{ decision: { success: false } },
		{ status: 'REJECTED' },
		{ rejectedAt: '2025-10-01T10:00:00Z' },
	])('approves nobody beside %j', async (more) => {
		expect(await eventOf({ ...ended, ...more })).toMatchObject({ status: 'other', reason: 'unknown' });
	});

	test('is rejected with an item that is', async () => {
		const metadata = { items: [{ rejected: true }], verificationStatus: 'COMPLETED' };
		expect(await eventOf({ ...ended, metadata, status: 'x' })).toMatchObject({ status: 'rejected' });
	});
});
