import { createCipheriv, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import type { JsonObject } from '../../webhook/json';
import type { Samples } from '../../webhook/samples';
import { humanos, type SecretName } from './humanos';

/** What Humanos sends, after the samples in https://docs.humanos.id. */
export const samples: Samples<SecretName> = {
	provider: humanos,
	newSecrets: () => ({
		signatureSecret: randomBytes(18).toString('base64url'),
		encryptionSecret: randomBytes(32).toString('base64'),
		encryptionSalt: randomBytes(12).toString('base64url'),
		previousSignatureSecret: '',
		previousEncryptionSecret: '',
		previousEncryptionSalt: '',
	}),
	samples: [
		{
			name: 'identity',
			status: 'approved',
			payload: identity({ success: true, isFraud: false, riskScore: 1, message: 'ok' }),
		},
		{
			name: 'identity',
			status: 'rejected',
			payload: identity({ success: false, isFraud: true, riskScore: 99, message: 'fraud' }),
		},
		{
			name: 'credential',
			status: 'pending',
			payload: event('credential', {
				credential: { id: newId(), resourceType: 'CONSENT', status: 'PENDING', name: 'Terms' },
			}),
		},
		{
			name: 'otp.failed',
			status: 'other',
			payload: event('otp.failed', { otp: { error: { code: 'UNDELIVERABLE', message: 'The number does not exist' } } }),
		},
	],
	seal(payload, { signatureSecret, encryptionSecret, encryptionSalt }, now) {
		const key = pbkdf2Sync(Buffer.from(encryptionSecret, 'base64'), encryptionSalt, 10_000, 32, 'sha256');
		const iv = randomBytes(12);
		const cipher = createCipheriv('aes-256-gcm', key, iv);
		const data = Buffer.concat([cipher.update(JSON.stringify(payload)), cipher.final()]);
		const body = JSON.stringify({
			iv: iv.toString('base64'),
			data: data.toString('base64'),
			tag: cipher.getAuthTag().toString('base64'),
		});
		const signature = createHmac('sha256', signatureSecret).update(`${now}.${body}`).digest('hex');
		return { contentType: 'application/json', headers: { 'x-signature': signature, 'x-timestamp': String(now) }, body };
	},
};

function identity(decision: JsonObject): JsonObject {
	return event('identity', { decision, identity: { fullName: 'Jane Müller' } });
}

function event(eventType: string, details: JsonObject): JsonObject {
	return {
		eventType,
		requestId: newId(),
		internalId: 'req_internal_001',
		issuerDid: 'did:via:org-abc123',
		user: { contact: '+1234567890', did: 'did:via:user-xyz789', internalId: 'user_98765' },
		decisionDate: '2024-01-15T18:30:00.000Z',
		...details,
	};
}

function newId(): string {
	return randomBytes(12).toString('hex');
}
