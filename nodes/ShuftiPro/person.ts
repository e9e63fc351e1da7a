import { anything, fields, text } from '../../webhook/fields';
import { fullName } from '../../webhook/name';

/** A name as one of the services has it: in parts or as text. */
const service = fields({ name: anything });

/** The data of the services that tell a name, the document first. */
export const verificationData = fields({ document: service, address: service, background_checks: service });

export function nameOf({
	document,
	address,
	background_checks,
}: ReturnType<typeof verificationData.parse>): string | null {
	return readName(document.name) ?? readName(address.name) ?? readName(background_checks.name);
}

function readName(name: unknown): string | null {
	const { full_name, first_name, middle_name, last_name } = nameFields.parse(name);
	return text.parse(name) ?? full_name ?? fullName(first_name, middle_name, last_name);
}

const nameFields = fields({ full_name: text, first_name: text, middle_name: text, last_name: text });
