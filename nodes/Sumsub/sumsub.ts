import { subject } from '../../webhook/event';
import { eventIdOf } from '../../webhook/eventId';
import { fields, text } from '../../webhook/fields';
import type { Provider } from '../../webhook/provider';
import { isoTime } from '../../webhook/time';
import { facts } from './facts';
import { outcomeOf, wordOf } from './outcomes';
import { algorithmProblem, authenticateDigest, type SecretName } from './signature';

/**
 * Sumsub, by the documentation that `facts.ts` names.
 * `x-payload-digest` is the hex HMAC of the raw body under the secret key of the webhook, by the
 * algorithm that the webhook is set to: see `signature.ts`. No time is signed, and retries come up
 * to 18 hours later. There is no event id: a replay is recognised by applicant, type and time.
 */
export const sumsub: Provider<SecretName> = {
	id: 'sumsub',
	displayName: 'Sumsub',
	facts,
	credential: {
		type: 'sumsubWebhookApi',
		fields: [
			{ name: 'secretKey', label: 'Secret Key', required: true },
			{ name: 'algorithm', label: 'Signature Algorithm', required: true, problem: algorithmProblem },
			{ name: 'previousSecretKey', label: 'Previous Secret Key', required: false },
		],
	},

	authenticate: authenticateDigest,

	read(payload, context) {
		const { type, applicantId, externalUserId, createdAtMs, ...review } = payloadFields.parse(payload);
		return [
			{
				...outcomeOf(type, review),
				selector: type ?? 'unknown',
				check: null,
				eventId: eventIdOf(['sumsub', applicantId, type, createdAtMs], context),
				eventType: type ?? 'unknown',
				providerStatus: wordOf(type, review),
				verificationId: applicantId,
				externalId: externalUserId,
				subject: subject({ id: applicantId }),
				occurredAt: isoTime(createdAtMs),
				payload,
			},
		];
	},
};

/** `createdAtMs` is text such as `2020-02-21 13:23:19.321`, without an offset. */
const payloadFields = fields({
	type: text,
	applicantId: text,
	externalUserId: text,
	createdAtMs: text,
	reviewStatus: text,
	reviewResult: fields({ reviewAnswer: text, reviewRejectType: text }),
});
