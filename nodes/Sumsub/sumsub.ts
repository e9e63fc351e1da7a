import type { KycEvent } from '../../webhook/event';
import { eventIdOf } from '../../webhook/eventId';
import { anything, fields, text, word } from '../../webhook/fields';
import type { Provider } from '../../webhook/provider';
import { isoTime } from '../../webhook/time';
import { meaningOf, wordOf } from './outcomes';
import { subjectOf } from './applicant';
import { algorithmProblem, authenticateDigest, type SecretName } from './signature';

/**
 * Sumsub, by the documentation that `facts.ts` names.
 * `x-payload-digest` is the hex HMAC of the raw body under the secret key of the webhook, by the
 * algorithm that the webhook is set to: see `signature.ts`. No time is signed, and retries come up
 * to 18 hours later. There is no event id: a replay is recognised by applicant, action, type and time.
 */
export const sumsub: Provider<SecretName> = {
	id: 'sumsub',
	displayName: 'Sumsub',
	credential: {
		type: 'sumsubWebhookApi',
		fields: [
			{ name: 'secretKey', label: 'Secret Key', required: true },
			{ name: 'algorithm', label: 'Signature Algorithm', required: true, isChoice: true, problem: algorithmProblem },
			{ name: 'previousSecretKey', label: 'Previous Secret Key (Rotation Only)', required: false },
		],
	},
	tellsEnvironment: true,
	tellsTime: true,
	parameters: ['approvedWhen'],

	authenticate: authenticateDigest,

	read(payload, context) {
		const event = payloadFields.parse(payload);
		const { type, applicantId } = event;
		const { outcome, check } = meaningOf(type, event, context.parameters.approvedWhen);
		return [
			{
				...outcome,
				selector: type ?? 'unknown',
				environment: environmentOf(event.sandboxMode),
				check,
				eventId: eventIdOf(['sumsub', applicantId, ...furtherIdsOf(event), type, ...momentOf(event)], context),
				eventType: type ?? 'unknown',
				providerStatus: wordOf(type, event),
				verificationId: event.applicantActionId ?? applicantId,
				externalId: event.externalApplicantActionId ?? event.externalUserId,
				subject: subjectOf(applicantId, event.applicantType),
				occurredAt: isoTime(event.createdAtMs) ?? isoTime(event.createdAt),
				payload,
			},
		];
	},
};

/**
 * `createdAtMs` is text such as `2020-02-21 13:23:19.321`, without an offset; `createdAt`, which older payloads have
 * alone, such as `2024-02-23 15:21:13+0000`.
 */
const payloadFields = fields({
	type: text,
	applicantId: text,
	applicantType: text,
	applicantMemberOf: anything,
	applicantActionId: text,
	externalApplicantActionId: text,
	externalUserId: text,
	/** Of the transaction that an event of transaction monitoring is about. */
	kytTxnId: text,
	levelName: text,
	sandboxMode: anything,
	createdAtMs: text,
	createdAt: text,
	reviewStatus: word,
	reviewResult: fields({ reviewAnswer: word, reviewRejectType: word, rejectLabels: anything }),
});

type Payload = ReturnType<typeof payloadFields.parse>;

function environmentOf(sandboxMode: unknown): KycEvent['environment'] {
	if (typeof sandboxMode !== 'boolean') return null;
	return sandboxMode ? 'test' : 'live';
}

/** The ids of the action and the transaction: one applicant may have several of them at the same moment. */
function furtherIdsOf({ applicantActionId, kytTxnId }: Payload): string[] {
	return [applicantActionId, kytTxnId].filter((id) => id !== null);
}

/** A second may hold several events of one type: they differ in what they say. */
function momentOf({ createdAtMs, createdAt, levelName, reviewStatus, reviewResult }: Payload): (string | null)[] {
	if (createdAtMs !== null) return [createdAtMs];
	const said = [levelName, reviewStatus, reviewResult.reviewAnswer, reviewResult.reviewRejectType];
	return [...said.filter((part) => part !== null), createdAt];
}
