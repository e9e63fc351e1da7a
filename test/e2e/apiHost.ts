import type { IDataObject } from 'n8n-workflow';
import { itemsByOutput } from '../host/executions.mjs';
import { hostAt } from '../host/installSteps.mjs';
import { createInstance, type Instance } from '../host/n8n.mjs';
import type { ApiServer, ServerAnswer, ServerRequest } from '../support/api/server';
import { ThirdParties } from './thirdParties/https';

/** What a node of an execution gave. */
export interface Executed {
	readonly items: IDataObject[];
	/** The error that ended it, as n8n stored it. */
	readonly error: { readonly message: string; readonly description: string | null } | null;
	/** All that n8n stored of the execution. */
	readonly stored: string;
	readonly requests: readonly ServerRequest[];
}

/** A real n8n whose requests to providers end at their servers. */
export class ApiHost {
	/** What is answered instead of the server's own, for the next so many requests. */
	instead: ((request: ServerRequest) => ServerAnswer | Promise<ServerAnswer>)[] = [];
	/** What is answered instead of the server's own, as long as it has something to say. */
	override: (request: ServerRequest) => ServerAnswer | undefined = () => undefined;
	n8n!: Instance;
	requests: ServerRequest[] = [];
	readonly #thirdParties: ThirdParties;

	constructor(servers: readonly ApiServer[]) {
		const hosts = servers.flatMap((server) => server.hosts.map((host) => [host, server] as const));
		const byHost = new Map(hosts);
		this.#thirdParties = new ThirdParties(Object.fromEntries(hosts.map(([host]) => [host, {}])), async (request) => {
			this.requests.push(request);
			return (
				(await this.instead.shift()?.(request)) ??
				this.override(request) ??
				byHost.get(request.host)?.handle(request) ?? { status: 404 }
			);
		});
	}

	/** @param env for n8n, beside what it needs to reach the providers */
	async start(env: Record<string, string> = {}): Promise<void> {
		this.n8n = await createInstance({
			host: hostAt(String(process.env.KYC_HOST_DIR)),
			packageDir: String(process.env.KYC_PACKAGE_DIR),
			env: { ...(await this.#thirdParties.start()), N8N_PROXY_HOPS: '1', ...env },
		});
		await this.n8n.start();
		await this.n8n.setupOwner();
	}

	async stop(): Promise<void> {
		await this.n8n?.stop();
		await this.n8n?.remove();
		this.#thirdParties.stop();
	}

	/** Stores a credential; `name` as n8n's own nodes refer to it. */
	async credential(type: string, data: object): Promise<{ id: string; name: string }> {
		const { id, name } = await this.n8n.rest('POST', '/rest/credentials', { name: `My ${type}`, type, data });
		return { id, name };
	}

	/** What n8n's test button says. */
	async testCredential(type: string, data: object): Promise<{ status: string; message: string }> {
		const { id, name } = await this.credential(type, data);
		return await this.n8n.rest('POST', '/rest/credentials/test', { credentials: { id, name, type, data } });
	}

	/** Runs a node once by hand and waits for its end. */
	async run(
		node: { type: string; typeVersion?: number; parameters: object; settings?: object },
		credentials: Readonly<Record<string, { id: string; name: string }>>,
	): Promise<Executed> {
		const from = this.requests.length;
		const { settings = {}, typeVersion = 1, ...rest } = node;
		const { id } = await this.n8n.api('POST', '/api/v1/workflows', {
			name: node.type,
			nodes: [
				{
					id: 'start',
					name: 'Start',
					type: 'n8n-nodes-base.manualTrigger',
					typeVersion: 1,
					position: [0, 0],
					parameters: {},
				},
				{ id: 'node', name: 'Node', typeVersion, position: [200, 0], ...rest, ...settings, credentials },
			],
			connections: { Start: { main: [[{ node: 'Node', type: 'main', index: 0 }]] } },
			settings: { executionOrder: 'v1' },
		});
		await this.n8n.execute(id, 'Start');
		const [execution] = await this.n8n.waitForExecutions(id, 1);
		const { error = null } = execution.data.resultData;
		return {
			items: itemsByOutput(execution, 'Node').flat(),
			error,
			stored: JSON.stringify(execution),
			requests: this.requests.slice(from),
		};
	}
}
