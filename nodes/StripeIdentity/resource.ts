import { subject } from '../../webhook/event';
import { text } from '../../webhook/fields';
import { unknown } from '../../webhook/outcome';
import type { ReadContext } from '../../webhook/provider';
import type { Reading } from '../../webhook/reading';
import { outcomeOfStatus } from './outcomes';
import { environmentOf, isSession, referenceOf, sessionFields, sessionOf } from './session';

/** The node parameter for the place of the customer's reference. */
export const METADATA_KEY = 'metadataKey';

/** Where Stripe's own samples put the customer's reference (https://docs.stripe.com/identity/verify-identity-documents). */
export const DEFAULT_METADATA_KEY = 'user_id';

/** What a verification session says by its present status. */
export function readResource(resource: unknown, parameters: ReadContext['parameters']) {
	const session = sessionFields.parse(resource);
	const environment = environmentOf(session.livemode);
	const isReadable = isSession(session.object) && session.id !== null && (environment ?? null) !== null;
	const reading: Reading = {
		...(isReadable ? outcomeOfStatus(sessionOf(session)) : unknown),
		environment: environment ?? null,
		check: null,
		providerStatus: text.parse(session.status),
		verificationId: session.id,
		externalId: referenceOf(session, metadataKeyOf(parameters[METADATA_KEY])),
		subject: subject({
			id: session.related_customer ?? session.related_customer_account,
			email: session.provided_details.email,
			phone: session.provided_details.phone,
		}),
	};
	return { reading, session };
}

function metadataKeyOf(parameter: unknown): string {
	const key = typeof parameter === 'string' ? parameter.trim() : '';
	return key === '' ? DEFAULT_METADATA_KEY : key;
}
