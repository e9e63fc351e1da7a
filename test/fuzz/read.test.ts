import fc from 'fast-check';
import { kycEvent } from '../../webhook/event';
import { isJsonObject, type JsonObject } from '../../webhook/json';
import type { Provider } from '../../webhook/provider';
import { humanos } from '../../nodes/Humanos/humanos';
import { passbase } from '../../nodes/Passbase/passbase';
import { truora } from '../../nodes/Truora/truora';
import { trusthub } from '../../nodes/Trusthub/trusthub';
import { trustSwiftly } from '../../nodes/TrustSwiftly/trustSwiftly';

/** The names of fields that each provider uses, and words that it sends. */
const vocabulary: ReadonlyArray<readonly [Provider, string, string]> = [
	[trusthub, 'sessionId status projectId externalId', 'AUTO_APPROVED MANUAL_REJECTED STARTED'],
	[
		trustSwiftly,
		'id type event occurred_at created_at trust_id relationships user_id user_uuid data verification_id verification_name email reference_id user_status verifications status value friendly',
		'verification.completed verification.rejected user.status.changed Verified Banned Complete Removed 2 6',
	],
	[
		humanos,
		'eventType event requestId processId internalId user contact did id decisionDate decision date success isFraud credential status name resourceType identity fullName metadata verificationStatus items rejected otp error code',
		'identity credential otp.failed process.kyc.completed process.form.filled process.completed COMPLETED APPROVED',
	],
	[
		passbase,
		'event key status created updated processed',
		'VERIFICATION_COMPLETED VERIFICATION_REVIEWED WATCHLIST_MONITORING approved declined pending',
	],
	[
		truora,
		'events id event_type event_action object timestamp process_id identity_process_id validation_id check_id account_id status validation_status failure_status override_status',
		'identity_process document_validation check step succeeded failed success failure created finished',
	],
];

const oddWords = [
	'constructor',
	'__proto__',
	'toString',
	'',
	' ',
	'🪪',
	'2024-02-30T00:00:00Z',
	'9999-12-31T23:59:59-23:59',
];
const times = ['2024-01-15T18:30:00.000Z', '2023-01-02 03:04:05', '0000-01-01T00:00:00+02:00', '2024-01-15'];
const oddNumbers = [0, -0, 1e300, -1e300, 1582628999, 1582628999000, -62167219201, 253402300800, 2 ** 53, 0.1];

function payloadOf(names: string, words: string): fc.Arbitrary<JsonObject> {
	const leaf = fc.oneof(
		fc.constantFrom(...words.split(' '), ...oddWords, ...times),
		fc.constantFrom(...oddNumbers, true, false, null),
		fc.jsonValue({ maxDepth: 1 }),
	);
	const key = fc.constantFrom(...names.split(' '), ...oddWords);
	const { object } = fc.letrec<{ object: JsonObject; value: unknown }>((tie) => ({
		value: fc.oneof({ maxDepth: 4 }, leaf, fc.array(tie('value'), { maxLength: 3 }), tie('object')),
		object: fc.dictionary(key, tie('value'), { maxKeys: 12 }),
	}));
	// As it comes out of a body: `__proto__` is a field like any other.
	return object.map((payload) => JSON.parse(JSON.stringify(payload)) as JsonObject);
}

describe.each(vocabulary.map((row) => [row[0].displayName, ...row] as const))('any payload of %s', (_, ...row) => {
	const [provider, names, words] = row;
	const parameters = fc.record({ approvedWhen: fc.constantFrom<unknown>('allChecks', 'eachCheck', null, 5) });
	const read = (payload: JsonObject, given: Readonly<Record<string, unknown>>) =>
		provider.read(payload, { parameters: given, signedId: null, fingerprint: () => 'fingerprint' });

	test('is read without an error, the same each time, into valid items', () => {
		fc.assert(
			fc.property(payloadOf(names, words), parameters, (payload, given) => {
				const before = JSON.stringify(payload);
				const events = read(payload, given);
				const expected = Array.isArray(payload.events) && provider === truora ? payload.events.length : 1;
				expect(events).toHaveLength(expected);
				expect(read(payload, given)).toStrictEqual(events);
				expect(JSON.stringify(payload)).toBe(before);
				for (const { selector, sequence, ...event } of events) {
					const item = { ...event, provider: provider.id, receivedAt: '2026-03-04T05:06:07.089Z' };
					expect(kycEvent.safeParse(item)).toMatchObject({ success: true });
					expect(typeof selector).toBe('string');
					expect(['string', 'undefined']).toContain(typeof sequence);
					expect(event.eventId).not.toBe('');
					expect(isJsonObject(event.payload)).toBe(true);
				}
			}),
			{ numRuns: 400 },
		);
	});

	test('is approved only by words that are there', () => {
		const harmless = words
			.split(' ')
			.map((word) => `${word}_`)
			.join(' ');
		fc.assert(
			fc.property(payloadOf(names, harmless), parameters, (payload, given) => {
				for (const event of read(payload, given)) expect(event).toMatchObject({ status: 'other', reason: 'unknown' });
			}),
			{ numRuns: 400 },
		);
	});
});
