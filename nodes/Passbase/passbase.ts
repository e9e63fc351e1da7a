import { decryptCbc } from '../../webhook/aes';
import { decodeBase64 } from '../../webhook/encoding';
import { subject } from '../../webhook/event';
import { eventIdOf } from '../../webhook/eventId';
import { fields, number, text } from '../../webhook/fields';
import type { Provider } from '../../webhook/provider';
import { refuse } from '../../webhook/refusal';
import { inUse } from '../../webhook/secrets';
import { isoTimeOfUnixSeconds } from '../../webhook/time';
import { isEvent } from './grammar';
import { outcomeOf } from './outcomes';

/**
 * Passbase, bought in 2023 and gone; the format lives on. By its archived documentation the body is
 * base64 of a 16-byte IV and AES-256-CBC ciphertext under the 32-character secret. There is no
 * signature, so decryption is the only proof of origin, and CBC lets a stranger flip bits and join
 * blocks of deliveries that were recorded. Behind the first block either garbles 16 bytes; in the
 * first block, which the IV rewrites at will, stand fixed words. So the plaintext must be an event to
 * the letter (`grammar.ts`), and every failure reads the same and takes as long. What remains: a
 * recorded delivery can be sent again.
 */
export const passbase: Provider<'encryptionSecret' | 'previousEncryptionSecret'> = {
	id: 'passbase',
	displayName: 'Passbase',
	credential: {
		type: 'passbaseWebhookApi',
		fields: [
			{ name: 'encryptionSecret', label: 'Encryption Secret', required: true, problem: problemOf },
			{
				name: 'previousEncryptionSecret',
				label: 'Previous Encryption Secret (Rotation Only)',
				required: false,
				problem: problemOf,
			},
		],
	},
	tellsTime: true,

	authenticate({ rawBody }, { encryptionSecret, previousEncryptionSecret }) {
		// Some encoders break lines; white space is no part of what is encrypted.
		const body = rawBody.length > MAX_BYTES ? '' : rawBody.toString('latin1').replace(/[ \t\n\r]/g, '');
		const bytes = decodeBase64(body);
		for (const secret of inUse(encryptionSecret, previousEncryptionSecret)) {
			const decrypted = bytes && decryptCbc(Buffer.from(secret), bytes.subarray(0, IV_BYTES), bytes.subarray(IV_BYTES));
			if (!decrypted) continue;
			const { isPadded, plaintext } = decrypted;
			// Both are asked whatever the other says.
			const reads = isEvent(plaintext.toString('latin1'));
			if (isPadded && reads) return { ok: true, payload: plaintext };
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
/** Of a body: several times what an event takes. More would make differences in time easier to measure. */
const MAX_BYTES = 4096;
const SECRET_BYTES = 32;

function problemOf(secret: string): string | null {
	return Buffer.byteLength(secret) === SECRET_BYTES
		? null
		: `must be ${SECRET_BYTES} bytes long: copy it whole from the provider`;
}

const payloadFields = fields({ event: text, key: text, status: text, updated: number });
