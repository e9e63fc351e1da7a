import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import type { JsonObject } from '../../webhook/json';
import { type SampleDetails, type Samples, someone } from '../../webhook/samples';
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
	details: ['externalId', 'id'],
	samples: [
		{ name: 'applicantReviewed', status: 'approved', create: reviewed({ reviewAnswer: 'GREEN' }) },
		{
			name: 'applicantReviewed',
			status: 'rejected',
			create: reviewed({ reviewAnswer: 'RED', reviewRejectType: 'FINAL', rejectLabels: ['FORGERY'] }),
		},
		{
			name: 'applicantReviewed',
			status: 'pending',
			create: reviewed({ reviewAnswer: 'RED', reviewRejectType: 'RETRY', rejectLabels: ['BAD_PHOTO'] }),
		},
		{
			name: 'applicantWorkflowFailed',
			status: 'rejected',
			create: event('applicantWorkflowFailed', {
				reviewStatus: 'completed',
				reviewResult: { reviewAnswer: 'RED', reviewRejectType: 'FINAL', rejectLabels: ['AGE_REQUIREMENT_MISMATCH'] },
			}),
		},
		{ name: 'applicantPending', status: 'pending', create: event('applicantPending', { reviewStatus: 'pending' }) },
		{
			name: 'applicantPersonalInfoChanged',
			status: 'other',
			create: event('applicantPersonalInfoChanged', {
				reviewStatus: 'completed',
				reviewResult: { reviewAnswer: 'GREEN' },
			}),
		},
		{ name: 'amlCaseRejected', status: 'other', create: event('amlCaseRejected', { reviewStatus: 'completed' }) },
		// In the sandbox.
		{ name: 'applicantReviewed', status: 'other', create: reviewed({ reviewAnswer: 'GREEN' }, true) },
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

function reviewed(reviewResult: JsonObject, sandboxMode = false) {
	return event('applicantReviewed', { reviewStatus: 'completed', reviewResult, sandboxMode });
}

function event(type: string, review: JsonObject) {
	return ({ externalId = someone.externalId, subject }: SampleDetails): JsonObject => {
		const now = new Date().toISOString().replace('T', ' ');
		return {
			applicantId: subject?.id ?? randomBytes(12).toString('hex'),
			inspectionId: randomBytes(12).toString('hex'),
			applicantType: 'individual',
			correlationId: randomUUID(),
			levelName: 'basic-kyc-level',
			externalUserId: externalId,
			type,
			sandboxMode: false,
			...review,
			createdAt: now.replace(/\.\d+Z$/, '+0000'),
			createdAtMs: now.replace('Z', ''),
			clientId: 'example',
		};
	};
}
