import type { KycEvent } from '../../webhook/event';
import { anything, fields, flag, text } from '../../webhook/fields';
import { isJsonObject, type JsonObject } from '../../webhook/json';
import {
	approved,
	declined,
	deliveryFailed,
	fraud,
	type Outcome,
	revoked,
	started,
	unknown,
} from '../../webhook/outcome';

/** What an event means for the person. The `process.*` events are from before 2026. */
export function outcomeOf(type: string | null, payload: JsonObject): Outcome {
	const { credential, metadata } = outcomeFields.parse(payload);
	switch (type) {
		case 'identity':
			return outcomeOfDecision(payload.decision);
		case 'credential':
			return outcomeByCredentialStatus.get(credential.status ?? '') ?? unknown;
		case 'otp.failed':
			return deliveryFailed;
		case 'process.kyc.completed':
			return metadata.verificationStatus === 'COMPLETED' ? approved : unknown;
		case 'process.form.rejected':
			return declined;
		case 'process.form.filled':
		case 'process.consent.completed':
		case 'process.signature.completed':
		case 'process.completed':
			return outcomeOfItems(metadata.items);
		default:
			return unknown;
	}
}

/** `isFraud` must be absent or a plain no: a value of another kind approves nobody. */
function outcomeOfDecision(decision: unknown): Outcome {
	const { success, isFraud } = decisionFields.parse(decision);
	if (isFraud === true) return fraud;
	if (success === false) return declined;
	return success === true && (isFraud ?? false) === false ? approved : unknown;
}

/** No list was sent, or one in which nothing is rejected; what cannot be read approves nobody. */
function outcomeOfItems(items: unknown): Outcome {
	if (items === undefined || items === null) return approved;
	if (!Array.isArray(items)) return unknown;
	const verdicts = items.map((item) => (isJsonObject(item) ? (item.rejected ?? false) : null));
	if (verdicts.includes(true)) return declined;
	return verdicts.every((rejected) => rejected === false) ? approved : unknown;
}

export const outcomeByCredentialStatus = new Map<string, Outcome>([
	['APPROVED', approved],
	['ACCEPTED', approved],
	['REJECTED', declined],
	['PENDING', started],
	['DRAFT', started],
	['REVOKED', revoked],
]);

/** The credential (a consent, a form, a signature) that an event is about. */
export function checkOf(type: string | null, payload: JsonObject): KycEvent['check'] {
	if (type !== 'credential') return null;
	const { credential } = outcomeFields.parse(payload);
	return { name: credential.resourceType ?? credential.name, status: outcomeOf(type, payload).status };
}

/** The provider's own word for the status. */
export function wordOf(type: string | null, payload: JsonObject): string | null {
	const { credential, metadata, decision, otp } = outcomeFields.parse(payload);
	if (type === 'credential') return credential.status;
	if (type === 'otp.failed') return otp.error.code;
	return decision.outcome ?? metadata.verificationStatus;
}

const decisionFields = fields({ success: flag, isFraud: anything });

const outcomeFields = fields({
	credential: fields({ resourceType: text, name: text, status: text }),
	decision: fields({ outcome: text }),
	metadata: fields({ verificationStatus: text, items: anything }),
	otp: fields({ error: fields({ code: text }) }),
});
