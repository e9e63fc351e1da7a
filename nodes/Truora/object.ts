import type { z } from 'zod';
import { subject, type Subject } from '../../webhook/event';
import { fields, text, word } from '../../webhook/fields';
import { isJsonObject, parseJsonObject, type JsonObject } from '../../webhook/json';
import { fullName } from '../../webhook/name';

/**
 * What an event is about: an object, in some channels as JSON text.
 * @returns null when it cannot be read: it may hold the late decision of a person
 */
export function objectOf(object: unknown): JsonObject | null {
	if (object === undefined || object === null) return {};
	const sent = typeof object === 'string' ? parseJsonObject(object) : object;
	return isJsonObject(sent) ? sent : null;
}

const OWN_ACCOUNT = /^ACC[0-9A-Fa-f]{32}$/;

/** Truora gives an account an id of its own where the customer gave none. */
export function isOwnAccount(accountId: string | null): boolean {
	return accountId !== null && OWN_ACCOUNT.test(accountId);
}

export function subjectOf(kind: string, object: z.infer<typeof objectFields>): Subject {
	const document = object.details.document_details;
	return subject({
		id: object.account_id,
		type: kind === 'check' ? (typeByWord.get(object.type ?? '') ?? null) : null,
		email: object.email,
		phone: object.cell_phone ?? object.phone ?? object.phone_number,
		name: fullName(object.first_name ?? document.name, object.last_name ?? document.last_name),
	});
}

/** What a background check is about may also be a vehicle, or a type of the customer's own. */
const typeByWord = new Map<string, Subject['type']>([
	['person', 'person'],
	['company', 'company'],
]);

export const objectFields = fields({
	process_id: text,
	identity_process_id: text,
	validation_id: text,
	check_id: text,
	account_id: text,
	status: text,
	validation_status: text,
	type: text,
	email: text,
	cell_phone: text,
	phone: text,
	phone_number: text,
	first_name: text,
	last_name: text,
	details: fields({ document_details: fields({ name: text, last_name: text }) }),
});

/** What an outcome hangs on. */
export const statusFields = fields({
	status: word,
	validation_status: word,
	failure_status: word,
	declined_reason: word,
	override_status: word,
});
