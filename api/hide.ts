import { isJsonObject } from '../webhook/json';

/** What is shorter than this is no secret, but a region or a switch. */
const SHORTEST = 6;

/** A text without the secrets of a credential, for a provider that repeats them, in whatever form they were sent. */
export function hide(text: string, credential: unknown): string {
	const values = isJsonObject(credential) ? Object.values(credential) : [];
	const secrets = values.filter((value) => typeof value === 'string' && value.length >= SHORTEST) as string[];
	// As Basic authentication sends them: https://www.rfc-editor.org/rfc/rfc7617#section-2
	const pairs = secrets.flatMap((user) => [`${user}:`, ...secrets.map((password) => `${user}:${password}`)]);
	const forms = [...secrets, ...pairs].flatMap((secret) => [
		secret,
		encodeURIComponent(secret),
		JSON.stringify(secret).slice(1, -1),
		Buffer.from(secret).toString('base64'),
		Buffer.from(secret).toString('base64url'),
	]);
	// The longest first: a part of it must not be all that is hidden.
	const longestFirst = [...new Set(forms)].sort((one, other) => other.length - one.length);
	return longestFirst.reduce((shown, form) => shown.replaceAll(form, '…'), text);
}
