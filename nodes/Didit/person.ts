import { anything, fields, list, text } from '../../webhook/fields';
import { fullName } from '../../webhook/name';

const identity = fields({ full_name: text, first_name: text, last_name: text });

const decisionFields = fields({ id_verifications: list, id_verification: anything, kyc: anything });

/** The name on the document of a decision: of version 3 the first in a list, of versions 2 and 1 the only one. */
export function nameOf(decision: unknown): string | null {
	const { id_verifications: several, id_verification: single, kyc } = decisionFields.parse(decision);
	for (const candidate of [...(several ?? []), single, kyc]) {
		const { full_name, first_name, last_name } = identity.parse(candidate);
		const name = full_name ?? fullName(first_name, last_name);
		if (name !== null) return name;
	}
	return null;
}
