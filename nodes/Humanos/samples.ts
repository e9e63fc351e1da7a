import { createCipheriv, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import type { JsonObject } from '../../webhook/json';
import { type SampleDetails, type Samples, someone } from '../../webhook/samples';
import { humanos, type SecretName } from './humanos';

/** What Humanos sends, after the samples in https://docs.humanos.id (version 2026-04-14). */
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
	details: ['externalId', 'id', 'email', 'phone', 'name'],
	samples: [
		{
			name: 'identity',
			status: 'approved',
			create: identity({ success: true, isFraud: false, riskScore: 1, message: 'ok' }),
		},
		{
			name: 'identity',
			status: 'rejected',
			create: identity({ success: false, isFraud: true, riskScore: 99, message: 'fraud' }),
		},
		{
			name: 'credential',
			status: 'approved',
			create: credential('accept', 'APPROVED'),
		},
		{
			name: 'credential',
			status: 'rejected',
			create: credential('reject', 'REJECTED'),
		},
		{
			name: 'credential',
			status: 'pending',
			create: credential('accept', 'PENDING'),
		},
		{
			name: 'otp.failed',
			status: 'other',
			create: event('otp.failed', () => ({
				otp: { error: { code: 'UNDELIVERABLE', message: 'The number does not exist' } },
			})),
		},
		{
			name: 'test',
			status: 'other',
			create: event('test', () => ({ message: 'This is a test' })),
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

function identity(decision: JsonObject) {
	return event('identity', ({ subject }) => ({ decision, identity: { fullName: subject?.name ?? someone.name } }));
}

function credential(action: string, status: string) {
	return event('credential', () => ({
		action,
		credential: { id: newId(), resourceType: 'CONSENT', status, name: 'Terms' },
	}));
}

/** A person has one contact: an e-mail address goes before a phone number. */
function event(eventType: string, about: (details: SampleDetails) => JsonObject) {
	return (details: SampleDetails): JsonObject => ({
		eventType,
		requestId: newId(),
		internalId: details.externalId ?? someone.externalId,
		issuerDid: 'did:via:org-abc123',
		user: {
			contact: details.subject?.email ?? details.subject?.phone ?? '+1234567890',
			did: details.subject?.id ?? 'did:via:user-xyz789',
			internalId: 'user_98765',
		},
		decisionDate: new Date().toISOString(),
		...about(details),
	});
}

function newId(): string {
	return randomBytes(12).toString('hex');
}
