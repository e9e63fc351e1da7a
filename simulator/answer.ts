import { isJsonObject, isStorable, type JsonObject, parseJsonObject } from '../webhook/json';
import { printable } from './printable';

/** Milliseconds: a provider does not wait longer either. */
export const TIMEOUT = 30_000;

/** Bytes that are read: the answer of a trigger is far shorter. */
const LIMIT = 64 * 1024;

/** What came back for a delivery, as it may be shown. */
export interface Answer {
	readonly status: number;
	/** As an object where it is one in JSON. */
	readonly body: JsonObject | string;
	/** Says so where there was more than is read. */
	readonly cut?: 'after 64 KiB';
}

/**
 * Reads an answer of somebody who may mean no good.
 * @param chunks the bytes of the body, null when there is none
 * @param mask what to do to each text first
 */
export async function readAnswer(
	status: number,
	chunks: AsyncIterable<Uint8Array> | null,
	mask: (text: string) => string,
): Promise<Answer> {
	const read: Uint8Array[] = [];
	let left = LIMIT;
	for await (const chunk of chunks ?? []) {
		read.push(chunk.subarray(0, left));
		left -= chunk.length;
		// To leave the loop ends the connection.
		if (left < 0) break;
	}
	const text = new TextDecoder().decode(Buffer.concat(read));
	const parsed = parseJsonObject(text);
	const body = parsed !== null && isStorable(parsed) ? parsed : text;
	return {
		status,
		body: withTexts(body, (part) => printable(mask(part))) as Answer['body'],
		...(left < 0 && { cut: 'after 64 KiB' }),
	};
}

/** Why there is no answer, as a sentence. What is thrown may hold the request, and with it the signature. */
export function noAnswer(url: string, thrown: unknown, timeout: AbortSignal): string {
	const { cause, message } = thrown as Error;
	const { message: deeper = '', code = '' } = (cause ?? {}) as { message?: string; code?: string };
	const why = timeout.aborted ? `none in ${TIMEOUT / 1000} seconds` : deeper || code || message;
	return `There is no answer from ${url}: ${printable(why)}.`;
}

/** The same value with each text in it changed, names too. */
function withTexts(value: unknown, change: (text: string) => string): unknown {
	if (typeof value === 'string') return change(value);
	if (Array.isArray(value)) return value.map((inner) => withTexts(inner, change));
	if (!isJsonObject(value)) return value;
	return Object.fromEntries(Object.entries(value).map(([name, inner]) => [change(name), withTexts(inner, change)]));
}
