import { EventEmitter } from 'node:events';
import type { IDataObject, INodeType, WorkflowActivateMode } from 'n8n-workflow';
import { statuses } from '../../webhook/event';
import type { Samples } from '../../webhook/samples';
import { allSamples } from '../support/providers';
import { CredentialTestContext, loadPackage, triggerIn } from './host';

/** As much of Express's response as a webhook uses. */
class Response extends EventEmitter {
	statusCode = 200;
	closed = false;
	writableFinished = false;
	body: unknown;
	status(statusCode: number) {
		this.statusCode = statusCode;
		return this;
	}
	json(body: unknown) {
		this.body = body;
		this.end();
		return this;
	}
	end() {
		this.writableFinished = true;
	}
}

async function requestOf(samples: Samples, payload: IDataObject, secrets: Record<string, string>) {
	const sealed = await samples.seal(payload, secrets, Date.now());
	const headers = Object.entries(sealed.headers).map(([name, value]) => [name.toLowerCase(), value]);
	return { headers: Object.fromEntries(headers), rawBody: Buffer.from(sealed.body), readRawBody: async () => {} };
}

let nodeTypes: Map<string, INodeType>;
beforeAll(async () => {
	const loader = await loadPackage();
	const loaded = Object.values<{ type: INodeType }>(loader.nodeTypes)
		.map(({ type }) => type)
		.filter(({ webhook }) => webhook);
	nodeTypes = new Map(loaded.map((type) => [type.description.credentials?.[0]?.name ?? '', type]));
});
const nodeTypeOf = ({ provider }: Samples): INodeType => {
	const nodeType = nodeTypes.get(provider.credential.type);
	if (!nodeType) throw new Error(`No node for ${provider.id}`);
	return nodeType;
};

describe.each(allSamples.map((samples) => [samples.provider.displayName, samples] as const))(
	"%s in n8n-core's contexts",
	(_, samples) => {
		const secrets = samples.newSecrets() as Record<string, string>;

		async function deliver(parameters: IDataObject, credential: IDataObject | Error, sealedWith = secrets, index = 0) {
			const nodeType = nodeTypeOf(samples);
			const payload = samples.samples[index]?.create({}) as IDataObject;
			const request = await requestOf(samples, payload, sealedWith);
			const response = new Response();
			const trigger = triggerIn(nodeType, parameters, credential);
			const result = await nodeType.webhook?.call(trigger.webhookContext(request, response));
			const items = result?.workflowData?.[0];
			const outputs = items && (await nodeType.execute?.call(trigger.executeContext(items)));
			return { result, response, counts: Array.isArray(outputs) ? outputs.map((output) => output.length) : null };
		}

		it('puts each sample out on the output of its status', async () => {
			for (const [index, { status }] of samples.samples.entries()) {
				const { result, counts } = await deliver({}, secrets, secrets, index);
				expect(counts).toEqual(statuses.map((each) => (each === status ? 1 : 0)));
				expect(result?.webhookResponse).toEqual({ result: 'accepted', events: 1 });
			}
		});

		it('has one output when the user wants one', async () => {
			const { counts } = await deliver({ outputs: 'single' }, secrets);
			expect(counts).toEqual([1]);
			const outputs = (parameters: IDataObject) => triggerIn(nodeTypeOf(samples), parameters, {}).outputs();
			expect(outputs({ outputs: 'single' })).toHaveLength(1);
			expect(outputs({}).map(({ displayName }: { displayName: string }) => displayName)).toEqual([
				'Other',
				'Approved',
				'Rejected',
				'Pending',
			]);
		});

		it('answers a forged delivery itself and starts nothing', async () => {
			const { result, response } = await deliver({}, secrets, samples.newSecrets() as Record<string, string>);
			expect(response.statusCode).toBe(401);
			expect(response.body).toMatchObject({ result: 'refused' });
			expect(result).toEqual({ noWebhookResponse: true });
		});

		it('answers 503 when n8n cannot decrypt the credential', async () => {
			const { result, response } = await deliver({}, new Error('Credentials could not be decrypted.'));
			expect(response.statusCode).toBe(503);
			expect(result).toEqual({ noWebhookResponse: true });
		});

		it.each<WorkflowActivateMode>(['activate', 'create', 'update', 'manual'])(
			'refuses an activation by a person (%s) with a blank credential',
			async (mode) => {
				const nodeType = nodeTypeOf(samples);
				const context = triggerIn(nodeType, {}, {}).hookContext(mode);
				const { label } = samples.provider.credential.fields[0] ?? {};
				await expect(nodeType.webhookMethods?.default?.create.call(context)).rejects.toThrow(`${label} is empty`);
			},
		);

		it.each<WorkflowActivateMode>(['init', 'leadershipChange'])(
			'comes up with a blank credential when n8n itself restarts (%s)',
			async (mode) => {
				const nodeType = nodeTypeOf(samples);
				const context = triggerIn(nodeType, {}, {}).hookContext(mode);
				await expect(nodeType.webhookMethods?.default?.create.call(context)).resolves.toBe(true);
			},
		);

		it('tests its credential offline', async () => {
			const [test] = Object.values(nodeTypeOf(samples).methods?.credentialTest ?? {});
			const context = new CredentialTestContext({});
			const statusOf = async (data: IDataObject) =>
				(await test?.call(context, { id: '1', name: 'Stored', type: '', data } as never))?.status;
			expect(await statusOf(secrets)).toBe('OK');
			expect(await statusOf({})).toBe('Error');
		});
	},
);
