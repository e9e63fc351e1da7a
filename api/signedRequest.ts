import { isJsonObject } from '../webhook/json';

/** As much of a request as signing needs: n8n's helper says `url`, its HTTP Request node `uri`. */
export interface RequestOptions {
	url?: string;
	uri?: string;
	baseURL?: string;
	method?: string;
	qs?: unknown;
	body?: unknown;
	form?: unknown;
	formData?: unknown;
	headers?: unknown;
}

/** A request as it goes over the wire. */
export interface FinalRequest {
	readonly method: string;
	readonly url: URL;
	/** Empty where there is none. */
	readonly body: Buffer;
}

/**
 * Makes a request final, so that what is signed is what is sent: the query moves into the address, the body becomes
 * text. n8n would else serialize both after the signature.
 * @param host the only one whose requests may be signed
 * @throws Error for another host, since whoever may use a credential must not send its signatures elsewhere; and for a
 * body that is not known before it is sent
 */
export function finalRequest(options: RequestOptions, host: string): FinalRequest {
	const url = new URL(`${options.baseURL ?? ''}${options.url ?? options.uri ?? ''}`);
	if (url.protocol !== 'https:' || url.host !== host) {
		throw new Error(`This credential is only for https://${host}`);
	}
	for (const [name, value] of Object.entries(isJsonObject(options.qs) ? options.qs : {})) {
		for (const one of [value].flat()) if (one !== null && one !== undefined) url.searchParams.append(name, String(one));
	}
	const method = (options.method ?? 'GET').toUpperCase();
	const headers = new Headers((options.headers ?? {}) as Record<string, string>);
	// n8n's helper sends none with these, its HTTP Request node would.
	const body = method === 'GET' || method === 'HEAD' ? null : bodyOf(options, headers);
	for (const name of ['body', 'form', 'baseURL'] as const) delete options[name];
	Object.assign(options, { [options.url === undefined ? 'uri' : 'url']: url.href, qs: {} });
	if (body === null) return { method, url, body: Buffer.alloc(0) };
	Object.assign(options, { body, headers: Object.fromEntries(headers) });
	return { method, url, body: Buffer.from(body) };
}

/** Adds headers to a request. */
export function withHeaders<Options extends RequestOptions>(
	options: Options,
	headers: Record<string, string>,
): Options {
	return { ...options, headers: { ...(options.headers as Record<string, string> | undefined), ...headers } };
}

/** The bytes or the text that is sent; null where there is none. Says in the headers what it is. */
function bodyOf({ body, form, formData }: RequestOptions, headers: Headers): string | Buffer | null {
	if (isJsonObject(form)) headers.set('content-type', 'application/x-www-form-urlencoded');
	const given = form ?? body ?? null;
	if (formData !== undefined) throw unsignable();
	if (given === null || given === '' || Buffer.isBuffer(given)) return given === '' ? null : given;
	if (!headers.has('content-type')) headers.set('content-type', 'application/json');
	const type = headers.get('content-type') ?? '';
	if (typeof given === 'string') return type.includes('json') ? wellFormed(given) : given;
	if (given instanceof URLSearchParams) return given.toString();
	const isPlain = Array.isArray(given) || Object.getPrototypeOf(given) === Object.prototype;
	if (!isPlain || type.includes('multipart')) throw unsignable();
	return type.includes('urlencoded')
		? new URLSearchParams(given as Record<string, string>).toString()
		: JSON.stringify(given);
}

/** n8n sends JSON without the white space around it, and other text in quotes. */
function wellFormed(json: string): string {
	const text = json.trim();
	JSON.parse(text);
	return text;
}

function unsignable(): Error {
	return new Error('This credential signs JSON, text and bytes only, not multipart forms and streams');
}
