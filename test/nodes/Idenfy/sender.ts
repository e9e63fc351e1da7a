import { idenfy } from '../../../nodes/Idenfy/idenfy';
import type { KycEvent } from '../../../webhook/event';
import type { JsonObject } from '../../../webhook/json';
import { hmac } from '../../support/crypto';
import { acceptedEvent, deliver, type Sent } from '../../support/reception';

export const credential = { signingKey: 'Schlüssel — 7f3c9e', previousSigningKey: 'the one before 51d0' };

/** What iDenfy sends: the header is the hex HMAC-SHA256 of the body. */
export function send(body: string | Uint8Array | JsonObject, signingKey = credential.signingKey): Sent {
	const text = typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body);
	return { body: text, headers: { 'Idenfy-Signature': hmac(signingKey, text).toString('hex') } };
}

export async function eventOf(payload: JsonObject): Promise<KycEvent> {
	return acceptedEvent(await deliver(idenfy, credential, send(payload)));
}

/** An identity verification, after the schema in the documentation. */
export const sample = {
	final: true,
	platform: 'PC',
	status: {
		overall: 'APPROVED',
		fraudTags: [],
		mismatchTags: [],
		autoFace: 'FACE_MATCH',
		manualFace: 'FACE_MATCH',
		autoDocument: 'DOC_VALIDATED',
		manualDocument: 'DOC_VALIDATED',
		additionalSteps: null,
	},
	data: { docFirstName: 'ZOË', docLastName: 'MÜLLER', fullName: 'ZOË MÜLLER', docType: 'PASSPORT' },
	fileUrls: { FRONT: 'https://example.com/front.png' },
	scanRef: 'c1d0a6b8-6b1e-11ef-8d3a-0242ac120002',
	externalRef: 'order-12',
	clientId: 'customer-7',
	companyId: '',
	beneficiaryId: '',
	startTime: 1728604500,
	finishTime: 1728604800,
	clientIp: '192.0.2.7',
	emailVerification: { email: 'zoe@example.com', emailVerified: true },
	phoneVerification: { phone: '+4915112345678', phoneVerified: false },
};

/** The sample with another result. */
export function withResult(overall: unknown, final: unknown = true): JsonObject {
	return { ...sample, final, status: { ...sample.status, overall } };
}

export const documentExpiration = {
	scanRef: 'c1d0a6b8-6b1e-11ef-8d3a-0242ac120002',
	clientId: 'customer-7',
	expirationThreshold: 'DOCUMENT_EXPIRES_WITHIN_30_DAYS',
	documentExpiration: '2026-12-31',
};

/** The other webhooks, each with what it must have and what tells most, after the schemas in the documentation. */
export const others: Readonly<Record<string, JsonObject>> = {
	account_check: { scanRef: 'scan-1', clientId: 'customer-7', status: 3, score: 0.4, facebookScore: null },
	age_estimation: {
		scanRef: 'age-1',
		status: 'COMPLETED',
		outcome: 'UNDERAGE',
		verdict: 'MINOR',
		clientId: 'customer-7',
		occurredAt: '2026-10-01T10:00:00Z',
	},
	aml_monitoring: {
		monitoringId: 'mon-1',
		name: 'ZOË',
		surname: 'MÜLLER',
		nationality: 'LT',
		dob: '1977-07-17',
		isActive: true,
		expiration: '2027-01-01',
		scanRefList: ['scan-1', 'scan-2'],
		alertStatus: 'ALERT',
		status: 'ALERT',
		pepsStatus: 'NO_FLAGS',
		sanctionsStatus: 'FLAGS_FOUND',
		adverseMediaStatus: 'NOT_CHECKED',
		results: [],
		amlCheck: { userType: 'PERSON', overallStatus: 'FLAGS_FOUND' },
	},
	aml_monitoring_expiration: { usersToExtend: 3, usersToExpire: 1 },
	bank_card_verification_completed: {
		id: 'card-1',
		status: 'NO_MATCH',
		noMatchReason: 'NAME_MISMATCH',
		name: 'ZOE MULLER',
		firstSix: '400000',
		lastFour: '0002',
		expiryDate: '2027-01-01',
		nameMatch: false,
		lastFourMatch: null,
	},
	bank_verification: { id: 'bank-1', country: 'LT', bank: 'A bank', accounts: [], riskLevel: 'LOW' },
	company_aml_review: {
		amlReviewSubjectType: 'COMPANY',
		id: 'c-1',
		companyId: 'c-1',
		clientId: 'customer-7',
		externalRef: 'order-12',
		overallStatus: 'TRUE_POSITIVE',
	},
	company_delete: { companyId: 'c-1', date: '2026-10-01T10:00:00Z', manager: null },
	company_expiration: { id: 'c-1', expirationStatus: 'EXPIRED' },
	company_info_request: {
		companyId: 'c-1',
		token: 'tok-1',
		date: '2026-10-01T10:00:00Z',
		email: null,
		manager: null,
		status: 'REQUESTED',
	},
	company_review: {
		id: 'c-1',
		companyName: 'Müller GmbH',
		approvalStatus: 'APPROVED',
		denyReason: null,
		soleProprietor: false,
		amlCheck: { overallStatus: 'NO_FLAGS' },
		companyCheck: null,
		beneficiaries: [],
		clientId: 'customer-7',
		externalRef: null,
	},
	company_submit: { id: 'c-1', submissionTime: '2026-10-01T10:00:00Z', soleProprietor: true, clientId: 'customer-7' },
	facial_authentication: {
		id: 'face-1',
		scanRef: 'scan-1',
		clientId: 'customer-7',
		token: 'tok-1',
		status: 'Failed',
		type: 'AUTHENTICATION',
		method: 'FACE_MATCHING',
		facePhoto: 'https://example.com/face.png?signed=once',
		failReason: 'FACE_MISMATCH',
		riskTags: null,
	},
	gov_ordered_document: {
		id: 'gov-1',
		title: null,
		documentFormat: 'PDF',
		productKey: 'extract',
		expectedDeliveryTime: '2026-10-01T10:00:00Z',
		price: 12.5,
		status: 'FINISHED',
		file: 'https://example.com/extract.pdf?signed=once',
	},
	sos_report: { id: 'sos-1', companyName: 'Müller GmbH', entityType: 'LLC', status: 'FINISHED', watchlistHitsCount: 2 },
	video_call_finished: {
		videoCallAnswers: { 'Question 1': { answer: 'An answer.', correct: true } },
		date: '2020-08-14 12:48:08.085275+00:00',
		status: true,
		scanRef: 'scan-1',
		authToken: 'tok-1',
		clientId: 'customer-7',
	},
};
