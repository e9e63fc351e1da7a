import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import type { JsonObject } from '../../webhook/json';
import type { Samples } from '../../webhook/samples';
import { algorithms, type SecretName } from './signature';
import { sumsub } from './sumsub';

/** What Sumsub sends, after the samples in https://docs.sumsub.com/docs/user-verification-webhooks. */
export const samples: Samples<SecretName> = {
	provider: sumsub,
	newSecrets: () => ({
		secretKey: randomBytes(18).toString('base64url'),
		algorithm: 'HMAC_SHA256_HEX',
		previousSecretKey: '',
	}),
	samples: [
		{ name: 'applicantReviewed', status: 'approved', payload: reviewed({ reviewAnswer: 'GREEN' }) },
		{
			name: 'applicantReviewed',
			status: 'rejected',
			payload: reviewed({ reviewAnswer: 'RED', reviewRejectType: 'FINAL', rejectLabels: ['FORGERY'] }),
		},
		{
			name: 'applicantReviewed',
			status: 'pending',
			payload: reviewed({ reviewAnswer: 'RED', reviewRejectType: 'RETRY', rejectLabels: ['BAD_PHOTO'] }),
		},
		{ name: 'applicantPending', status: 'pending', payload: event('applicantPending', { reviewStatus: 'pending' }) },
		{
			name: 'applicantPersonalInfoChanged',
			status: 'other',
			payload: event('applicantPersonalInfoChanged', {
				reviewStatus: 'completed',
				reviewResult: { reviewAnswer: 'GREEN' },
			}),
		},
	],
	seal(payload, { secretKey, algorithm }) {
		const body = JSON.stringify(payload);
		const digest = createHmac(algorithms.get(algorithm) ?? 'sha256', secretKey)
			.update(body)
			.digest('hex');
		return {
			contentType: 'application/json',
			headers: { 'x-payload-digest': digest, 'x-payload-digest-alg': algorithm },
			body,
		};
	},
};

function reviewed(reviewResult: JsonObject): JsonObject {
	return event('applicantReviewed', { reviewStatus: 'completed', reviewResult });
}

function event(type: string, details: JsonObject): JsonObject {
	return {
		applicantId: randomBytes(12).toString('hex'),
		inspectionId: randomBytes(12).toString('hex'),
		applicantType: 'individual',
		correlationId: randomUUID(),
		levelName: 'basic-kyc-level',
		externalUserId: 'customer-7',
		type,
		sandboxMode: false,
		...details,
		createdAtMs: '2026-02-21 13:23:19.321',
		clientId: 'example',
	};
}
