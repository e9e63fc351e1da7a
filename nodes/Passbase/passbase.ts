import { decryptCbc } from '../../webhook/aes';
import { decodeBase64, decodeUtf8 } from '../../webhook/encoding';
import { subject } from '../../webhook/event';
import { eventIdOf } from '../../webhook/eventId';
import { fields, number, text } from '../../webhook/fields';
import { parseJsonObject } from '../../webhook/json';
import type { Provider } from '../../webhook/provider';
import { refuse } from '../../webhook/refusal';
import { inUse } from '../../webhook/secrets';
import { isoTimeOfUnixSeconds } from '../../webhook/time';
import { facts } from './facts';
import { outcomeOf } from './outcomes';

/**
 * Passbase, bought in 2023 and gone; the format lives on. By its archived documentation the body is
 * base64 of a 16-byte IV and AES-256-CBC ciphertext under the 32-character secret. There is no
 * signature, so decryption is the only proof of origin, and CBC lets a stranger flip bits: the
 * plaintext must be an event in every respect before it is believed, and every failure reads the
 * same.
 */
export const passbase: Provider<'encryptionSecret' | 'previousEncryptionSecret'> = {
	id: 'passbase',
	displayName: 'Passbase',
	facts,
	credential: {
		type: 'passbaseWebhookApi',
		fields: [
			{ name: 'encryptionSecret', label: 'Encryption Secret', required: true, problem: problemOf },
			{
				name: 'previousEncryptionSecret',
				label: 'Previous Encryption Secret',
				required: false,
				problem: problemOf,
			},
		],
	},

	authenticate({ rawBody }, { encryptionSecret, previousEncryptionSecret }) {
		// Some encoders break lines; white space is no part of what is encrypted.
		const bytes = decodeBase64(rawBody.toString('latin1').replace(/\s/g, ''));
		for (const secret of inUse(encryptionSecret, previousEncryptionSecret)) {
			const payload = bytes && decryptCbc(Buffer.from(secret), bytes.subarray(0, IV_BYTES), bytes.subarray(IV_BYTES));
			if (payload && isEvent(payload)) return { ok: true, payload };
		}
		return refuse(
			'decryption_failed',
			'The body cannot be decrypted to an event; switch encryption on in the provider and compare Encryption Secret in the credential with it.',
		);
	},

	read(payload, context) {
		const { event, key, status, updated } = payloadFields.parse(payload);
		return [
			{
				...outcomeOf(event ?? '', status ?? ''),
				selector: event ?? 'unknown',
				check: null,
				eventId: eventIdOf(['passbase', key, event, status, updated === null ? null : String(updated)], context),
				eventType: event ?? 'unknown',
				providerStatus: status,
				verificationId: key,
				externalId: null,
				subject: subject({}),
				occurredAt: isoTimeOfUnixSeconds(updated),
				payload,
			},
		];
	},
};

const IV_BYTES = 16;
const SECRET_BYTES = 32;

function problemOf(secret: string): string | null {
	return Buffer.byteLength(secret) === SECRET_BYTES
		? null
		: `must be ${SECRET_BYTES} bytes long: copy it whole from the provider`;
}

/**
 * Flipping bits of one CBC block garbles the block before it to 16 random bytes. That these look
 * like the letters of an identifier has a probability of 1 in 4 billion.
 */
const IDENTIFIER = /^[\w-]+$/;

function isEvent(plaintext: Buffer): boolean {
	const json = decodeUtf8(plaintext);
	const payload = json === null ? null : parseJsonObject(json);
	return payload !== null && ['event', 'key', 'status'].every((name) => isIdentifier(payload[name]));
}

function isIdentifier(value: unknown): boolean {
	return typeof value === 'string' && IDENTIFIER.test(value);
}

const payloadFields = fields({ event: text, key: text, status: text, updated: number });
