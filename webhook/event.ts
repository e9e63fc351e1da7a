import { z } from 'zod';
import { isJsonObject, type JsonObject } from './json';

/**
 * What came of the verification, in the order of the outputs. n8n puts what it has no place for (mock data, the
 * empty item of Always Output Data, the next node that is added) on the first output: it must be the one that
 * decides nothing.
 */
export const statuses = ['other', 'approved', 'rejected', 'pending'] as const;

/** For the person or company as a whole. */
const status = z.enum(statuses);

/** Why, in one vocabulary for all providers. */
const reason = z.enum([
	'started',
	'partial',
	'in_review',
	'declined',
	'fraud',
	'overridden',
	'expired',
	'canceled',
	'abandoned',
	'revoked',
	'resubmission',
	'provider_error',
	'delivery_failed',
	'scored',
	'notification',
	'alert',
	'test',
	'outdated',
	'unknown',
]);

const text = z.string().nullable();
const time = z.string().datetime();

/** The item that a trigger puts out for one event. Every field is present; what is not known is null. */
export const kycEvent = z
	.object({
		/** `Provider.id`, such as `trust-swiftly`. */
		provider: z.string(),
		status,
		reason: reason.nullable(),
		/** Who decided, where the provider says so. */
		decidedBy: z.enum(['automatic', 'manual']).nullable(),
		/** Null where the provider does not tell. */
		environment: z.enum(['live', 'test']).nullable(),
		/** The single check, level or member (an e-mail, a document) that the event is about, with its own status. */
		check: z.object({ name: text, status }).strict().nullable(),
		/** The same for every delivery of the same event. */
		eventId: z.string(),
		/** The provider's own name for the event. */
		eventType: z.string(),
		/** The provider's own word for the status. */
		providerStatus: text,
		/** The provider's id for the session, process or request. */
		verificationId: text,
		/** The customer's own reference, as it was passed to the provider. */
		externalId: text,
		subject: z
			.object({ id: text, type: z.enum(['person', 'company']).nullable(), email: text, phone: text, name: text })
			.strict(),
		/** When the provider says that it happened: ISO 8601, UTC. */
		occurredAt: time.nullable(),
		/** When the delivery was received: ISO 8601, UTC. */
		receivedAt: time,
		/** The verified, decrypted payload; absent when the user does not want it. */
		payload: z.custom<JsonObject>(isJsonObject).optional(),
	})
	.strict();

export type KycEvent = z.infer<typeof kycEvent>;
export type Status = KycEvent['status'];
export type Subject = KycEvent['subject'];

/** A subject of which only the given is known. */
export function subject(known: Partial<Subject>): Subject {
	return { id: null, type: null, email: null, phone: null, name: null, ...known };
}
