/** A provider refused, or did not answer as it documents. No text of it holds a secret. */
export class ApiError extends Error {
	/**
	 * @param message what happened, one sentence
	 * @param advice what to do, or the provider's own reason
	 * @param status HTTP status of the answer, where there was one
	 */
	constructor(
		message: string,
		readonly advice: string,
		readonly status?: number,
	) {
		super(message);
	}
}

/**
 * For look-ups that may find nothing.
 * @throws any other error again
 */
export function noneIfNotFound(error: unknown): null {
	if (error instanceof ApiError && error.status === 404) return null;
	throw error;
}

/** What the user gave cannot be sent. */
export class InputError extends Error {
	/**
	 * @param message what is wrong, one sentence
	 * @param advice what to do
	 */
	constructor(
		message: string,
		readonly advice: string,
	) {
		super(message);
	}
}

/** Most characters of a provider's own text. */
const MAX_REASON = 500;

/**
 * The error for an answer other than 2xx.
 * @param reason the provider's own, already without secrets
 */
export function refusedBy(displayName: string, status: number, reason: string | null): ApiError {
	const told = reason === null ? '' : `: ${reason.slice(0, MAX_REASON).trim()}`;
	return new ApiError(`${displayName} refused the request${told}`, adviceFor(displayName, status), status);
}

function adviceFor(displayName: string, status: number): string {
	if (status === 401 || status === 403) {
		return `Check the credential: ${displayName} does not accept its key, or the key lacks the right for this.`;
	}
	if (status === 404) {
		return 'This key finds nothing with that ID. A test key does not find what a live key has made, and the other way round.';
	}
	if (status === 402) return `${displayName} asks for payment or for another plan.`;
	if (status === 409) return `${displayName} has this already, or is still busy with it.`;
	if (status === 429) return 'Too many requests. Send fewer at a time, or try again later.';
	if (status >= 500) return `${displayName} has a problem of its own. Try again later.`;
	if (status >= 300 && status < 400)
		return 'It answered with a redirect, which is never followed with a key. Check the base URL.';
	return 'Correct what the provider names and run the node again.';
}
