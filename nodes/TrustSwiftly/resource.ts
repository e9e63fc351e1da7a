import { subject } from '../../webhook/event';
import { anything, fields, text, word } from '../../webhook/fields';
import { isJsonObject } from '../../webhook/json';
import { fullName } from '../../webhook/name';
import type { Reading } from '../../webhook/reading';
import { readChecks } from './checks';
import { outcomeOfPerson } from './outcomes';

/** Who it is, by the data of a webhook. */
export function readPerson(id: string | null, data: unknown) {
	const { reference_id, order_id, email, phone_number: phone } = personFields.parse(data);
	return {
		environment: null,
		verificationId: id,
		externalId: reference_id ?? order_id,
		subject: subject({ id, email, phone }),
	};
}

/** What a user of the API says: https://docs.trustswiftly.com/users. A user is one person with all their checks. */
export function readResource(user: unknown, approvedWhen: unknown): Reading {
	const { id, status, verifications, first_name, last_name, phone } = userFields.parse(user);
	const person = readPerson(id, isJsonObject(user) ? { ...user, phone_number: phone } : null);
	const userStatus = word.parse(status);
	return {
		...outcomeOfPerson({ checks: readChecks(verifications), userStatus }, approvedWhen),
		...person,
		check: null,
		providerStatus: text.parse(status),
		subject: { ...person.subject, name: fullName(first_name, last_name) },
	};
}

const personFields = fields({ reference_id: text, order_id: text, email: text, phone_number: text });

const userFields = fields({
	id: text,
	status: anything,
	verifications: anything,
	first_name: text,
	last_name: text,
	phone: text,
});
