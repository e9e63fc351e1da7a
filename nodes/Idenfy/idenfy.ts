import { authenticateHmac } from '../../webhook/hmac';
import type { Provider } from '../../webhook/provider';
import { inUse } from '../../webhook/secrets';
import { readIdentification } from './identification';
import { readOther } from './otherWebhooks';
import { typeOf } from './types';

/**
 * iDenfy, by the documentation that `facts.ts` names.
 * `Idenfy-Signature` is the hex HMAC-SHA256 of the raw body under the signing key of the webhook;
 * no timestamp. The name of the event stands in a header that is not signed, so that it is told
 * from the shape of the body. With `final: false` a person has yet to look at the verification.
 */
export const idenfy: Provider<'signingKey' | 'previousSigningKey'> = {
	id: 'idenfy',
	displayName: 'iDenfy',
	credential: {
		type: 'idenfyWebhookApi',
		fields: [
			{ name: 'signingKey', label: 'Signing Key', required: true },
			{ name: 'previousSigningKey', label: 'Previous Signing Key (Rotation Only)', required: false },
		],
	},
	tellsTime: true,

	authenticate: (delivery, { signingKey, previousSigningKey }) =>
		authenticateHmac(
			delivery,
			{ header: 'Idenfy-Signature', encoding: 'hex', field: 'Signing Key' },
			inUse(signingKey, previousSigningKey),
		),

	read(payload) {
		const type = typeOf(payload);
		const told = type === 'identification' ? readIdentification(payload) : readOther(type, payload);
		return [{ ...told, selector: type, eventType: type, environment: null, payload }];
	},
};
