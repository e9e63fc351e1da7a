import { anything, fields, text, word } from '../../webhook/fields';
import { isJsonObject, type JsonObject } from '../../webhook/json';
import { approved, declined, type Outcome, partial, unknown } from '../../webhook/outcome';

/** What an event `process.*` means, as they were until 2026; null when it is none that is known. */
export function outcomeOfProcess(type: string | null, payload: JsonObject): Outcome | null {
	const { metadata, professionalId } = processFields.parse(payload);
	const verdict = verdictOf(metadata.items, type === 'process.form.filled');
	switch (type) {
		case 'process.kyc.completed':
			return metadata.verificationStatus === 'COMPLETED' && (verdict ?? approved) === approved ? approved : unknown;
		case 'process.completed': {
			const outcome = verdict ?? approved;
			return outcome === approved && !saysNothingElse(payload, metadata.verificationStatus) ? unknown : outcome;
		}
		case 'process.form.filled':
		case 'process.consent.completed':
			return verdict ?? unknown;
		case 'process.form.rejected':
			return declined;
		case 'process.signature.completed':
			return professionalId === null ? (verdict ?? unknown) : outcomeOfProfessional(verdict);
		case 'process.signature.user.completed':
			return verdict ?? unknown;
		case 'process.signature.professional.completed':
			return outcomeOfProfessional(verdict);
		default:
			return null;
	}
}

/** A process that has ended approves by its name alone: nothing beside it may speak of anything else. */
function saysNothingElse(payload: JsonObject, verificationStatus: string | null): boolean {
	const { metadata, items, decision, status, rejectedAt } = payload;
	const isAbsent = (value: unknown) => value === undefined || value === null;
	return (
		(isAbsent(metadata) || isJsonObject(metadata)) &&
		(verificationStatus ?? 'COMPLETED') === 'COMPLETED' &&
		[items, decision, status, rejectedAt].every(isAbsent)
	);
}

/** Who signs for the organization can stop the process, but does not speak for the person. */
function outcomeOfProfessional(verdict: Outcome | null): Outcome {
	return verdict === approved ? partial : (verdict ?? unknown);
}

/**
 * Something is rejected, or nothing is; a list that cannot be read approves nobody.
 * @param areForms their items do not tell whether they are rejected
 * @returns null when there is no item
 */
function verdictOf(items: unknown, areForms: boolean): Outcome | null {
	if (!Array.isArray(items)) return items === undefined || items === null ? null : unknown;
	if (items.length === 0) return null;
	const verdicts = items.map((item) => (isJsonObject(item) ? (item.rejected ?? (areForms ? false : null)) : null));
	if (verdicts.includes(true)) return declined;
	return verdicts.every((rejected) => rejected === false) ? approved : unknown;
}

/** The provider's own word for the status. */
export function wordOfProcess(payload: JsonObject): string | null {
	return processFields.parse(payload).metadata.verificationStatus;
}

/** What tells one process event from another of the same process. */
export function itemsOf(payload: JsonObject): unknown[] {
	const { items } = processFields.parse(payload).metadata;
	return Array.isArray(items) ? items.map((item) => Object.values(itemFields.parse(item))) : [];
}

const processFields = fields({
	professionalId: word,
	metadata: fields({ verificationStatus: word, items: anything }),
});

const itemFields = fields({ itemId: text, formId: text, documentId: text, consentId: text, rejected: anything });
