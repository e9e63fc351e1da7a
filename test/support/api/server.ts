import type { IDataObject } from 'n8n-workflow';
import type { Api } from '../../../api/api';
import type { KycEvent } from '../../../webhook/event';
import type { JsonObject } from '../../../webhook/json';
import type { Provider } from '../../../webhook/provider';

/** One request as it comes over the wire. */
export interface ServerRequest {
	readonly host: string;
	readonly method: string;
	/** With the query. */
	readonly path: string;
	/** Names in lower case. */
	readonly headers: Readonly<Record<string, string | undefined>>;
	readonly body: Buffer;
}

export interface ServerAnswer {
	readonly status: number;
	readonly body?: unknown;
	readonly headers?: Readonly<Record<string, string>>;
}

/** One state of a verification, as a webhook tells it and as the API answers it. */
export interface State {
	readonly name: string;
	/** Whose resource is looked up. */
	readonly verificationId: string;
	/** The payload of a webhook, decrypted. */
	readonly delivery: JsonObject;
	readonly status: KycEvent['status'];
	/** Parameters that the trigger and the action node share. */
	readonly parameters?: IDataObject;
}

/**
 * A provider's API as its documentation describes it, for tests. It refuses what the provider would refuse: a wrong
 * path, method, header, signature or body.
 */
export interface ApiServer {
	readonly api: Api;
	readonly provider: Provider;
	readonly hosts: readonly string[];
	readonly credential: Readonly<Record<string, string>>;
	/** A credential that the provider does not know. */
	readonly wrongCredential: Readonly<Record<string, string>>;
	/** Node parameters of Create, with all fields that the node has. */
	readonly create: IDataObject;
	/** What the item of that Create must hold. */
	readonly created: IDataObject;
	readonly states: readonly State[];
	/** The links and codes in answers that let their holder in, as the provider names them. */
	readonly forThePerson?: readonly string[];
	/** An id that has the right form and that the provider does not know. */
	readonly unknownId: string;
	/** Words of the provider's that must stand in the message of the error of an unknown id. */
	readonly unknownReason: string | RegExp;
	handle(request: ServerRequest): ServerAnswer;
	/** The webhooks that are registered, where the API can do that; what was deleted is gone. */
	readonly webhooks?: Map<string, ServerWebhook>;
}

export interface ServerWebhook {
	readonly url: string;
	readonly enabled: boolean;
	readonly secret: string;
}

/** What the answers of every server hold besides: nothing of it may reach an item. */
export const SECRETS = {
	client_secret: 'secret-client-secret',
	sdk_token: 'secret-sdk-token',
	'session-token': 'secret-session-token',
	sessionToken: 'secret-sessiontoken',
	session_token: 'secret-session_token',
	accessToken: 'secret-access-token',
	authToken: 'secret-auth-token',
	tokenString: 'secret-token-string',
	otp: 'secret-otp',
} as const;

/** A server whose lists never end: the first page comes again and again, and more are said to follow. */
export function withoutEnd(server: ApiServer): ApiServer['handle'] {
	const answers = new Map<string, ServerAnswer>();
	let asked = 0;
	return (request) => {
		asked += 1;
		if (asked > 100) throw new Error('It is asked without end');
		const [path = ''] = request.path.split('?');
		const { body, ...answer } = answers.get(path) ?? server.handle(request);
		answers.set(path, { body, ...answer });
		const more = { next: '/more', links: { next: '/more' }, has_more: true, meta: { next_page: asked } };
		return {
			...answer,
			body: Array.isArray(body) ? body : { ...(body as object), ...more, pages: 1e9, totalPages: 1e9 },
		};
	};
}

export function jsonOf({ body }: Pick<ServerRequest, 'body'>): JsonObject {
	return JSON.parse(body.toString()) as JsonObject;
}
