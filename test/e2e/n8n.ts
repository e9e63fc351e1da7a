import { randomUUID } from 'node:crypto';
import { executions, itemsByOutput, waitForExecutions } from '../host/executions.mjs';
import { until } from '../host/poll.mjs';
import { takesPosts } from '../host/probe.mjs';
import { Rest } from '../host/rest.mjs';
import { TRIGGER, workflow } from '../host/workflow.mjs';
import type { KycEvent } from '../../webhook/event';
import type { Provider } from '../../webhook/provider';

/** The running n8n that `setup.mjs` started. */
export const n8n = new Rest(String(process.env.KYC_E2E_URL), JSON.parse(String(process.env.KYC_E2E_ACCESS)));

export async function rest(method: string, path: string, body?: unknown, headers?: Record<string, string>) {
	return n8n.rest(method, path, body, headers);
}

/** The executions that n8n has stored of a workflow, when there are so many. */
export function stored(workflowId: string, count: number) {
	return waitForExecutions(n8n, workflowId, count);
}

/** A workflow of one trigger in the running n8n. */
export interface Deployed {
	readonly id: string;
	readonly url: string;
	readonly testUrl: string;
	/** How many executions n8n has stored of it. */
	executionCount(): Promise<number>;
	/** The events of its executions by output, the oldest execution first, when there are so many. */
	events(executionCount: number): Promise<KycEvent[][][]>;
}

type DeployOptions = { publish?: boolean } & Partial<Pick<Parameters<typeof workflow>[0], 'end' | 'settings'>>;

/**
 * Creates a credential and a workflow that uses it; publishes it unless it is told not to. `end` and `settings`: see
 * `workflow`.
 */
export async function deploy(
	provider: Pick<Provider, 'credential' | 'displayName'>,
	secrets: Readonly<Record<string, unknown>>,
	parameters: Record<string, unknown> = {},
	{ publish = true, end, settings }: DeployOptions = {},
): Promise<Deployed> {
	const { type } = provider.credential;
	const name = `${provider.displayName} ${randomUUID()}`;
	const credential = await n8n.rest('POST', '/rest/credentials', { name, type, data: secrets });
	const webhookId = randomUUID();
	const {
		id: _,
		active: __,
		...definition
	} = workflow({
		id: webhookId,
		name,
		triggerType: `n8n-nodes-kyc.${type.replace(/^kycWebhookApi$/, 'kycWebhookTrigger').replace(/WebhookApi$/, 'Trigger')}`,
		triggerParameters: parameters,
		credential: { type, id: credential.id, name },
		webhookId,
		end,
		settings,
	});
	const { id } = await n8n.api('POST', '/api/v1/workflows', definition);
	const url = `${n8n.base}/webhook/${webhookId}/webhook`;
	if (publish) {
		await n8n.api('POST', `/api/v1/workflows/${id}/activate`);
		await until(() => takesPosts(url), { otherwise: () => `${name} did not come up` });
	}
	const oldestFirst = (found: { id: string }[]) => found.sort((one, other) => Number(one.id) - Number(other.id));
	return {
		id,
		url,
		testUrl: url.replace('/webhook/', '/webhook-test/'),
		executionCount: async () => (await executions(n8n, id)).length,
		events: async (count) =>
			oldestFirst(await waitForExecutions(n8n, id, count)).map((execution) => itemsByOutput(execution, TRIGGER)),
	};
}

export interface Answer {
	readonly status: number;
	readonly body: { result?: string; code?: string; hint?: string; events?: number };
}

/** Posts a delivery as a provider would. `contentType` null sends none. */
export async function post(
	url: string,
	{
		contentType,
		headers,
		body,
	}: { contentType: string | null; headers: Readonly<Record<string, string>>; body: string | Buffer },
): Promise<Answer> {
	const response = await fetch(url, {
		method: 'POST',
		// A connection that is kept may be closed by the other side just when it is used again.
		headers: { connection: 'close', ...(contentType !== null && { 'content-type': contentType }), ...headers },
		// A Blob without a type, so that fetch adds no content type of its own.
		body: new Blob([body]),
	});
	const text = await response.text();
	return { status: response.status, body: text.startsWith('{') ? JSON.parse(text) : {} };
}
