import type { z } from 'zod';
import type { KycEvent } from '../../webhook/event';
import { anything, fields, number, text, word } from '../../webhook/fields';
import { isJsonObject } from '../../webhook/json';
import { isAboutSession, type Session, type SessionError } from './outcomes';

/** https://docs.stripe.com/api/events/object */
export const eventFields = fields({
	id: text,
	object: word,
	type: text,
	created: number,
	livemode: anything,
	data: fields({ object: anything, previous_attributes: anything }),
});

/** https://docs.stripe.com/api/identity/verification_sessions/object */
export const sessionFields = fields({
	id: text,
	object: word,
	livemode: anything,
	status: anything,
	client_reference_id: text,
	metadata: anything,
	related_customer: text,
	related_customer_account: text,
	last_error: anything,
	last_verification_report: text,
	provided_details: fields({ email: text, phone: text }),
	url: text,
});

type Event = z.infer<typeof eventFields>;
type SessionFields = z.infer<typeof sessionFields>;

/** Whether the event names a verification session: an endpoint may be set to other products' events too. */
export function hasSession(event: Event, { id, object }: SessionFields): boolean {
	if (id === null || (event.object !== null && event.object !== 'event')) return false;
	return object === null ? isAboutSession(event.type) : isSession(object);
}

/** Whether a resource calls itself a verification session. */
export function isSession(object: string | null): boolean {
	return object === 'identity.verification_session';
}

/**
 * What an outcome hangs on.
 * @param previous what an event has changed; the API does not tell it
 */
export function sessionOf({ status, last_error }: SessionFields, previous: unknown = null): Session {
	return {
		status: word.parse(status),
		previousStatus: previousStatusOf(previous),
		error: errorOf(last_error),
	};
}

function previousStatusOf(attributes: unknown): string | null {
	if (attributes === undefined || attributes === null) return null;
	return isJsonObject(attributes) ? word.parse(attributes.status) : '(no object)';
}

function errorOf(error: unknown): SessionError {
	if (error === undefined || error === null) return 'none';
	if (!isJsonObject(error)) return 'unreadable';
	const { code = null } = error;
	return code === null || typeof code === 'string' ? { code } : 'unreadable';
}

/**
 * Live or test mode, which an event and the session in it tell alike by `livemode`.
 * @returns undefined when they contradict each other, or tell it by anything but a boolean
 */
export function environmentOf(...livemodes: unknown[]): KycEvent['environment'] | undefined {
	const marks = livemodes.filter((mark) => mark !== undefined && mark !== null);
	const [mark = null, ...others] = new Set(marks);
	if (others.length > 0) return undefined;
	return mark === null ? null : environmentByMark.get(mark);
}

const environmentByMark = new Map<unknown, 'live' | 'test'>([
	[true, 'live'],
	[false, 'test'],
]);

/** The customer's own reference; with many, it stands among the metadata of the session. */
export function referenceOf({ client_reference_id, metadata }: SessionFields, metadataKey: string): string | null {
	const isThere = isJsonObject(metadata) && Object.hasOwn(metadata, metadataKey);
	return client_reference_id ?? (isThere ? text.parse(metadata[metadataKey]) : null);
}
