import { until } from './poll.mjs';

/** An answer of n8n other than 2xx. */
export class RestError extends Error {
	/**
	 * @param {string} request as in 'POST /rest/login'
	 * @param {number} status
	 * @param {any} body
	 */
	constructor(request, status, body) {
		super(`${request}: ${status} ${typeof body === 'string' ? body : JSON.stringify(body)}`);
		this.status = status;
		this.body = body;
	}
}

/** Signs in where nothing but this machine can reach it, to a database that is soon deleted. */
export const OWNER = {
	email: 'demo@n8n-nodes-kyc.example',
	password: 'Demo-of-n8n-1',
	firstName: 'Demo',
	lastName: 'Owner',
};

/** The two HTTP interfaces of an n8n: the editor's own, with a cookie, and the public one, with a key. */
export class Rest {
	/** @type {string | undefined} */
	#cookie;
	/** @type {string | undefined} */
	#apiKey;

	/**
	 * @param {string} base as in http://127.0.0.1:5678
	 * @param {{ cookie?: string, apiKey?: string }} [access] of somebody who has signed in already
	 */
	constructor(base, { cookie, apiKey } = {}) {
		this.base = base;
		this.#cookie = cookie;
		this.#apiKey = apiKey;
	}

	/**
	 * For `constructor`: n8n limits how often one may sign in, and older ones make the same key twice within a second.
	 * @returns {Promise<{ cookie: string, apiKey: string }>}
	 */
	async access() {
		return { cookie: this.#cookie, apiKey: this.#apiKey ?? (await this.createApiKey()) };
	}

	/**
	 * Calls the editor's interface, signed in once `setupOwner` or `login` was called.
	 * @param {string} method
	 * @param {string} path begins with /rest/
	 * @param {unknown} [body] sent as JSON
	 * @param {Record<string, string>} [headers]
	 * @returns {Promise<any>} the answer without n8n's envelope
	 * @throws {RestError}
	 */
	async rest(method, path, body, headers) {
		const signedIn = this.#cookie ? { cookie: this.#cookie } : {};
		const response = await this.#send(method, path, body, { ...signedIn, ...headers });
		const cookie = response.headers.getSetCookie().find((entry) => entry.startsWith('n8n-auth='));
		if (cookie) this.#cookie = cookie.split(';')[0];
		const answer = await read(response, `${method} ${path}`);
		return answer?.data ?? answer;
	}

	/** Creates the owner and signs in. */
	async setupOwner(owner = OWNER) {
		// An n8n before 2.x is ready before this interface is.
		await until(() => this.rest('GET', '/rest/options/timezones').catch(() => null), {
			otherwise: () => `${this.base}/rest/options/timezones did not come up`,
		});
		await this.rest('POST', '/rest/owner/setup', owner);
	}

	/**
	 * Executes a workflow by hand, as the editor's button does; from a webhook, that is listening for a test event.
	 * @param {string} workflowId
	 * @param {string} trigger the name of the node that it begins with
	 */
	async execute(workflowId, trigger) {
		const workflowData = await this.rest('GET', `/rest/workflows/${workflowId}`);
		const run = { workflowData, triggerToStartFrom: { name: trigger } };
		await this.rest('POST', `/rest/workflows/${workflowId}/run`, run, { 'push-ref': crypto.randomUUID() });
	}

	/** Signs in to an n8n that has its owner already. */
	async login({ email, password } = OWNER) {
		await this.rest('POST', '/rest/login', { emailOrLdapLoginId: email, password });
	}

	/**
	 * Creates a key that may do all that its user may; needs to be signed in.
	 * @returns {Promise<string>} the key, which `api` uses from now on
	 */
	async createApiKey() {
		const scopes = await this.rest('GET', '/rest/api-keys/scopes');
		const key = await this.rest('POST', '/rest/api-keys', {
			label: `test ${crypto.randomUUID()}`,
			scopes,
			expiresAt: null,
		});
		this.#apiKey = key.rawApiKey;
		return key.rawApiKey;
	}

	/**
	 * Calls the public interface; creates a key if need be.
	 * @param {string} method
	 * @param {string} path begins with /api/v1/
	 * @param {unknown} [body] sent as JSON
	 * @returns {Promise<any>}
	 * @throws {RestError}
	 */
	async api(method, path, body) {
		const key = this.#apiKey ?? (await this.createApiKey());
		return read(await this.#send(method, path, body, { 'x-n8n-api-key': key }), `${method} ${path}`);
	}

	#send(method, path, body, headers) {
		const json = body === undefined ? {} : { 'content-type': 'application/json' };
		return fetch(`${this.base}${path}`, {
			method,
			// A connection that is kept may be closed by the other side just when it is used again.
			headers: { ...json, connection: 'close', ...headers },
			body: body === undefined ? undefined : JSON.stringify(body),
		});
	}
}

/**
 * @param {Response} response
 * @param {string} request
 */
async function read(response, request) {
	const text = await response.text();
	const isJson = response.headers.get('content-type')?.includes('json');
	const body = isJson ? JSON.parse(text) : text;
	if (!response.ok) throw new RestError(request, response.status, body);
	return body;
}
