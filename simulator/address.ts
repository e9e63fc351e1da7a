/** Where a delivery goes. */
export interface Address {
	/** Without the user and password that it may have had. */
	readonly url: string;
	/** What the request needs in their stead. */
	readonly headers: Readonly<Record<string, string>>;
}

/** What to say of an address that is none, as the rest of a sentence. */
export const NO_ADDRESS =
	'must begin with http:// or https://: copy the Test URL or the Production URL of the trigger.';

/**
 * Takes user and password out of the address that a person typed: an address is shown in items, errors and terminals.
 * @returns null when it is no absolute address of HTTP
 */
export function addressOf(text: string): Address | null {
	if (!URL.canParse(text)) return null;
	const url = new URL(text);
	if (!['http:', 'https:'].includes(url.protocol)) return null;
	const { username, password } = url;
	url.username = '';
	url.password = '';
	const credentials = Buffer.from(`${decoded(username)}:${decoded(password)}`).toString('base64');
	return { url: url.href, headers: username || password ? { authorization: `Basic ${credentials}` } : {} };
}

/** The same for a text in which somebody may have typed an address. */
export function withoutPasswords(text: string): string {
	return text.replace(/(https?:[\\/]*)[^\\/?#]*@/giu, '$1');
}

/** A `%` that begins no escape stands for itself. */
function decoded(part: string): string {
	return part.replace(/(?:%[\da-f]{2})+/giu, (escapes) => Buffer.from(escapes.replaceAll('%', ''), 'hex').toString());
}
