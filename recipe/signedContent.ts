import { header } from '../webhook/header';
import { checkFreshness, parseUnixTime } from '../webhook/freshness';
import type { Clock, Delivery } from '../webhook/provider';
import { refuse, type Refusal } from '../webhook/refusal';
import { isoTime } from '../webhook/time';

/** What a signature covers, as a template. */
export interface SignedContent {
	/** Text with the tokens {body}, {body64}, {timestamp}, {id}, {header:Name}; `\n` is a line break. */
	readonly signedContent: string;
	readonly timestampHeader: string;
	readonly idHeader: string;
}

const TOKEN = /\{(body|body64|timestamp|id|header:([^{}]*))\}/g;

/** RFC 9110, section 5.6.2. */
const HEADER_NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;

/** Those that the way sets or changes. */
const NOT_THE_SENDERS = /^(content-.*|host|cookie|connection|transfer-encoding|x-forwarded-.*)$/i;

/** The rest of a sentence that says why a provider cannot put anything into a header; null when it can. */
export function headerProblem(name: string): string | null {
	if (!HEADER_NAME.test(name)) return 'is not the name of a header, such as X-Signature';
	return NOT_THE_SENDERS.test(name) ? 'names a header that n8n or a proxy sets: take that of the signature' : null;
}

/** The headers that a template names by themselves. */
export function headersIn(signedContent: string): string[] {
	return [...signedContent.matchAll(TOKEN)].flatMap(([, , name]) => (name === undefined ? [] : [name]));
}

/** One sentence that says what is wrong with a template; null when nothing is. */
export function signedContentProblem({ signedContent, timestampHeader, idHeader }: SignedContent): string | null {
	const tokens = [...signedContent.matchAll(TOKEN)];
	const bodies = tokens.filter(([, token]) => token === 'body' || token === 'body64');
	if (bodies.length !== 1) {
		return 'Signed Content must hold {body} or {body64} once: else the signature would prove nothing about the body.';
	}
	if (/\{body64\}\{|\}\{body64\}/.test(signedContent)) {
		return 'Signed Content has {body64} directly beside another token: bytes could move from one to the other.';
	}
	if (/[{}]/.test(signedContent.replace(TOKEN, ''))) {
		return 'Signed Content has braces that are none of {body}, {body64}, {timestamp}, {id} and {header:Name}.';
	}
	const uses = (name: string) => tokens.some(([, token]) => token === name);
	if (uses('timestamp') && timestampHeader === '') return 'Timestamp Header is empty, and Signed Content needs it.';
	if (uses('id') && idHeader === '') return 'ID Header is empty, and Signed Content needs it.';
	const wrong = headersIn(signedContent).find((name) => headerProblem(name) !== null);
	return wrong === undefined ? null : `Signed Content: ${JSON.stringify(wrong)} ${headerProblem(wrong)}.`;
}

/** The bytes that a signature covers, and the signed id. */
type Content = { readonly ok: true; readonly parts: (string | Buffer)[]; readonly signedId?: string } | Refusal;

/** What the signature of a delivery covers, by the template. Freshness is another question: `freshnessOf`. */
export function contentOf(delivery: Delivery, { signedContent, timestampHeader, idHeader }: SignedContent): Content {
	const parts: (string | Buffer)[] = [];
	const besideBody: string[] = [];
	let hasId = false;
	let end = 0;
	for (const found of signedContent.matchAll(TOKEN)) {
		const [whole, token, name] = found;
		parts.push(unescaped(signedContent.slice(end, found.index)));
		end = found.index + whole.length;
		if (token === 'body') parts.push(delivery.rawBody);
		else if (token === 'body64') parts.push(delivery.rawBody.toString('base64'));
		else {
			const source = name ?? (token === 'timestamp' ? timestampHeader : idHeader);
			const value = header(delivery, source);
			if (value === null) {
				return refuse(
					token === 'timestamp' ? 'timestamp_missing' : 'signature_missing',
					`The ${source} header is missing, which the signature covers.`,
				);
			}
			parts.push(value);
			if (token !== 'timestamp') besideBody.push(value);
			hasId ||= token === 'id';
		}
	}
	parts.push(unescaped(signedContent.slice(end)));
	// All of them: what moves from one header to the next leaves it the same.
	return { ok: true, parts, ...(hasId && { signedId: besideBody.join('') }) };
}

/** Whether the time that is signed lies near enough; null when it does, or when none is signed. */
export function freshnessOf(
	delivery: Delivery,
	{ signedContent, timestampHeader }: SignedContent,
	clock: Clock,
): Refusal | null {
	if (!signedContent.includes('{timestamp}')) return null;
	const value = header(delivery, timestampHeader);
	const signedAt = timeOf(value ?? '');
	return signedAt === null
		? refuse('timestamp_malformed', `The ${timestampHeader} header is no time: Unix time or ISO 8601.`)
		: checkFreshness(signedAt, clock, `The time in the ${timestampHeader} header`);
}

function timeOf(text: string): number | null {
	const iso = isoTime(text);
	return parseUnixTime(text) ?? (iso === null ? null : Date.parse(iso));
}

function unescaped(text: string): string {
	return text.replaceAll('\\n', '\n');
}
