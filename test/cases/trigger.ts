import { gunzipSync } from 'node:zlib';
import type { IDataObject, IExecuteFunctions, INodeExecutionData, INodeType, IWebhookFunctions } from 'n8n-workflow';
import { evaluated } from '../support/expression';
import { load, nodeFiles } from '../support/package';

/** One HTTP request. */
export interface Request {
	readonly headers: Readonly<Record<string, string>>;
	readonly body: Buffer;
}

/** What became of a request. */
export interface Outcome {
	readonly http: number;
	readonly body: IDataObject;
	/** Each item with the name of the output that it came out of. */
	readonly items: readonly (readonly [output: string, json: IDataObject])[];
}

/** A trigger as n8n holds it, with all that its workflow has seen. */
export interface Trigger {
	receive(request: Request, now: number): Promise<Outcome>;
}

let workflows = 0;

/** Sets up the trigger of a workflow of its own. */
export async function triggerOf(
	node: string,
	credentialType: string,
	credential: IDataObject,
	parameters: IDataObject,
): Promise<Trigger> {
	const file = nodeFiles.find((name) => name.endsWith(`/${node.charAt(0).toUpperCase()}${node.slice(1)}.node.ts`));
	if (!file) throw new Error(`There is no node ${node}.`);
	const nodeType = await load<INodeType>(file);
	const workflowId = `case ${++workflows}`;
	const shared = {
		getNode: () => ({ id: 'node', name: 'Trigger' }),
		getWorkflow: () => ({ id: workflowId }),
		getMode: () => 'webhook',
		logger: { warn: () => {} },
	};
	const names = outputNames(nodeType, parameters);
	return {
		async receive(request, now) {
			jest.spyOn(Date, 'now').mockReturnValue(now);
			const response = new Response();
			const { workflowData, webhookResponse } =
				(await nodeType.webhook?.call({
					...shared,
					getRequestObject: () => requestOf(request),
					getResponseObject: () => response,
					getNodeParameter: (name: string, fallback: unknown) => parameters[name] ?? fallback,
					getCredentials: (type: string) =>
						type === credentialType ? Promise.resolve(credential) : Promise.reject(new Error(type)),
				} as unknown as IWebhookFunctions)) ?? {};
			if (webhookResponse !== undefined) response.status(200).json(webhookResponse as IDataObject);
			const items = workflowData?.[0];
			const outputs = items === undefined ? [] : await execute(items);
			return { http: response.statusCode, body: response.body, items: outputs };
		},
	};

	async function execute(input: INodeExecutionData[]): Promise<(readonly [string, IDataObject])[]> {
		const outputs = await nodeType.execute?.call({
			...shared,
			getInputData: () => input,
			getNodeParameter: (name: string, _: number, fallback: unknown) => parameters[name] ?? fallback,
		} as unknown as IExecuteFunctions);
		return (outputs as INodeExecutionData[][]).flatMap((items, index) =>
			items.map(({ json }) => [names[index] ?? `output ${index}`, json] as const),
		);
	}
}

/** As n8n evaluates the node's `outputs`. */
function outputNames({ description }: INodeType, parameters: IDataObject): string[] {
	const outputs = evaluated<{ displayName: string }[]>(String(description.outputs), parameters);
	return outputs.map(({ displayName }) => displayName);
}

/** n8n inflates what is compressed before the node sees it, and leaves the headers as they are. */
function requestOf({ headers, body }: Request) {
	const lowered = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
	const rawBody = lowered['content-encoding'] === 'gzip' ? gunzipSync(body) : body;
	return { headers: lowered, rawBody, readRawBody: async () => {} };
}

/** As much of Node's and Express's response as is used. */
class Response {
	statusCode = 200;
	closed = false;
	writableFinished = false;
	body: IDataObject = {};

	status(statusCode: number): this {
		this.statusCode = statusCode;
		return this;
	}

	json(body: IDataObject): this {
		this.body = body;
		this.end();
		return this;
	}

	once(): void {}

	end(): void {
		this.writableFinished = true;
	}
}
