import { subject } from '../../webhook/event';
import { eventIdOf } from '../../webhook/eventId';
import { fields, text } from '../../webhook/fields';
import type { Provider } from '../../webhook/provider';
import { inUse } from '../../webhook/secrets';
import { isoTime } from '../../webhook/time';
import { facts } from './facts';
import { checkOf, outcomeOf, wordOf } from './outcomes';
import { decryptWrapper, verifyWrapper } from './wrapper';

export type SecretName =
	| 'signatureSecret'
	| 'encryptionSecret'
	| 'encryptionSalt'
	| 'previousSignatureSecret'
	| 'previousEncryptionSecret'
	| 'previousEncryptionSalt';

/**
 * Humanos, by the documentation that `facts.ts` names.
 * The body is a JSON wrapper `{ iv, data, tag }`, encrypted with AES-256-GCM under a key that
 * PBKDF2 makes of the encryption secret and salt. `x-signature` is the hex HMAC-SHA256 of
 * `{x-timestamp}.{body}` under the signature secret. See `wrapper.ts`.
 */
export const humanos: Provider<SecretName> = {
	id: 'humanos',
	displayName: 'Humanos',
	facts,
	credential: {
		type: 'humanosWebhookApi',
		fields: [
			{ name: 'signatureSecret', label: 'Signature Secret', required: true },
			{ name: 'encryptionSecret', label: 'Encryption Secret', required: true, problem: base64Problem },
			{ name: 'encryptionSalt', label: 'Encryption Salt', required: true },
			{ name: 'previousSignatureSecret', label: 'Previous Signature Secret', required: false },
			{
				name: 'previousEncryptionSecret',
				label: 'Previous Encryption Secret',
				required: false,
				problem: base64Problem,
			},
			{ name: 'previousEncryptionSalt', label: 'Previous Encryption Salt', required: false },
		],
	},
	tolerance: 300,

	async authenticate(delivery, secrets, clock) {
		const refusal = verifyWrapper(delivery, inUse(secrets.signatureSecret, secrets.previousSignatureSecret), clock);
		return refusal ?? (await decryptWrapper(delivery, encryptionKeysOf(secrets)));
	},

	read(payload, context) {
		const root = rootFields.parse(payload);
		const type = root.eventType ?? root.event;
		const { contact, did, id } = root.user;
		const occurredAt = root.decisionDate ?? root.decision.date;
		const requestId = root.requestId ?? root.processId;
		return [
			{
				...outcomeOf(type, payload),
				selector: type ?? 'unknown',
				check: checkOf(type, payload),
				eventId: eventIdOf(
					[
						'humanos',
						type,
						requestId,
						...(root.credential.id === null ? [] : [root.credential.id]),
						did ?? id ?? contact,
						occurredAt,
					],
					context,
				),
				eventType: type ?? 'unknown',
				providerStatus: wordOf(type, payload),
				verificationId: requestId,
				externalId: root.internalId ?? root.user.internalId,
				subject: subject({
					id: did ?? id,
					name: root.identity.fullName,
					...(contact !== null && { [contact.includes('@') ? 'email' : 'phone']: contact }),
				}),
				occurredAt: isoTime(occurredAt),
				payload,
			},
		];
	},
};

/** The padding may be left out: it changes nothing in the key. */
function base64Problem(secret: string): string | null {
	return /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2,3}={0,2})?$/.test(secret)
		? null
		: 'must be base64: copy it whole from the provider';
}

/** The provider may change secret and salt at different moments: every pair counts. */
function encryptionKeysOf(secrets: Record<SecretName, string>) {
	const salts = inUse(secrets.encryptionSalt, secrets.previousEncryptionSalt);
	return inUse(secrets.encryptionSecret, secrets.previousEncryptionSecret).flatMap((secret) =>
		salts.map((salt) => ({ secret, salt })),
	);
}

/** All payload versions together: `event`, `processId` and `user.id` are from before 2026. */
const rootFields = fields({
	eventType: text,
	event: text,
	requestId: text,
	processId: text,
	internalId: text,
	decisionDate: text,
	decision: fields({ date: text }),
	user: fields({ contact: text, did: text, id: text, internalId: text }),
	credential: fields({ id: text }),
	identity: fields({ fullName: text }),
});
