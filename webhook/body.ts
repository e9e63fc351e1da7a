import { refuse, type Refusal } from './refusal';

/** Most bytes of a body, before any cryptography: 1 MiB. */
export const MAX_BODY_BYTES = 1024 * 1024;

/** What is needed of n8n's request: it reads the body itself for some content types only. */
export interface BodySource {
	rawBody?: Buffer | undefined;
	readRawBody(): Promise<void>;
}

/** The raw body of a request. */
export async function readBody(request: BodySource): Promise<{ ok: true; rawBody: Buffer } | Refusal> {
	try {
		if (!request.rawBody) await request.readRawBody();
	} catch (error) {
		return (error as { type?: unknown }).type === 'entity.too.large' ? tooLarge() : unreadable();
	}
	const { rawBody } = request;
	if (!Buffer.isBuffer(rawBody)) return unreadable();
	return rawBody.length > MAX_BODY_BYTES ? tooLarge() : { ok: true, rawBody };
}

function tooLarge(): Refusal {
	return refuse('body_too_large', `The body is larger than ${MAX_BODY_BYTES} bytes.`);
}

function unreadable(): Refusal {
	return refuse('body_unreadable', 'The body cannot be read; check the Content-Type and Content-Encoding headers.');
}
