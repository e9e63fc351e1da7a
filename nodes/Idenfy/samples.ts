import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import type { JsonObject } from '../../webhook/json';
import { type SampleDetails, type Samples, someone, splitName } from '../../webhook/samples';
import { idenfy } from './idenfy';

/** What iDenfy sends, after https://documentation.idenfy.com/kyc/webhooks. */
export const samples: Samples<'signingKey' | 'previousSigningKey'> = {
	provider: idenfy,
	newSecrets: () => ({ signingKey: randomBytes(18).toString('base64url'), previousSigningKey: '' }),
	details: ['externalId', 'email', 'phone', 'name'],
	samples: [
		{ name: 'identification', status: 'approved', create: identification('APPROVED', true) },
		{ name: 'identification', status: 'rejected', create: identification('DENIED', true) },
		{ name: 'identification', status: 'pending', create: identification('APPROVED', false) },
		{ name: 'identification', status: 'other', create: identification('EXPIRED', true) },
		{ name: 'aml_monitoring', status: 'other', create: monitoring },
		{ name: 'company_review', status: 'rejected', create: review('DENIED') },
		{ name: 'company_review', status: 'other', create: review('APPROVED') },
		{
			name: 'document_expiration',
			status: 'other',
			create: ({ externalId = someone.externalId }) => ({
				scanRef: randomUUID(),
				clientId: externalId,
				expirationThreshold: 'DOCUMENT_EXPIRES_WITHIN_30_DAYS',
				documentExpiration: '2026-12-31',
			}),
		},
	],
	seal(payload, { signingKey }) {
		const body = JSON.stringify(payload);
		const signature = createHmac('sha256', signingKey).update(body).digest('hex');
		return { contentType: 'application/json', headers: { 'Idenfy-Signature': signature }, body };
	},
};

function identification(overall: string, final: boolean) {
	return ({ externalId = someone.externalId, subject = {} }: SampleDetails): JsonObject => ({
		final,
		platform: 'MOBILE',
		status: {
			overall,
			fraudTags: [],
			mismatchTags: [],
			autoFace: 'FACE_MATCH',
			manualFace: final ? 'FACE_MATCH' : null,
			autoDocument: 'DOC_VALIDATED',
			manualDocument: final ? 'DOC_VALIDATED' : null,
			additionalSteps: null,
		},
		data: { fullName: subject.name ?? 'JANE MÜLLER', docType: 'PASSPORT' },
		...(subject.email && { emailVerification: { email: subject.email } }),
		...(subject.phone && { phoneVerification: { phone: subject.phone } }),
		fileUrls: { FRONT: 'https://example.com/front.png', FACE: 'https://example.com/face.png' },
		scanRef: randomUUID(),
		externalRef: null,
		clientId: externalId,
		companyId: '',
		beneficiaryId: '',
		startTime: Math.floor(Date.now() / 1000),
		finishTime: Math.floor(Date.now() / 1000),
		clientIp: '192.0.2.7',
		clientIpCountry: 'DE',
		clientLocation: null,
	});
}

function monitoring({ subject = {} }: SampleDetails): JsonObject {
	const { first, last } = splitName(subject.name ?? someone.name);
	return {
		monitoringId: randomUUID(),
		name: first,
		surname: last,
		nationality: 'DE',
		dob: '1990-01-01',
		isActive: true,
		expiration: '2027-01-01',
		scanRefList: [randomUUID()],
		alertStatus: 'ALERT',
		status: 'ALERT',
		pepsStatus: 'NO_FLAGS',
		sanctionsStatus: 'FLAGS_FOUND',
		adverseMediaStatus: 'NO_FLAGS',
		results: [],
		amlCheck: null,
	};
}

function review(approvalStatus: string) {
	return ({ externalId = someone.externalId }: SampleDetails): JsonObject => ({
		id: randomUUID(),
		companyName: 'Specimen Ltd',
		registrationNumber: '12345678',
		approvalStatus,
		denyReason: approvalStatus === 'DENIED' ? 'OTHER' : null,
		soleProprietor: false,
		companyCheck: null,
		beneficiaries: [],
		clientId: externalId,
		externalRef: null,
	});
}
