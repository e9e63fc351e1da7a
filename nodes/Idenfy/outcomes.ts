import type { KycEvent } from '../../webhook/event';
import {
	alert,
	approved,
	automatic,
	declined,
	expired,
	inReview,
	notification,
	type Outcome,
	partial,
	started,
	unknown,
} from '../../webhook/outcome';

/** What an identity verification says. */
export interface Identification {
	/** `status.overall` */
	readonly overall: string | null;
	/** False while a person has yet to review the automatic result. */
	readonly final: unknown;
	readonly denyReasons: unknown;
	/** The last result on the document and the face: the reviewer's, else the automatic one; null when there is none. */
	readonly document: string | null;
	readonly face: string | null;
	/** The id of the member who was verified, where the verification is part of that of a company. */
	readonly beneficiaryId: unknown;
}

/** What an identity verification means for the person, or for the company that the person is a member of. */
export function meaningOf(told: Identification): { outcome: Outcome; check: KycEvent['check'] } {
	const own = outcomeOfPerson(told);
	if (!isMember(told.beneficiaryId)) return { outcome: own, check: null };
	const isText = ['string', 'number'].includes(typeof told.beneficiaryId);
	const outcome = isText && own !== unknown ? partial : unknown;
	return { outcome, check: { name: 'member', status: own.status } };
}

/**
 * Whether it is a member of a company who was verified. The schema has the field in every verification, as a text: what
 * is empty or a single character is no id.
 */
export function isMember(beneficiaryId: unknown): boolean {
	if (beneficiaryId === undefined || beneficiaryId === null) return false;
	return typeof beneficiaryId !== 'string' || beneficiaryId.length > 1;
}

function outcomeOfPerson(told: Identification): Outcome {
	const outcome = outcomes.get(told.overall ?? '') ?? unknown;
	const final = told.final ?? true;
	if (final !== true && final !== false) return unknown;
	if (!final) return preliminary.has(outcome) ? automatic(inReview) : outcome;
	return outcome === approved && isContradicted(told) ? unknown : outcome;
}

/**
 * Whether something speaks against an approval: `overall` is the combination of the results on document and face, and
 * any other than these declines (https://documentation.idenfy.com/resources/vocabulary). Without a selfie no face is
 * checked.
 */
function isContradicted({ denyReasons, document, face }: Identification): boolean {
	const isDenied = Array.isArray(denyReasons) ? denyReasons.length > 0 : (denyReasons ?? null) !== null;
	const agrees = (result: string | null, ...wanted: string[]) => result === null || wanted.includes(result);
	return isDenied || !agrees(document, 'DOC_VALIDATED') || !agrees(face, 'FACE_MATCH', 'FACE_NOT_CHECKED');
}

/** https://documentation.idenfy.com/guides/dashboard/kyc/verification-statuses lists the words. */
export const outcomes = new Map<string, Outcome>([
	['APPROVED', approved],
	['DENIED', declined],
	['SUSPECTED', inReview],
	['REVIEWING', inReview],
	['ACTIVE', started],
	['EXPIRED', expired],
	['EXPIRED-DELETED', expired],
	['DELETED', notification],
	['ARCHIVED', notification],
]);

/** What may still change until the result is final. */
export const preliminary = new Set<Outcome>([approved, declined, inReview]);

/** What the fields of the other webhooks say that may decide something. */
export interface Statuses {
	/** Of a company, and null of everything else. */
	readonly approvalStatus: string | null;
	/** Of a monitoring: the word of version 2 of its API, and that of version 3. */
	readonly alertStatus: string | null;
	readonly status: string | null;
}

/** What the other webhooks mean: none of them approves anybody. */
export function outcomeOfOther(type: string, { approvalStatus, alertStatus, status }: Statuses): Outcome {
	if (type === 'unknown') return unknown;
	if (type === 'company_review' && approvalStatus !== null) return outcomeByApproval.get(approvalStatus) ?? unknown;
	return type === 'aml_monitoring' ? outcomeOfMonitoring([alertStatus, status]) : notification;
}

/**
 * A refusal of a company has to reach Rejected; an approval says nothing of the verifications of its members, so that
 * it is only passed on.
 */
export const outcomeByApproval = new Map<string, Outcome>([
	['APPROVED', notification],
	['DENIED', declined],
]);

/** A hit, when one of the words says so. */
function outcomeOfMonitoring(given: readonly (string | null)[]): Outcome {
	const told = given.filter((word) => word !== null).map((word) => outcomeByMonitoring.get(word) ?? unknown);
	return [alert, unknown].find((outcome) => told.includes(outcome)) ?? notification;
}

/** https://documentation.idenfy.com/aml/migration-guide has the words of both fields; `DECLINED` is a hit that stands. */
export const outcomeByMonitoring = new Map<string, Outcome>([
	['ALERT', alert],
	['DECLINED', alert],
	['ACCEPTED', notification],
	['ACTIVE', notification],
	['PENDING', notification],
	['STATUS', notification],
	['STOPPED', notification],
]);
