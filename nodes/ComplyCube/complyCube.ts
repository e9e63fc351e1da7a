import type { z } from 'zod';
import { subject } from '../../webhook/event';
import { eventIdOf } from '../../webhook/eventId';
import { anything, fields, text, word } from '../../webhook/fields';
import { authenticateHmac } from '../../webhook/hmac';
import { isJsonObject } from '../../webhook/json';
import { fullName } from '../../webhook/name';
import type { Provider } from '../../webhook/provider';
import { inUse } from '../../webhook/secrets';
import { isoTime } from '../../webhook/time';
import { facts } from './facts';
import { checkStatusOf, outcomeOf, selectorOf, suffixOf, verdictOf } from './outcomes';

/**
 * ComplyCube, by the documentation that `facts.ts` names.
 * `ComplyCube-Signature` is the hex HMAC-SHA256 of the raw body under the secret of the webhook; no
 * timestamp. The verdict on the client is that of the workflow session; an event of a check tells of that check alone.
 */
export const complyCube: Provider<'webhookSecret' | 'previousWebhookSecret'> = {
	id: 'complycube',
	displayName: 'ComplyCube',
	facts,
	credential: {
		type: 'complyCubeWebhookApi',
		fields: [
			{ name: 'webhookSecret', label: 'Webhook Secret', required: true },
			{ name: 'previousWebhookSecret', label: 'Previous Webhook Secret', required: false },
		],
	},
	tellsTime: true,
	parameters: ['approvedWhen'],

	authenticate: (delivery, { webhookSecret, previousWebhookSecret }) =>
		authenticateHmac(
			delivery,
			{ header: 'ComplyCube-Signature', encoding: 'hex', field: 'Webhook Secret' },
			inUse(webhookSecret, previousWebhookSecret),
		),

	read(payload, context) {
		const { id, type, createdAt, payload: resource } = eventFields.parse(payload);
		const isClient = type?.startsWith('client.') ?? false;
		const { status, outcome, result } = resource;
		const inResult = isJsonObject(result) ? result.outcome : result;
		const verdict = verdictOf(type, word.parse(outcome), word.parse(inResult));
		const told = { type, status: word.parse(status), verdict };
		const check = checkStatusOf(told);
		return [
			{
				...outcomeOf(told, context.parameters.approvedWhen),
				selector: selectorOf(type),
				environment: null,
				check: check === null ? null : { name: resource.type, status: check },
				eventId: id ?? eventIdOf(['complycube', type, resource.id, createdAt], context),
				eventType: type ?? 'unknown',
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
				occurredAt: isoTime(createdAt),
				payload,
			},
		];
	},
};

/** A client is one or the other. */
function typeOf(type: string | null): 'person' | 'company' | null {
	return type === 'person' || type === 'company' ? type : null;
}

/** ComplyCube makes the `entityName` of the parts; https://docs.complycube.com/api-reference/core-resources/clients */
function nameOf({ entityName, personDetails: { firstName, middleName, lastName }, companyDetails }: Resource) {
	return entityName ?? companyDetails.name ?? fullName(firstName, middleName, lastName);
}

type Resource = z.infer<typeof eventFields>['payload'];

const eventFields = fields({
	id: text,
	type: text,
	createdAt: text,
	payload: fields({
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
	}),
});
