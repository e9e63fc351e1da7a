import { subject } from '../../webhook/event';
import { anything, fields, text } from '../../webhook/fields';
import type { Reading } from '../../webhook/reading';
import { outcomeOf } from './outcomes';
import { nameOf, verificationData } from './person';

/** What a request says, as a callback brings it and as the status endpoint answers it: the shape is the same. */
export function readResource(resource: unknown): Reading {
	const { reference, event, email, ...told } = resourceFields.parse(resource);
	return {
		...outcomeOf({
			event,
			result: told.verification_result,
			objections: [told.declined_reason, told.declined_codes, told.services_declined_codes],
		}),
		environment: null,
		check: null,
		providerStatus: event,
		verificationId: reference,
		externalId: reference,
		subject: subject({ email, name: nameOf(told.verification_data) }),
	};
}

const resourceFields = fields({
	reference: text,
	event: text,
	email: text,
	verification_result: anything,
	verification_data: verificationData,
	declined_reason: anything,
	declined_codes: anything,
	services_declined_codes: anything,
});
