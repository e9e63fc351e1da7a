import { decryptCbc } from '../../webhook/aes';
import { decodeBase64 } from '../../webhook/encoding';
import { subject } from '../../webhook/event';
import { eventIdOf } from '../../webhook/eventId';
import { fields, number, text } from '../../webhook/fields';
import type { Provider } from '../../webhook/provider';
import { refuse } from '../../webhook/refusal';
import { inUse } from '../../webhook/secrets';
import { isoTimeOfUnixSeconds } from '../../webhook/time';
import { facts } from './facts';
import { isEvent } from './grammar';
import { outcomeOf } from './outcomes';

/**
 * Passbase, bought in 2023 and gone; the format lives on. By its archived documentation the body is
 * base64 of a 16-byte IV and AES-256-CBC ciphertext under the 32-character secret. There is no
 * signature, so decryption is the only proof of origin, and CBC lets a stranger flip bits and join
 * blocks of deliveries that were recorded. Either garbles a block to 16 random bytes, so that the
 * plaintext must be an event to the letter (`grammar.ts`), and every failure reads the same. What
 * remains: a recorded delivery can be sent again.
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
	tellsTime: true,

	authenticate({ rawBody }, { encryptionSecret, previousEncryptionSecret }) {
		// Some encoders break lines; white space is no part of what is encrypted.
		const bytes = decodeBase64(withoutWhiteSpace(rawBody));
		for (const secret of inUse(encryptionSecret, previousEncryptionSecret)) {
			const payload = bytes && decryptCbc(Buffer.from(secret), bytes.subarray(0, IV_BYTES), bytes.subarray(IV_BYTES));
			if (payload && isEvent(payload.toString('latin1'))) return { ok: true, payload };
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
				environment: null,
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

const payloadFields = fields({ event: text, key: text, status: text, updated: number });

const WHITE_SPACE = new Set(Buffer.from(' \t\n\r'));

/** Byte by byte: a regular expression takes ten times as long for a mebibyte of white space. */
function withoutWhiteSpace(bytes: Buffer): string {
	const kept = Buffer.allocUnsafe(bytes.length);
	let length = 0;
	for (const byte of bytes) if (!WHITE_SPACE.has(byte)) kept[length++] = byte;
	return kept.toString('latin1', 0, length);
}
