import { isJsonObject, type JsonObject } from '../../webhook/json';
import type { ProviderEvent } from '../../webhook/provider';

/** The fields by which a body shows its kind: all of one of the sets are there, if only as null. */
type Shape = readonly [type: string, ...fieldSets: (readonly string[])[]];

/**
 * The webhooks that iDenfy documents, named as in its `Idenfy-Event-Type` header but in lower case. The first shape
 * that fits counts: later ones have fields in common with those before.
 * After the schemas of https://documentation.idenfy.com/api-reference/webhooks
 */
const shapes: readonly Shape[] = [
	['document_expiration', ['expirationThreshold']],
	['aml_monitoring', ['monitoringId']],
	['aml_monitoring_expiration', ['usersToExtend'], ['usersToExpire']],
	['age_estimation', ['scanRef', 'occurredAt'], ['estimatedAge'], ['verdict']],
	['bank_card_verification_completed', ['noMatchReason'], ['lastFour']],
	['bank_verification', ['accounts', 'riskLevel']],
	['account_check', ['scanRef', 'score']],
	['video_call_finished', ['videoCallAnswers']],
	['gov_ordered_document', ['productKey']],
	['sos_report', ['watchlistHitsCount'], ['reportFile'], ['dataFile'], ['entityType']],
	['company_aml_review', ['amlReviewSubjectType'], ['companyId', 'overallStatus']],
	['company_review', ['approvalStatus'], ['companyCheck'], ['beneficiaries']],
	['company_info_request', ['companyId', 'token']],
	['company_delete', ['companyId', 'date']],
	['company_expiration', ['expirationStatus']],
	['company_submit', ['submissionTime'], ['soleProprietor']],
	['facial_authentication', ['failReason'], ['facePhoto'], ['riskTags'], ['id', 'scanRef', 'status']],
];

/**
 * The event that a body tells of. The six of an identity verification are one, `identification`: their bodies do not
 * tell them apart, but have a `status.overall` as no other has.
 */
export function typeOf(payload: JsonObject): string {
	// The refusal of a company, whatever else the body has in common with others.
	if (payload.approvalStatus === 'DENIED') return 'company_review';
	if (isJsonObject(payload.status) && (payload.status.overall ?? null) !== null) return 'identification';
	const fits = (fieldSet: readonly string[]) => fieldSet.every((field) => Object.hasOwn(payload, field));
	return shapes.find(([, ...fieldSets]) => fieldSets.some(fits))?.[0] ?? 'unknown';
}

/** What a body tells, beside its type. */
export type Told = Omit<ProviderEvent, 'selector' | 'eventType' | 'environment' | 'payload'>;
