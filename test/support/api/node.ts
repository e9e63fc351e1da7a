import { Readable } from 'node:stream';
import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	IDataObject,
	IExecuteFunctions,
	IHttpRequestOptions,
	INodeExecutionData,
	INodeType,
} from 'n8n-workflow';
import { askThrough } from '../../../action/ask';
import type { Ask } from '../../../api/api';
import { load } from '../package';
import type { ApiServer, ServerAnswer, ServerRequest } from './server';

/** What n8n would know of an execution. */
export interface Surroundings {
	readonly continueOnFail?: boolean;
	readonly mode?: 'manual' | 'trigger';
	readonly type?: string;
	readonly nodeId?: string;
	readonly credential?: Readonly<Record<string, string>>;
	/** Instead of the server's own. */
	readonly handle?: (request: ServerRequest) => ServerAnswer;
	readonly items?: number;
}

export interface Run {
	readonly items: INodeExecutionData[];
	readonly requests: ServerRequest[];
}

/** Runs the node of a provider with the requests going to its server, as n8n would send them. */
export async function runNode(server: ApiServer, parameters: IDataObject, around: Surroundings = {}): Promise<Run> {
	const { context, nodeType, requests } = await n8nAround(server, parameters, around);
	const [items = []] = ((await nodeType.execute?.call(context)) ?? []) as INodeExecutionData[][];
	return { items, requests };
}

/** How a node asks the server of a provider through n8n, where no operation of the node does. */
export async function askServer(server: ApiServer, around: Surroundings = {}): Promise<Ask> {
	const { context } = await n8nAround(server, {}, around);
	return await askThrough(context, server.api);
}

async function n8nAround(server: ApiServer, parameters: IDataObject, around: Surroundings) {
	const name = server.api.credentialType.replace(/KycApi$/, '');
	const upper = name.charAt(0).toUpperCase() + name.slice(1);
	const nodeType = await load<INodeType>(`nodes/${upper}/${upper}.node.ts`);
	const credentialType = await load<ICredentialType>(`credentials/${upper}KycApi.credentials.ts`);
	const credential = { ...(around.credential ?? server.credential) };
	const requests: ServerRequest[] = [];
	const defaults = Object.fromEntries(nodeType.description.properties.map((one) => [one.name, one.default]));
	const given: IDataObject = { ...defaults, resource: 'verification', ...parameters };

	const context = {
		getInputData: () => Array.from({ length: around.items ?? 1 }, () => ({ json: {} })),
		getNodeParameter: (parameter: string, _: number, fallback: unknown, options?: { extractValue?: boolean }) => {
			const value = given[parameter] ?? fallback;
			const isLocator = options?.extractValue && typeof value === 'object' && value !== null && 'mode' in value;
			return isLocator ? (value as IDataObject).value : value;
		},
		getCredentials: async () => credential,
		getNode: () => ({
			id: around.nodeId ?? 'node-1',
			name: upper,
			type: around.type ?? `n8n-nodes-kyc.${name}`,
			typeVersion: 1,
		}),
		getWorkflow: () => ({ id: 'workflow-1' }),
		getMode: () => around.mode ?? 'trigger',
		getTimezone: () => 'Europe/Berlin',
		continueOnFail: () => around.continueOnFail ?? false,
		helpers: {
			httpRequestWithAuthentication: async (type: string, options: IHttpRequestOptions) => {
				expect(type).toBe(server.api.credentialType);
				const request = wireOf(await authenticated(credentialType, credential, options));
				requests.push(request);
				const { status, body, headers = {} } = (around.handle ?? server.handle)(request);
				const text = typeof body === 'string' ? body : body === undefined ? '' : JSON.stringify(body);
				return { statusCode: status, headers, body: Readable.from([Buffer.from(text)]) };
			},
		},
	};
	return { context: context as unknown as IExecuteFunctions, nodeType, requests };
}

async function authenticated(
	{ authenticate }: ICredentialType,
	credential: ICredentialDataDecryptedObject,
	options: IHttpRequestOptions,
): Promise<IHttpRequestOptions> {
	if (typeof authenticate === 'function') return await authenticate(credential, options);
	const { headers = {}, auth } = authenticate?.properties ?? {};
	const fill = (text: unknown) =>
		String(text)
			.replace(/^=/, '')
			.replace(/\{\{\s*\$credentials\.(\w+)\s*\}\}/g, (_, name: string) => String(credential[name]));
	const filled = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, fill(value)]));
	const basic = auth && { authorization: `Basic ${btoa(`${fill(auth.username)}:${fill(auth.password)}`)}` };
	return { ...options, headers: { ...options.headers, ...filled, ...basic } };
}

function wireOf({ url, method = 'GET', headers = {}, body }: IHttpRequestOptions): ServerRequest {
	const { host, pathname, search } = new URL(url);
	const lowered = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]);
	return {
		host,
		method,
		path: `${pathname}${search}`,
		headers: { 'user-agent': 'n8n', ...(Object.fromEntries(lowered) as Record<string, string>) },
		body: Buffer.from(typeof body === 'string' ? body : ''),
	};
}
