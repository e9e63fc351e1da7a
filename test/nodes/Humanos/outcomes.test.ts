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
	environment: null,
	receivedAt: new Date(SIGNED_AT).toISOString(),
};

/** @param parts each a text, or an expression for one */
const eventId = (...parts: readonly string[]) =>
	expect.stringMatching(new RegExp(`^humanos:${parts.join(':')}$`)) as string;
const DIGEST = '[0-9a-f]{32}';

/** What the events of 2026 say alike until May. */
const current = (eventType: string, name: string | null = null) => ({
	...shared,
	check: null,
	eventId: eventId(eventType, REQUEST, DIGEST, WHEN),
	eventType,
	providerStatus: null as string | null,
	verificationId: REQUEST,
	externalId: 'req_internal_001',
	subject: { id: DID, type: null, email: null, phone: '+1234567890', name },
	occurredAt: WHEN as string | null,
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
	eventId: eventId('credential', REQUEST, 'cred-7', DIGEST, WHEN),
	providerStatus: word,
});

/** What the events say alike since 2026-05-17. */
const newer = (eventType: string, status: string, reason: string | null, changes: object = {}) => ({
	...current(eventType),
	status,
	reason,
	eventId: eventId(eventType, 'r-9', DIGEST, NEWER),
	verificationId: 'r-9',
	externalId: 'user_98765',
	subject: { id: 'usr_1', type: null, email: 'jane@example.com', phone: null, name: null },
	occurredAt: NEWER,
	...changes,
});
const NEWER = '2026-06-01T12:00:00.000Z';

const newerCredential = (word: string, status: string, reason: string | null) =>
	newer('credential', status, reason, {
		providerStatus: word,
		check: { name: 'CONSENT', status },
		eventId: eventId('credential', 'r-9', 'cred-7', DIGEST, NEWER),
	});

/** Without a date in the payload, the signed time counts. */
const dateless = { occurredAt: null, eventId: eventId('(otp.failed|test)', 'r-9', DIGEST, timestamp) };

/** An event from before 2026. Its id ends in a fingerprint, since there is no time. */
const old = (eventType: string, status: string, reason: string | null, providerStatus: string | null = null) => ({
	...shared,
	status,
	reason,
	check: null,
	eventId: eventId(eventType, 'proc-1', DIGEST, DIGEST),
	eventType,
	providerStatus,
	verificationId: 'proc-1',
	externalId: null,
	subject: { id: 'user-1', type: null, email: 'jane@example.com' as string | null, phone: null, name: null },
	occurredAt: null,
});

