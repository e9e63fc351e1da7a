import { EventEmitter } from 'node:events';
import type { IDataObject, IWebhookFunctions, WorkflowExecuteMode } from 'n8n-workflow';
import { approved, declined, started, unknown } from '../../webhook/outcome';
import type { Provider, ProviderEvent } from '../../webhook/provider';
import { refuse, type RefusalCode } from '../../webhook/refusal';

const outcomes = { approved, declined, started, unknown };

/** What a delivery of the provider below tells. */
export interface Told {
	readonly id: string;
	readonly outcome?: keyof typeof outcomes;
	readonly type?: string;
	readonly environment?: 'live' | 'test';
	readonly occurredAt?: string;
}

/** A provider whose deliveries say in a header for which reason they are to be refused. */
export const provider: Provider = {
	id: 'example',
	displayName: 'Example',
	credential: {
		type: 'exampleWebhookApi',
		fields: [
			{ name: 'key', label: 'Signing Key', required: true },
			{ name: 'previousKey', label: 'Previous Signing Key', required: false },
		],
	},
	tolerance: 300,
	parameters: ['approvedWhen'],
	authenticate({ rawBody, headers }, _, { tolerance }) {
		const code = headers['x-refuse'] as RefusalCode | undefined;
		return code ? refuse(code, `Refused at a tolerance of ${tolerance} seconds.`) : { ok: true, payload: rawBody };
	},
	read: (payload, { parameters }) =>
		(payload.events as Told[]).map(
			({ id, outcome = 'approved', type = 'done', environment = null, occurredAt = null }): ProviderEvent => ({
				...outcomes[outcome],
				selector: type,
				environment,
				check: null,
				eventId: id,
				eventType: type,
				providerStatus: String(parameters.approvedWhen),
				verificationId: 'v1',
				externalId: null,
				subject: { id: null, type: null, email: null, phone: null, name: null },
				occurredAt,
				payload,
			}),
		),
};

/** As much of Node's and Express's response as is used. */
export class Response extends EventEmitter {
	statusCode = 200;
	closed = false;
	writableFinished = false;
	/** What was answered by the trigger itself. */
	readonly answers: { readonly status: number; readonly body: unknown }[] = [];

	status(statusCode: number): this {
		this.statusCode = statusCode;
		return this;
	}

	json(body: unknown): this {
		this.answers.push({ status: this.statusCode, body });
		return this;
	}

	end(): void {
		this.writableFinished = true;
	}

	/** n8n answers, whether or not the sender is still there. */
	finish(statusCode: number): void {
		this.statusCode = statusCode;
		this.end();
		if (!this.closed) this.abort();
	}

	/** The connection is gone. */
	abort(): void {
		this.closed = true;
		this.emit('close');
	}
}

export interface Circumstances {
	readonly events?: readonly Told[];
	readonly headers?: Readonly<Record<string, string>>;
	readonly body?: Buffer;
	/** The sender's address. */
	readonly ip?: string;
	/** What n8n says when it is asked for the credential. */
	readonly credential?: IDataObject | Error;
	readonly parameters?: IDataObject;
	readonly mode?: WorkflowExecuteMode;
	readonly workflowId?: string;
	readonly nodeId?: string;
	readonly response?: object;
	/** What the user set on n8n's own Settings tab. */
	readonly settings?: { readonly executeOnce?: boolean };
	readonly nodeName?: string;
}

let workflows = 0;

/** The id of a workflow that no other test has used: what was seen is remembered for the whole process. */
export function newWorkflowId(): string {
	return `workflow ${++workflows}`;
}

/** As much of n8n's context as is used. */
export function webhookContext({
	events = [{ id: 'e1' }],
	headers = {},
	body = Buffer.from(JSON.stringify({ events })),
	ip,
	credential = { key: 'hush-hush', previousKey: '' },
	parameters = {},
	mode = 'webhook',
	workflowId = newWorkflowId(),
	nodeId = 'node',
	response = new Response(),
	settings = {},
	nodeName = 'My Trigger',
}: Circumstances = {}) {
	const warnings: string[] = [];
	const context = {
		getRequestObject: () => ({ ip, headers, rawBody: body, readRawBody: async () => {} }),
		getResponseObject: () => response,
		getNode: () => ({ id: nodeId, name: nodeName, ...settings }),
		getWorkflow: () => ({ id: workflowId }),
		getMode: () => mode,
		getNodeParameter: (name: string, fallback: unknown) => parameters[name] ?? fallback,
		async getCredentials(type: string) {
			if (type !== provider.credential.type) throw new Error(`No credential of the type ${type}`);
			if (credential instanceof Error) throw credential;
			return credential;
		},
		logger: { warn: (message: string) => warnings.push(message) },
	} as unknown as IWebhookFunctions;
	return { context, warnings };
}
