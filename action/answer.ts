import type { IN8nHttpFullResponse } from 'n8n-workflow';
import { ApiError } from '../api/errors';

/** Most bytes of an answer: many times what any provider sends about one person. */
const MAX_BYTES = 8 * 1024 * 1024;

export interface Answer {
	readonly status: number;
	/** Names in lower case. */
	readonly headers: Readonly<Record<string, unknown>>;
	readonly text: string;
}

/**
 * Reads an answer that comes as a stream.
 * @param milliseconds until the last byte
 * @throws ApiError when there is none in time, or it is too large
 */
export async function readAnswer(asked: Promise<unknown>, displayName: string, milliseconds: number): Promise<Answer> {
	const limit = timeLimit(displayName, milliseconds);
	// A request that fails after the time is over must not end n8n.
	asked.catch(() => {});
	const response = (await Promise.race([
		asked.catch((error) => fail(displayName, error)),
		limit,
	])) as IN8nHttpFullResponse;
	const stream = response.body as AsyncIterable<Buffer> & { destroy(): void };
	try {
		const body = await Promise.race([readAll(stream, displayName), limit]);
		return { status: response.statusCode, headers: response.headers, text: body.toString() };
	} finally {
		stream.destroy();
	}
}

async function readAll(stream: AsyncIterable<Buffer>, displayName: string): Promise<Buffer> {
	const chunks: Buffer[] = [];
	let size = 0;
	try {
		for await (const chunk of stream) {
			size += chunk.length;
			if (size > MAX_BYTES) break;
			chunks.push(chunk);
		}
	} catch (error) {
		return fail(displayName, error);
	}
	if (size <= MAX_BYTES) return Buffer.concat(chunks);
	throw new ApiError(
		`The answer of ${displayName} is larger than ${MAX_BYTES / 1024 / 1024} MiB`,
		'Ask for less: a lower limit, or a later date.',
	);
}

async function timeLimit(displayName: string, milliseconds: number): Promise<never> {
	const signal = AbortSignal.timeout(milliseconds);
	await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
	throw tooLate(displayName);
}

function tooLate(displayName: string): ApiError {
	return new ApiError(
		`${displayName} did not answer in time`,
		'Whether it took the request is not known. Look the verification up before you begin another one.',
	);
}

/** Of n8n's error only the code is taken: the rest may hold the request. */
function fail(displayName: string, error: unknown): never {
	throw codesOf(error).some((code) => code === 'ECONNABORTED' || code === 'ETIMEDOUT')
		? tooLate(displayName)
		: new ApiError(
				`${displayName} could not be reached${codesOf(error)
					.slice(0, 1)
					.map((code) => ` (${code})`)
					.join('')}`,
				'Check the network and proxy of n8n, and the base URL of the credential if it has one.',
			);
}

function codesOf(error: unknown): string[] {
	const { code, cause } = (error ?? {}) as { code?: unknown; cause?: unknown };
	const codes = typeof code === 'string' && /^[A-Z_]{3,40}$/.test(code) ? [code] : [];
	return cause === undefined || cause === error ? codes : [...codes, ...codesOf(cause)];
}
