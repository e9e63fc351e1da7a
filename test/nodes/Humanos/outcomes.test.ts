import { humanos } from '../../../nodes/Humanos/humanos';
import { kycEvent } from '../../../webhook/event';
import { deliver, acceptedEvent } from '../../support/reception';
import { eventOf, outcomes, SIGNED_AT, timestamp, credential } from './sender';

const REQUEST = '68c42ec3e47c9a7f9241e0ba';
const DID = 'did:via:user-xyz789';
const WHEN = '2024-01-15T18:30:00.000Z';

const shared = {
	provider: 'humanos',
	decidedBy: null,
	receivedAt: new Date(SIGNED_AT).toISOString(),
};

/** What all events since 2026 say alike. */
const current = (eventType: string, name: string | null = null) => ({
	...shared,
	check: null,
	eventId: `humanos:${eventType}:${REQUEST}:${DID}:${WHEN}`,
	eventType,
	providerStatus: null,
	verificationId: REQUEST,
	externalId: 'req_internal_001',
	subject: { id: DID, email: null, phone: '+1234567890', name },
	occurredAt: WHEN,
});

const identity = (status: string, reason: string | null, providerStatus: string | null = null) => ({
	...current('identity', 'José Müller'),
	status,
	reason,
	providerStatus,
});

const credentialEvent = (word: string | null, status: string, reason: string | null) => ({
	...current('credential'),
	status,
	reason,
	check: { name: 'CONSENT', status },
	eventId: `humanos:credential:${REQUEST}:cred-7:${DID}:${WHEN}`,
	providerStatus: word,
});

/** An event from before 2026. Its id ends in a fingerprint, since there is no time. */
const old = (eventType: string, status: string, reason: string | null, providerStatus: string | null = null) => ({
	...shared,
	status,
	reason,
	check: null,
	eventId: expect.stringMatching(new RegExp(`^humanos:${eventType}:proc-1:user-1:[0-9a-f]{32}$`)),
	eventType,
	providerStatus,
	verificationId: 'proc-1',
	externalId: null,
	subject: { id: 'user-1', email: 'jane@example.com', phone: null, name: null },
	occurredAt: null,
});

const unknown = (eventType: string, providerStatus: string | null = null) => ({
	...current(eventType),
	status: 'other',
	reason: 'unknown',
	providerStatus,
});

const expected: Readonly<Record<string, object>> = Object.fromEntries<object>([
	['identity: success', identity('approved', null)],
	['identity: success, nothing about fraud', identity('approved', null)],
	['identity: success, fraud is null', identity('approved', null)],
	['identity: success, with an outcome', identity('approved', null, 'VERIFIED')],
	['identity: fraud', identity('rejected', 'fraud')],
	['identity: fraud in spite of success', identity('rejected', 'fraud')],
	['identity: no success', identity('rejected', 'declined')],
	['identity: an empty decision', identity('other', 'unknown')],
	['identity: no decision', unknown('identity')],
	['identity: success as text', identity('other', 'unknown')],
	['identity: success as number', identity('other', 'unknown')],
	['identity: fraud as text', identity('other', 'unknown')],
	['identity: fraud as number', identity('other', 'unknown')],
	['identity: an outcome alone', identity('other', 'unknown', 'APPROVED')],
	['credential: APPROVED', credentialEvent('APPROVED', 'approved', null)],
	['credential: ACCEPTED', credentialEvent('ACCEPTED', 'approved', null)],
	['credential: REJECTED', credentialEvent('REJECTED', 'rejected', 'declined')],
	['credential: PENDING', credentialEvent('PENDING', 'pending', 'started')],
	['credential: DRAFT', credentialEvent('DRAFT', 'pending', 'started')],
	['credential: REVOKED', credentialEvent('REVOKED', 'other', 'revoked')],
	['credential: ARCHIVED', credentialEvent('ARCHIVED', 'other', 'unknown')],
	['credential: approved', credentialEvent('approved', 'other', 'unknown')],
	['credential: constructor', credentialEvent('constructor', 'other', 'unknown')],
	['credential: __proto__', credentialEvent('__proto__', 'other', 'unknown')],
	['credential: no status', credentialEvent(null, 'other', 'unknown')],
	[
		'otp.failed',
		{ ...current('otp.failed'), status: 'other', reason: 'delivery_failed', providerStatus: 'UNDELIVERABLE' },
	],
	['process.kyc.completed: COMPLETED', old('process.kyc.completed', 'approved', null, 'COMPLETED')],
	['process.kyc.completed: FAILED', old('process.kyc.completed', 'other', 'unknown', 'FAILED')],
	['process.kyc.completed: nothing', old('process.kyc.completed', 'other', 'unknown')],
	['process.form.rejected', old('process.form.rejected', 'rejected', 'declined')],
	['process.form.filled', old('process.form.filled', 'approved', null)],
	['process.form.filled: an item is rejected', old('process.form.filled', 'rejected', 'declined')],
	['process.signature.completed', old('process.signature.completed', 'approved', null)],
	['process.signature.completed: an item is rejected', old('process.signature.completed', 'rejected', 'declined')],
	['process.consent.completed', old('process.consent.completed', 'approved', null)],
	['process.consent.completed: an item is rejected', old('process.consent.completed', 'rejected', 'declined')],
	['process.completed', old('process.completed', 'approved', null)],
	['process.completed: an item is rejected', old('process.completed', 'rejected', 'declined')],
	['process.something.new', old('process.something.new', 'other', 'unknown')],
	['something.new', unknown('something.new')],
	['constructor', unknown('constructor')],
	['__proto__', unknown('__proto__')],
	['toString', unknown('toString')],
	['Identity', unknown('Identity')],
]);

test('every delivery of the fixture has its row, and every row its delivery', () => {
	expect(Object.keys(expected).sort()).toEqual(Object.keys(outcomes).sort());
});

test.each(Object.entries(outcomes))('%s is told as the table has it', async (name, { plaintext, body, signature }) => {
	const headers = { 'x-signature': signature, 'x-timestamp': timestamp };
	const event = acceptedEvent(await deliver(humanos, credential, { body, headers }, { now: SIGNED_AT }));
	expect(event).toStrictEqual({ ...expected[name], payload: JSON.parse(plaintext) });
	expect(Object.keys(event).sort()).toEqual(Object.keys(kycEvent.shape).sort());
});

test('no two events of the fixture have the same id, but for the decisions of one request', async () => {
	const ids = new Map<string, string[]>();
	for (const [name, { body }] of Object.entries(outcomes)) {
		const { eventId } = await eventOf(body);
		ids.set(eventId, [...(ids.get(eventId) ?? []), name]);
	}
	const shares = [...ids.values()]
		.filter((names) => names.length > 1)
		.map((names) => new Set(names.map((name) => name.split(':')[0])));
	expect(shares).toEqual([new Set(['identity']), new Set(['credential'])]);
});
