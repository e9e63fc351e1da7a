import { createHash } from 'node:crypto';
import { subject } from '../../webhook/event';
import { eventIdOf } from '../../webhook/eventId';
import { fields, text } from '../../webhook/fields';
import type { Provider } from '../../webhook/provider';
import { refuse } from '../../webhook/refusal';
import { inUse } from '../../webhook/secrets';
import { isoTime } from '../../webhook/time';
import { contactOf } from './contact';
import { checkOf, decisionOf, outcomeOf, wordOf } from './outcomes';
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
	credential: {
		type: 'humanosWebhookApi',
		fields: [
			{ name: 'signatureSecret', label: 'Signature Secret', required: true },
			{ name: 'encryptionSecret', label: 'Encryption Secret', required: true, problem: base64Problem },
			{ name: 'encryptionSalt', label: 'Encryption Salt', required: true },
			{ name: 'previousSignatureSecret', label: 'Previous Signature Secret (Rotation Only)', required: false },
			{
				name: 'previousEncryptionSecret',
				label: 'Previous Encryption Secret (Rotation Only)',
				required: false,
				problem: base64Problem,
			},
			{ name: 'previousEncryptionSalt', label: 'Previous Encryption Salt (Rotation Only)', required: false },
		],
	},
	tellsTime: true,
	tolerance: 300,

	async authenticate(delivery, secrets, clock) {
		const verified = verifyWrapper(delivery, inUse(secrets.signatureSecret, secrets.previousSignatureSecret), clock);
		if (!verified.ok) return verified;
		const payload = await decryptWrapper(verified.wrapper, encryptionKeysOf(secrets));
		if (payload) return { ok: true, payload, signedId: verified.timestamp };
		return refuse(
			'decryption_failed',
			"The signature is right but the body cannot be decrypted; compare Encryption Secret and Encryption Salt in the credential with the provider's dashboard.",
		);
	},

	read(payload, context) {
		const root = rootFields.parse(payload);
		const type = root.eventType ?? root.event;
		const { contact } = root.user;
		const personId = root.user.did ?? root.user.id ?? root.userId ?? root.professionalId;
		const occurredAt = root.decisionDate ?? root.decision.date ?? root.completedAt ?? root.rejectedAt;
		const requestId = root.requestId ?? root.processId;
		return [
			{
				...outcomeOf(type, payload),
				selector: type ?? 'unknown',
				// A request may go to several people, and ask each for several credentials, forms and consents.
				sequence: JSON.stringify([requestId, personId ?? contact, root.credential.id, isProcess(type) ? type : null]),
				environment: null,
				check: checkOf(type, payload),
				eventId: eventIdOf(
					[
						'humanos',
						type,
						requestId,
						...(root.credential.id === null ? [] : [root.credential.id]),
						digestOf(personId ?? contact, decisionOf(payload)),
						occurredAt ?? (dateless.has(type ?? '') ? context.signedId : null),
					],
					context,
				),
				eventType: type ?? 'unknown',
				providerStatus: wordOf(type, payload),
				verificationId: requestId,
				externalId: root.internalId ?? root.user.internalId,
				subject: subject({
					id: personId,
					name: root.identity.fullName ?? root.metadata.identityData.fullName ?? root.professionalName,
					...contactOf(contact),
				}),
				occurredAt: isoTime(occurredAt),
				payload,
			},
		];
	},
};

function isProcess(type: string | null): boolean {
	return type?.startsWith('process.') ?? false;
}

/** Since 2026-05-17 nothing in them but the signed time of the delivery tells one from the next. */
const dateless = new Set(['otp.failed', 'test']);

/** Of the person, who may be known by an e-mail address or a phone number only, and what was decided. */
function digestOf(person: string | null, decision: unknown[]): string | null {
	if (person === null) return null;
	return createHash('sha256')
		.update(JSON.stringify([person, decision]))
		.digest('hex')
		.slice(0, 32);
}

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

/** All payload versions together. What follows `identity` is from before 2026, as are `event` and `processId`. */
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
	userId: text,
	professionalId: text,
	professionalName: text,
	completedAt: text,
	rejectedAt: text,
	metadata: fields({ identityData: fields({ fullName: text }) }),
});
