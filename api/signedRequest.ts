import { isJsonObject, type JsonObject } from '../webhook/json';

/** As much of a request as signing needs: n8n's helper says `url`, its HTTP Request node `uri`. */
export interface RequestOptions {
	url?: string;
	uri?: string;
	baseURL?: string;
	method?: string;
	qs?: unknown;
	body?: unknown;
	headers?: unknown;
}

/** A request as it goes over the wire. */
export interface FinalRequest {
	readonly method: string;
	readonly url: URL;
	/** '' where there is none. */
	readonly body: string;
}

/**
 * Makes a request final, so that what is signed is what is sent: the query moves into the address, the body becomes
 * text. n8n would else serialize both after the signature.
 * @param host the only one whose requests may be signed
 * @throws Error for another host: whoever may use a credential must not send its signatures elsewhere
 */
export function finalRequest(options: RequestOptions, host: string): FinalRequest {
	const url = new URL(options.url ?? options.uri ?? '', options.baseURL);
	if (options.baseURL) url.href = `${options.baseURL}${options.url ?? ''}`;
	if (url.protocol !== 'https:' || url.host !== host) {
		throw new Error(`This credential is only for https://${host}`);
	}
	for (const [name, value] of Object.entries(isJsonObject(options.qs) ? options.qs : {})) {
		for (const one of [value].flat()) url.searchParams.append(name, String(one));
	}
	const body = textOf(options.body);
	const name = options.url === undefined ? 'uri' : 'url';
	Object.assign(options, { [name]: url.href, qs: {}, ...(body !== '' && { body }) });
	delete options.baseURL;
	const headers = options.headers as JsonObject | undefined;
	const isTyped = Object.keys(headers ?? {}).some((header) => header.toLowerCase() === 'content-type');
	if (body !== '' && !isTyped) options.headers = { ...headers, 'content-type': 'application/json' };
	return { method: (options.method ?? 'GET').toUpperCase(), url, body };
}

/** Adds headers to a request. */
export function withHeaders<Options extends RequestOptions>(
	options: Options,
	headers: Record<string, string>,
): Options {
	return { ...options, headers: { ...(options.headers as JsonObject | undefined), ...headers } };
}

function textOf(body: unknown): string {
	if (body === undefined || body === null) return '';
	return typeof body === 'string' ? body : JSON.stringify(body);
}
