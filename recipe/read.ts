import { eventIdOf, unreadable } from '../webhook/eventId';
import { type KycEvent, subject, type Subject } from '../webhook/event';
import { text, word } from '../webhook/fields';
import { isoTimeOfUnixSeconds, isoTime } from '../webhook/time';
import type { JsonObject } from '../webhook/json';
import { fullName } from '../webhook/name';
import { type Outcome, unknown } from '../webhook/outcome';
import type { ProviderEvent, ReadContext } from '../webhook/provider';
import { firstAt, holds, outcomeBy } from './rules';
import type { Meaning, Place } from './schema';

/** What an authentic payload tells, by the data of its provider. */
export function readBy(
	{ id, fields, rules, events }: Meaning,
	payload: JsonObject,
	context: ReadContext,
): ProviderEvent {
	const textAt = (place: Place | undefined) => {
		const found = place && firstAt(payload, place);
		return text.parse(typeof found === 'boolean' ? String(found) : found);
	};
	const wordAt = (place: Place | undefined) => (place ? word.parse(firstAt(payload, place)) : null);
	const derived = events.find(({ conditions }) => conditions?.every((condition) => holds(payload, condition)));
	const eventType = textAt(fields.eventType) ?? derived?.value ?? 'unknown';
	const environment = environmentBy(fields.environment, wordAt(fields.environment?.path));
	const outcome = outcomeBy(rules, payload);
	const isPart = outcome.reason === 'partial';
	return {
		...(environment === 'odd' ? doubted(outcome) : outcome),
		environment: environment === 'odd' ? null : environment,
		check: isPart && fields.check ? { name: textAt(fields.check), status: 'other' } : null,
		selector: eventType,
		eventType,
		eventId: eventIdBy(id, fields.eventId.map(textAt), context),
		providerStatus: textAt(fields.providerStatus),
		verificationId: textAt(fields.verificationId),
		...(fields.sequence && { sequence: textAt(fields.sequence) }),
		externalId: textAt(fields.externalId),
		subject: subjectBy(fields.subject, textAt),
		occurredAt: timeOf(textAt(fields.occurredAt)),
		payload,
	};
}

/** One id of the provider's stands for itself; several are told apart from those of others. */
function eventIdBy(id: string, parts: readonly (string | null)[], context: ReadContext): string {
	const [first = null] = parts;
	if (parts.length === 1 && first !== null) return unreadable(first);
	const isWhole = parts.length > 0 && !parts.includes(null);
	if (!isWhole && context.signedId !== null) return context.signedId;
	return parts.length === 0 ? `${id}:${context.fingerprint()}` : eventIdOf([id, ...parts], context);
}

function environmentBy(field: Meaning['fields']['environment'], found: string | null): KycEvent['environment'] | 'odd' {
	if (!field || found === null || field.untold.includes(found)) return null;
	if (field.test.includes(found)) return 'test';
	return field.live.includes(found) ? 'live' : 'odd';
}

/** A mark of another kind may mean a test: nobody is approved by it. */
function doubted(outcome: Outcome): Outcome {
	return outcome.status === 'approved' ? unknown : outcome;
}

function subjectBy(
	{ type, name, firstName, lastName, ...others }: Meaning['fields']['subject'],
	textAt: (place: Place | undefined) => string | null,
): Subject {
	const typeWord = typeof type === 'object' ? textAt(type.path) : null;
	const told = (words: readonly string[]) => typeWord !== null && words.includes(typeWord);
	const known =
		typeof type === 'object' ? (told(type.person) ? 'person' : told(type.company) ? 'company' : null) : type;
	return subject({
		id: textAt(others.id),
		type: known ?? null,
		email: textAt(others.email),
		phone: textAt(others.phone),
		name: textAt(name) ?? fullName(textAt(firstName), textAt(lastName)),
	});
}

/** @param told ISO 8601, Unix seconds or milliseconds */
function timeOf(told: string | null): string | null {
	if (told === null || !/^\d{10}(\d{3})?(\.\d+)?$/.test(told)) return isoTime(told);
	return isoTimeOfUnixSeconds(told.split('.')[0]?.length === 13 ? Number(told) / 1000 : Number(told));
}
