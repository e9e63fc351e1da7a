import type { JsonObject } from '../../webhook/json';
import { unknown } from '../../webhook/outcome';
import type { Reading } from '../../webhook/reading';
import { kindOf } from './kinds';
import { isOwnAccount, objectFields, statusFields, subjectOf } from './object';
import { checkOf, outcomeOf } from './outcomes';

/**
 * What an object says.
 * @param object null when it could not be read
 * @param type what it is, as an event names it
 * @param action what happened to it
 */
export function readResource(object: JsonObject | null, type: string | null, action: string | null) {
	const told = objectFields.parse(object);
	const statuses = statusFields.parse(object);
	const kind = kindOf(type, action);
	const reading: Reading = {
		...(object === null ? unknown : outcomeOf(kind, statuses)),
		environment: null,
		check: object === null ? null : checkOf(kind, type, statuses),
		providerStatus: told.status ?? told.validation_status ?? action,
		verificationId: told.process_id ?? told.identity_process_id ?? told.validation_id ?? told.check_id,
		externalId: isOwnAccount(told.account_id) ? null : told.account_id,
		subject: subjectOf(kind.kind, told),
	};
	return { reading, kind: kind.kind };
}
