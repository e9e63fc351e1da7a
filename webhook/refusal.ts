/** Every reason for refusing a delivery, with the HTTP status that it is answered with. */
const httpStatusByCode = {
	signature_missing: 401,
	signature_malformed: 401,
	signature_mismatch: 401,
	timestamp_missing: 401,
	timestamp_malformed: 401,
	timestamp_outside_tolerance: 401,
	token_malformed: 401,
	token_algorithm_not_allowed: 401,
	token_claims_invalid: 401,
	decryption_failed: 401,
	payload_unreadable: 400,
	body_unreadable: 400,
	body_too_large: 413,
	credential_invalid: 503,
	settings_unsafe: 503,
} as const;

export type RefusalCode = keyof typeof httpStatusByCode;

/** A refused delivery. `hint` is one sentence for the person who reads the provider's webhook log. */
export interface Refusal {
	readonly ok: false;
	readonly code: RefusalCode;
	readonly hint: string;
	/** One sentence more for the operator of n8n, which no sender may read. */
	readonly detail?: string;
}

export const refusalCodes = Object.keys(httpStatusByCode) as RefusalCode[];

/**
 * @param hint names the header or credential field to look at; never a secret, a digest or plaintext
 * @param detail the same, for the operator of n8n only
 */
export function refuse(code: RefusalCode, hint: string, detail?: string): Refusal {
	return { ok: false, code, hint, ...(detail !== undefined && { detail }) };
}

export function httpStatusOf(refusal: Refusal): number {
	return httpStatusByCode[refusal.code];
}
