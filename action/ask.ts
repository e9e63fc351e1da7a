import type { IExecuteFunctions, IHookFunctions, ILoadOptionsFunctions, JsonObject as Json } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';
import type { Api, ApiRequest, Ask } from '../api/api';
import { ApiError, refusedBy } from '../api/errors';
import { formOf } from '../api/form';
import { idempotencyKey } from '../api/idempotency';
import { hide } from '../api/hide';
import { readAnswer } from './answer';

/** From the first byte that is sent to the last that is read, in milliseconds. */
const TIME_LIMIT = 30_000;

/** Longest wait that a provider may ask for, in seconds. */
const MAX_RETRY_AFTER = 30;

type Context = IExecuteFunctions | ILoadOptionsFunctions | IHookFunctions;

/** How the operations of a node send their requests: through n8n, which adds the credential. */
export async function askThrough(context: Context, api: Api): Promise<Ask> {
	const credential = await context.getCredentials<Json>(api.credentialType);
	const { displayName } = api.provider;
	const baseUrl = typeof api.baseUrl === 'string' ? api.baseUrl : api.baseUrl(credential);

	return async (request) => {
		const first = await send(request);
		const answer = first.status === 429 ? await again(request, first) : first;
		if (answer.status < 200 || answer.status > 299) {
			const reason = api.reasonOf(parsed(answer.text) ?? {});
			throw refusedBy(displayName, answer.status, reason && hide(reason, credential));
		}
		if (answer.text.trim() === '') return null;
		const json = parsed(answer.text);
		if (json === undefined) {
			throw new ApiError(
				`${displayName} answered with something other than JSON`,
				'Something between n8n and the provider may have answered instead, such as a proxy. Try again later.',
				answer.status,
			);
		}
		return json;
	};

	async function again(request: ApiRequest, refused: Awaited<ReturnType<typeof send>>) {
		const seconds = secondsUntil(refused.headers['retry-after'] ?? 1);
		if (!(seconds >= 0 && seconds <= MAX_RETRY_AFTER)) return refused;
		await sleep(seconds * 1000);
		return await send(request);
	}

	async function send(request: ApiRequest) {
		const { method, path, json, form, startsVerification } = request;
		const headers: Record<string, string> = { accept: 'application/json' };
		const body = json ? JSON.stringify(json) : form ? formOf(form) : undefined;
		if (json) headers['content-type'] = 'application/json';
		if (form) headers['content-type'] = 'application/x-www-form-urlencoded';
		if (startsVerification && api.idempotencyHeader) {
			headers[api.idempotencyHeader] = idempotencyKey(context.getWorkflow().id, context.getNode().id, body);
		}
		const url = `${request.baseUrl ?? baseUrl}${path}`;
		return await readAnswer(
			context.helpers.httpRequestWithAuthentication.call(context, api.credentialType, {
				method,
				url,
				headers,
				body,
				encoding: 'stream',
				returnFullResponse: true,
				ignoreHttpStatusErrors: true,
				disableFollowRedirect: true,
				timeout: TIME_LIMIT,
			}),
			displayName,
			TIME_LIMIT,
		);
	}
}

/** A number of seconds or a date: https://www.rfc-editor.org/rfc/rfc9110#field.retry-after. */
function secondsUntil(retryAfter: unknown): number {
	const seconds = Number(retryAfter);
	return Number.isNaN(seconds) ? Math.max(0, (Date.parse(String(retryAfter)) - Date.now()) / 1000) : seconds;
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return undefined;
	}
}
