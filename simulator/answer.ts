import { type JsonObject, parseJsonObject } from '../webhook/json';
import { type RefusalCode, refusalCodes } from '../webhook/refusal';
import { printable } from './printable';

/** Milliseconds: a provider does not wait longer either. */
export const TIMEOUT = 30_000;

/** Bytes that are read: the answer of a trigger is far shorter. */
const LIMIT = 64 * 1024;

/** Characters that are shown of a hint, and of why there is no answer. */
const LONGEST_HINT = 300;
const LONGEST_REASON = 400;

const results = ['accepted', 'ignored', 'duplicate', 'refused'] as const;

/** What the body of a trigger's answer tells. */
export interface Told {
	readonly result: (typeof results)[number];
	readonly code?: RefusalCode;
	readonly hint?: string;
	readonly events?: number;
}

/** What came back for a delivery, as it may be shown. */
export interface Answer {
	readonly status: number;
	/** Of a trigger what it tells; else a few words about a body that is not shown, or nothing where there is none. */
	readonly body: Told | string;
}

/** What n8n means by 404, whatever it says beside it. */
export const NOT_FOUND = 'the workflow is not published, or the editor does not listen for a test event';

/**
 * Reads an answer of somebody who may mean no good. They may repeat what they were sent, in whichever encoding: only
 * what a trigger answers is shown of it.
 * @param chunks the bytes of the body, null when there is none
 * @param mask what to do to each text first
 */
export async function readAnswer(
	status: number,
	chunks: AsyncIterable<Uint8Array> | null,
	mask: (text: string) => string,
): Promise<Answer> {
	const read: Uint8Array[] = [];
	let length = 0;
	for await (const chunk of chunks ?? []) {
		read.push(chunk);
		length += chunk.length;
		// To leave the loop ends the connection.
		if (length > LIMIT) break;
	}
	if (length === 0) return { status, body: '' };
	const body = length > LIMIT ? null : parseJsonObject(new TextDecoder().decode(Buffer.concat(read)));
	return { status, body: toldBy(body ?? {}, mask) ?? notShown(status, length) };
}

/** @returns null when it is not the answer of a trigger */
function toldBy(body: JsonObject, mask: (text: string) => string): Told | null {
	const result = results.find((known) => known === body.result);
	if (result === undefined) return null;
	const code = refusalCodes.find((known) => known === body.code);
	return {
		result,
		...(code !== undefined && { code }),
		...(typeof body.hint === 'string' && { hint: hintOf(mask(body.hint)) }),
		...(typeof body.events === 'number' && { events: body.events }),
	};
}

/** No hint of a trigger has so long a word, but a digest in another encoding is one. */
function hintOf(text: string): string {
	return printable(beginning(text.replace(/\S{32,}/gu, '…'), LONGEST_HINT));
}

function notShown(status: number, length: number): string {
	const bytes = length > LIMIT ? `more than ${LIMIT} bytes` : `${length} bytes`;
	const meaning = status === 404 ? ` (404: ${NOT_FOUND})` : '';
	return `not the answer of a trigger: ${bytes}, not shown${meaning}`;
}

/**
 * Why there is no answer, as a sentence. What is thrown may hold the request, and with it the signature.
 * @param mask what to do to a text of somebody else first
 */
export function noAnswer(url: string, thrown: unknown, timeout: AbortSignal, mask: (text: string) => string): string {
	const { cause, message } = thrown as Error;
	const { message: deeper = '', code = '' } = (cause ?? {}) as { message?: string; code?: string };
	const why = timeout.aborted ? `none in ${TIMEOUT / 1000} seconds` : mask(deeper || code || message);
	return `There is no answer from ${url}: ${printable(beginning(why, LONGEST_REASON))}.`;
}

/** Cuts between characters. */
function beginning(text: string, longest: number): string {
	return Array.from(text).slice(0, longest).join('');
}
