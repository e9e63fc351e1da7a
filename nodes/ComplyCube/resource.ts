import type { z } from 'zod';
import { subject } from '../../webhook/event';
import { anything, fields, text, word } from '../../webhook/fields';
import { isJsonObject } from '../../webhook/json';
import { fullName } from '../../webhook/name';
import type { Reading } from '../../webhook/reading';
import { outcomeOfSession, suffixOf, verdictOf } from './outcomes';

/**
 * What a client, a check or a workflow session says; the last by its present state.
 * @param type the event that brought it; null when the API answered it
 */
export function readResource(type: string | null, given: unknown) {
	const resource = resourceFields.parse(given);
	const { status, outcome, result } = resource;
	const inResult = isJsonObject(result) ? result.outcome : result;
	const verdict = verdictOf(type, word.parse(outcome), word.parse(inResult));
	const told = { type, status: word.parse(status), verdict };
	const isClient = type?.startsWith('client.') ?? false;
	const reading: Reading = {
		...outcomeOfSession(told),
		environment: null,
		check: null,
		providerStatus: text.parse(outcome) ?? text.parse(inResult) ?? suffixOf(type) ?? text.parse(status),
		verificationId: resource.id,
		externalId: resource.externalId,
		subject: subject({
			id: resource.clientId ?? (isClient ? resource.id : null),
			type: isClient ? typeOf(resource.type) : null,
			email: resource.email,
			phone: resource.mobile ?? resource.telephone,
			name: nameOf(resource),
		}),
	};
	return { reading, told, resource };
}

/** A client is one or the other. */
function typeOf(type: string | null): 'person' | 'company' | null {
	return type === 'person' || type === 'company' ? type : null;
}

/** ComplyCube makes the `entityName` of the parts; https://docs.complycube.com/api-reference/core-resources/clients */
function nameOf({ entityName, personDetails: { firstName, middleName, lastName }, companyDetails }: Resource) {
	return entityName ?? companyDetails.name ?? fullName(firstName, middleName, lastName);
}

type Resource = z.infer<typeof resourceFields>;

const resourceFields = fields({
	id: text,
	clientId: text,
	type: text,
	status: anything,
	outcome: anything,
	result: anything,
	externalId: text,
	email: text,
	mobile: text,
	telephone: text,
	entityName: text,
	personDetails: fields({ firstName: text, middleName: text, lastName: text }),
	companyDetails: fields({ name: text }),
});
