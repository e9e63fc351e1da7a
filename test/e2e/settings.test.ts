import { refusedActivation } from '../host/activation.mjs';
import { hostAt } from '../host/installSteps.mjs';
import { itemsByOutput } from '../host/executions.mjs';
import { createInstance, type Instance } from '../host/n8n.mjs';
import { OUTPUTS, TRIGGER, workflow } from '../host/workflow.mjs';
import { allSamples } from '../support/providers';
import { deploy, n8n as shared, post, rest, stored } from './n8n';

const samples = allSamples.find(({ provider }) => provider.id === 'trusthub');
if (!samples) throw new Error('No provider');
const secrets = samples.newSecrets();
const { type } = samples.provider.credential;
const triggerType = `n8n-nodes-kyc.${type.replace(/WebhookApi$/, 'Trigger')}`;
const credential = { type, id: 'settings', name: 'Settings' };

const sealed = async (status: string, sealedWith = secrets) => {
	const sample = samples.samples.find((each) => each.status === status);
	return samples.seal(sample?.create({}) ?? {}, sealedWith, Date.now());
};

/** Which of the nodes at the trigger's outputs have run. */
const branchesOf = (execution: { data: { resultData: { runData: object } } }) =>
	OUTPUTS.filter((output) => output in execution.data.resultData.runData);

describe('Execute Once in the Settings of a trigger', () => {
	let n8n: Instance;
	beforeAll(async () => {
		n8n = await createInstance({
			host: hostAt(String(process.env.KYC_HOST_DIR)),
			packageDir: String(process.env.KYC_PACKAGE_DIR),
		});
		await n8n.load({
			credentials: [{ ...credential, data: secrets }],
			workflows: [
				workflow({
					...{ id: 'once', name: 'Once', webhookId: 'once' },
					...{ triggerType, credential, settings: { executeOnce: true } },
				}),
			],
			publish: ['once'],
		});
		await n8n.start();
		await n8n.setupOwner();
	});
	afterAll(async () => {
		await n8n?.stop();
		await n8n?.remove();
	});

	it('is refused at the activation, with what to switch off', async () => {
		const { id } = await deploy(samples.provider, secrets, {}, { publish: false, settings: { executeOnce: true } });
		const { message } = await refusedActivation(shared, id);
		expect(message).toMatch(/^Switch off Execute Once in the Settings of this node/);
	});

	it('is answered 503 where n8n itself has started the workflow, and the log says why', async () => {
		const url = n8n.webhookUrl('once', 'webhook');
		await n8n.waitForWebhook(url);
		for (const delivery of [await sealed('approved'), await sealed('approved', samples.newSecrets())]) {
			expect(await post(url, delivery)).toEqual({
				status: 503,
				body: { result: 'refused', code: 'settings_unsafe', hint: expect.not.stringContaining('Execute Once') },
			});
		}
		expect(n8n.log()).toContain('settings_unsafe (Switch off Execute Once');
		expect(await n8n.executions('once')).toEqual([]);
	});
});

describe('what n8n has no place for', () => {
	it('comes out of Other under Always Output Data: nobody is approved by an item that is empty', async () => {
		const trigger = await deploy(samples.provider, secrets, {}, { settings: { alwaysOutputData: true } });
		await post(trigger.url, await sealed('rejected'));
		const [outputs] = await trigger.events(1);
		expect(outputs?.map((items) => items.length)).toEqual([1, 0, 1, 0]);
		expect(outputs?.[0]).toEqual([{}]);
	});

	it('comes out of Other as mock data, whatever its status says', async () => {
		const { id } = await deploy(samples.provider, secrets, {}, { publish: false });
		const { nodes, connections, settings, name } = await rest('GET', `/rest/workflows/${id}`);
		const pinData = { [TRIGGER]: [{ json: { status: 'approved', eventId: 'mocked' } }] };
		await rest('PATCH', `/rest/workflows/${id}`, { name, nodes, connections, settings, pinData });
		await shared.execute(id, TRIGGER);
		const execution = await finished(id);
		expect(branchesOf(execution)).toEqual(['Other']);
		expect(itemsByOutput(execution, 'Other')).toEqual([[{ status: 'approved', eventId: 'mocked' }]]);
	});

	it.each(['continueRegularOutput', 'continueErrorOutput'])(
		'does not come out at all when the editor is shown a refused delivery under On Error: %s',
		async (onError) => {
			const { id, testUrl } = await deploy(samples.provider, secrets, {}, { publish: false, settings: { onError } });
			await shared.execute(id, TRIGGER);
			expect((await post(testUrl, await sealed('approved', samples.newSecrets()))).status).toBe(401);
			expect(branchesOf(await finished(id))).toEqual([]);
		},
	);
});

describe('a refused delivery while the editor listens', () => {
	it('is an error of the node with code and hint', async () => {
		const { id, testUrl } = await deploy(samples.provider, secrets, {}, { publish: false });
		await shared.execute(id, TRIGGER);
		await post(testUrl, await sealed('approved', samples.newSecrets()));
		const execution = await finished(id);
		expect(execution.status).toBe('error');
		expect(execution.data.resultData.error).toMatchObject({
			message: 'Refused a delivery: signature_mismatch',
			description: expect.stringContaining('API Password'),
		});
		expect(branchesOf(execution)).toEqual([]);
	});

	it('is an item on Refused where there is that output', async () => {
		const options = { refusedOutput: true };
		const { id, testUrl } = await deploy(samples.provider, secrets, { options }, { publish: false });
		await shared.execute(id, TRIGGER);
		await post(testUrl, await sealed('approved', samples.newSecrets()));
		const outputs = itemsByOutput(await finished(id), TRIGGER);
		expect(outputs.slice(0, 4).flat()).toEqual([]);
		expect(outputs[4]).toMatchObject([{ code: 'signature_mismatch' }]);
	});
});

/** The first execution of a workflow, when it has ended. */
async function finished(workflowId: string) {
	const [execution] = await stored(workflowId, 1);
	return execution;
}
