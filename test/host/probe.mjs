const PATIENCE = 5000;

/**
 * Asks whether n8n takes requests.
 * @param {string} base as in http://127.0.0.1:5678
 * @returns {Promise<boolean>} false also when nobody listens
 */
export async function isReady(base) {
	const response = await ask(`${base}/healthz/readiness`);
	return response?.status === 200;
}

/**
 * Asks whether a webhook is registered, by the question that browsers ask before they send: it reaches no
 * node, so it starts nothing and refuses nothing.
 * @param {string} url
 * @returns {Promise<boolean>}
 */
export async function takesPosts(url) {
	const response = await ask(url, {
		method: 'OPTIONS',
		headers: { origin: 'http://localhost', 'access-control-request-method': 'POST' },
	});
	return response?.headers.get('access-control-allow-methods')?.includes('POST') ?? false;
}

/** @returns {Promise<Response | null>} null when there is none */
async function ask(/** @type {string} */ url, /** @type {RequestInit} */ init) {
	try {
		const response = await fetch(url, { ...init, signal: AbortSignal.timeout(PATIENCE) });
		await response.arrayBuffer();
		return response;
	} catch {
		return null;
	}
}
