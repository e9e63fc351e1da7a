import { type KycEvent, subject, type Subject } from '../../webhook/event';
import { text, word } from '../../webhook/fields';
import type { JsonObject } from '../../webhook/json';
import { approved, unknown } from '../../webhook/outcome';
import type { Reading } from '../../webhook/reading';
import { outcomeOf } from './outcomes';
import { nameOf } from './person';
import { readTold } from './told';

/**
 * What a payload says of a session.
 * @param results where the results of the checks stand, and with them the person's name
 */
export function readResource(told: ReturnType<typeof readTold>, results: unknown): Reading {
	const type = kinds.get(told.session_kind ?? '') ?? null;
	return {
		...outcomeOf(told.type, { ...told, status: word.parse(told.status) }),
		environment: environmentOf(told),
		check: null,
		providerStatus: text.parse(told.status),
		verificationId: told.sessionId,
		externalId: told.vendor_data ?? told.applicant_vendor_data,
		subject: subject({ type, name: type === 'company' ? null : nameOf(results) }),
	};
}

/** What the API answers of a session. Its results stand beside its status, and it always tells its environment. */
export function readSession(session: JsonObject): Reading {
	const reading = readResource(readTold(session), session);
	return reading.status === approved.status && reading.environment === null ? { ...reading, ...unknown } : reading;
}

/** A mark of another kind than documented may mean a test. */
function environmentOf({ testWebhook, environment }: ReturnType<typeof readTold>): KycEvent['environment'] {
	if (testWebhook === true) return 'test';
	return (testWebhook ?? false) === false ? (environments.get(environment ?? '') ?? null) : null;
}

const environments = new Map<string, KycEvent['environment']>([
	['live', 'live'],
	['sandbox', 'test'],
]);

const kinds = new Map<string, Subject['type']>([
	['user', 'person'],
	['business', 'company'],
]);