const first = (
	eventType: string,
	status: string,
	reason: string | null,
	occurredAt: string,
	person: object = {},
	providerStatus: string | null = null,
) => ({
	...old(eventType, status, reason, providerStatus),
	eventId: eventId(eventType, 'proc-1', DIGEST, occurredAt),
	subject: { ...old('', '', null).subject, email: null, ...person },
	occurredAt,
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
	['identity: success, with an outcome that says otherwise', identity('other', 'unknown', 'REJECTED')],
	['identity: success, with an outcome that is not known', identity('other', 'unknown', 'SEE_TEXT')],
	['identity: fraud', identity('rejected', 'fraud')],
	['identity: fraud in spite of success', identity('rejected', 'fraud')],
	['identity: no success', identity('rejected', 'declined')],
	['identity: no success, with an outcome', identity('rejected', 'declined', 'DOCUMENT_EXPIRED')],
	['identity: no success, with an outcome that says otherwise', identity('other', 'unknown', 'APPROVED')],
	['identity: no success, fraud as text', identity('rejected', 'declined')],
	['identity: an empty decision', identity('other', 'unknown')],
	['identity: no decision', unknown('identity')],
	['identity: success as text', identity('other', 'unknown')],
	['identity: success as number', identity('other', 'unknown')],
	['identity: fraud as text', identity('other', 'unknown')],
	['identity: fraud as number', identity('other', 'unknown')],
	['identity: an outcome alone', identity('other', 'unknown', 'APPROVED')],
	['identity: since 2026-05-17', newer('identity', 'approved', null)],
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
	['credential: accept, APPROVED', credentialEvent('APPROVED', 'approved', null)],
	['credential: accept, ACCEPTED', credentialEvent('ACCEPTED', 'approved', null)],
	['credential: accept, PENDING', credentialEvent('PENDING', 'pending', 'partial')],
	['credential: accept, DRAFT', credentialEvent('DRAFT', 'pending', 'partial')],
	['credential: accept, REJECTED', credentialEvent('REJECTED', 'other', 'unknown')],
	['credential: accept, REVOKED', credentialEvent('REVOKED', 'other', 'unknown')],
	['credential: accept, ARCHIVED', credentialEvent('ARCHIVED', 'other', 'unknown')],
	['credential: reject, REJECTED', credentialEvent('REJECTED', 'rejected', 'declined')],
	['credential: reject, PENDING', credentialEvent('PENDING', 'rejected', 'declined')],
	['credential: reject, APPROVED', credentialEvent('APPROVED', 'rejected', 'declined')],
	['credential: reject, REVOKED', credentialEvent('REVOKED', 'rejected', 'declined')],
	['credential: another action', credentialEvent('APPROVED', 'other', 'unknown')],
	['credential: since 2026-05-17, accept, APPROVED', newerCredential('APPROVED', 'approved', null)],
	['credential: since 2026-05-17, accept, DRAFT', newerCredential('DRAFT', 'pending', 'partial')],
	['credential: since 2026-05-17, reject, APPROVED', newerCredential('APPROVED', 'rejected', 'declined')],
	[
		'credential: since 2026-05-17, accept, APPROVED, but somebody did not',
		newerCredential('APPROVED', 'other', 'unknown'),
	],
	[
		'otp.failed',
		{ ...current('otp.failed'), status: 'other', reason: 'delivery_failed', providerStatus: 'UNDELIVERABLE' },
	],
	[
		'otp.failed: since 2026-05-17',
		newer('otp.failed', 'other', 'delivery_failed', { ...dateless, providerStatus: 'UNDELIVERABLE' }),
	],
	['test', newer('test', 'other', 'notification', dateless)],
	['process.kyc.completed: COMPLETED', old('process.kyc.completed', 'approved', null, 'COMPLETED')],
	['process.kyc.completed: FAILED', old('process.kyc.completed', 'other', 'unknown', 'FAILED')],
	['process.kyc.completed: nothing', old('process.kyc.completed', 'other', 'unknown')],
	[
		'process.kyc.completed: COMPLETED, but an item is rejected',
		old('process.kyc.completed', 'other', 'unknown', 'COMPLETED'),
	],
	[
		'process.kyc.completed: in 2025',
		first('process.kyc.completed', 'approved', null, '2025-08-11T14:52:43.613Z', { name: 'Jane Doe' }, 'COMPLETED'),
	],
	['process.form.rejected', old('process.form.rejected', 'rejected', 'declined')],
	[
		'process.form.rejected: in 2025',
		first('process.form.rejected', 'rejected', 'declined', '2025-09-15T22:10:12.421Z'),
	],
	['process.form.filled', old('process.form.filled', 'approved', null)],
	['process.form.filled: an item is rejected', old('process.form.filled', 'rejected', 'declined')],
	['process.signature.completed', old('process.signature.completed', 'approved', null)],
	['process.signature.completed: no items', old('process.signature.completed', 'other', 'unknown')],
	['process.signature.completed: an item is rejected', old('process.signature.completed', 'rejected', 'declined')],
	[
		'process.signature.completed: by a professional',
		first('process.signature.completed', 'pending', 'partial', '2025-09-12T14:46:43.320Z', {
			id: 'prof-1',
			name: 'Dr. Ann Smith',
		}),
	],
	['process.signature.user.completed', old('process.signature.user.completed', 'approved', null)],
	['process.signature.professional.completed', old('process.signature.professional.completed', 'pending', 'partial')],
	[
		'process.signature.professional.completed: an item is rejected',
		old('process.signature.professional.completed', 'rejected', 'declined'),
	],
	['process.consent.completed', old('process.consent.completed', 'approved', null)],
	['process.consent.completed: no items', old('process.consent.completed', 'other', 'unknown')],
	['process.consent.completed: an item is rejected', old('process.consent.completed', 'rejected', 'declined')],
	['process.completed', old('process.completed', 'approved', null)],
	['process.completed: no items', old('process.completed', 'approved', null)],
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

test('no two events of the fixture have the same id, but for those that say the same in other words', async () => {
	const ids = new Map<string, string[]>();
	for (const [name, { body }] of Object.entries(outcomes)) {
		const { eventId: id } = await eventOf(body);
		ids.set(id, [...(ids.get(id) ?? []), name]);
	}
	expect([...ids.values()].filter((names) => names.length > 1)).toEqual([
		['identity: success, nothing about fraud', 'identity: success, fraud is null'],
		['identity: an empty decision', 'identity: no decision'],
	]);
});
