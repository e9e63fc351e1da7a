import type { IDataObject, IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import { ApiError } from '../../api/errors';
import { isRegistered, issuedSecrets, register, type RegisteringApi, unregister } from '../../trigger/registration';

const URL = 'https://n8n.example/webhook/1/webhook';
const MARKED = `${URL}?registered-by=n8n-nodes-kyc`;

/** A provider that keeps its webhooks in a list. */
function provider() {
	const webhooks: { id: string; url: string; enabled: boolean }[] = [];
	let made = 0;
	const failing = { list: false, enable: false, secret: false, remove: false };
	const api = {
		provider: { id: 'x', displayName: 'X' },
		credentialType: 'xKycApi',
		baseUrl: 'https://api.example.com',
		webhooks: {
			secretField: 'webhookSecret',
			keyField: 'apiKey',
			list: async () => {
				if (failing.list) throw new ApiError('down', 'later', 503);
				return [...webhooks];
			},
			create: async (_: unknown, url: string) => {
				const id = `w${++made}`;
				webhooks.push({ id, url, enabled: false });
				return { id, secret: failing.secret ? null : `secret of ${id}` };
			},
			enable: async (_: unknown, id: string) => {
				if (failing.enable) throw new ApiError('no', 'not now', 500);
				const webhook = webhooks.find((one) => one.id === id);
				if (webhook) webhook.enabled = true;
			},
			remove: async (_: unknown, id: string) => {
				if (failing.remove) throw new ApiError('still there', 'not now', 500);
				webhooks.splice(0, webhooks.length, ...webhooks.filter((one) => one.id !== id));
			},
		},
	} as unknown as RegisteringApi;
	return { api, webhooks, failing };
}

const warnings: string[] = [];
beforeEach(() => warnings.splice(0));

/** A node as n8n holds it. */
function node({ registration = 'automatic', mode = 'trigger' } = {}) {
	const state = { apiKey: 'key-1', data: {} as IDataObject, registration };
	const context = {
		getNodeParameter: () => state.registration,
		getMode: () => mode,
		getNode: () => ({ id: 'n', name: 'Trigger' }),
		getWorkflow: () => ({ id: 'w' }),
		getNodeWebhookUrl: () => URL,
		getWorkflowStaticData: () => state.data,
		getCredentials: async () => ({ apiKey: state.apiKey }),
		logger: { warn: (text: string) => warnings.push(text) },
	} as unknown as IHookFunctions & IWebhookFunctions;
	return { state, context };
}

describe('a webhook that n8n registers', () => {
	it('is registered once, its secret known to the trigger and shown to nobody', async () => {
		const { api, webhooks } = provider();
		const { context, state } = node();
		expect(await isRegistered(context, api)).toBe(false);
		await register(context, api);
		expect(webhooks).toEqual([{ id: 'w1', url: MARKED, enabled: true }]);
		expect(JSON.stringify(state.data)).not.toContain('secret of');
		expect(await issuedSecrets(context, api)).toEqual({ webhookSecret: 'secret of w1', previousWebhookSecret: '' });
		expect(await isRegistered(context, api)).toBe(true);
	});

	it('is left to the original when a copy of the workflow carries its id', async () => {
		const { api, webhooks } = provider();
		const original = node();
		await register(original.context, api);
		const copy = node();
		copy.state.data = structuredClone(original.state.data);
		const elsewhere = {
			...copy.context,
			getNodeWebhookUrl: () => 'https://staging.example/webhook/1/webhook',
		} as never;
		await unregister(elsewhere, api);
		expect(webhooks).toEqual([{ id: 'w1', url: MARKED, enabled: true }]);
		await register(elsewhere, api);
		expect(webhooks).toHaveLength(2);
		expect(await isRegistered(original.context, api)).toBe(true);
	});

	it('is made anew when it is disabled, and what the old one has signed is still believed', async () => {
		const { api, webhooks } = provider();
		const { context } = node();
		await register(context, api);
		Object.assign(webhooks[0] ?? {}, { enabled: false });
		expect(await isRegistered(context, api)).toBe(false);
		await register(context, api);
		expect(webhooks).toHaveLength(1);
		expect(await isRegistered(context, api)).toBe(true);
		expect(await issuedSecrets(context, api)).toEqual({
			webhookSecret: 'secret of w2',
			previousWebhookSecret: 'secret of w1',
		});
	});

	it('is not there when the provider has one of another address, or of another id', async () => {
		const { api, webhooks } = provider();
		const { context } = node();
		await register(context, api);
		const moved = { ...context, getNodeWebhookUrl: () => 'https://moved.example/webhook/1/webhook' } as never;
		expect(await isRegistered(moved, api)).toBe(false);
		Object.assign(webhooks[0] ?? {}, { id: 'made by somebody else' });
		expect(await isRegistered(context, api)).toBe(false);
	});

	it('is enabled only once its secret is known to the trigger', async () => {
		const { api } = provider();
		const { context } = node();
		const known: unknown[] = [];
		api.webhooks.enable = async () => {
			known.push(await issuedSecrets(context, api));
		};
		await register(context, api);
		expect(known).toMatchObject([{ webhookSecret: 'secret of w1' }]);
	});

	it('keeps working when the provider does not answer', async () => {
		const { api, failing } = provider();
		const { context } = node();
		await register(context, api);
		failing.list = true;
		expect(await isRegistered(context, api)).toBe(true);
	});

	it('has no secret under another API key, and is then made anew', async () => {
		const { api, webhooks } = provider();
		const { context, state } = node();
		await register(context, api);
		state.apiKey = 'key-2';
		expect(await issuedSecrets(context, api)).toBeNull();
		expect(await isRegistered(context, api)).toBe(false);
		await register(context, api);
		expect(webhooks).toHaveLength(1);
		expect(await issuedSecrets(context, api)).toMatchObject({ webhookSecret: 'secret of w2' });
	});

	it('has no secret while n8n cannot read the API key', async () => {
		const { api } = provider();
		const { context } = node();
		await register(context, api);
		const getCredentials = () => Promise.reject(new Error('Credentials could not be decrypted'));
		expect(await issuedSecrets({ ...context, getCredentials } as never, api)).toBeNull();
	});

	it('still believes what the one before has signed, for some days', async () => {
		const { api, webhooks } = provider();
		const { context } = node();
		await register(context, api);
		await unregister(context, api);
		expect(webhooks).toEqual([]);
		expect(await issuedSecrets(context, api)).toBeNull();
		await register(context, api);
		const both = { webhookSecret: 'secret of w2', previousWebhookSecret: 'secret of w1' };
		expect(await issuedSecrets(context, api)).toEqual(both);
		jest.useFakeTimers({ now: Date.now() + 4 * 24 * 60 * 60 * 1000 });
		expect(await issuedSecrets(context, api)).toEqual({ ...both, previousWebhookSecret: '' });
		jest.useRealTimers();
	});

	it.each(['enable', 'secret'] as const)('is taken back when its %s is missing', async (step) => {
		const { api, webhooks, failing } = provider();
		const { context, state } = node();
		failing[step] = true;
		await expect(register(context, api)).rejects.toThrow(/^(no|The provider registered a webhook without)/);
		expect(webhooks).toEqual([]);
		expect(state.data).toEqual({});
	});

	it('says why it could not be enabled, also when it cannot be taken back', async () => {
		const { api, failing } = provider();
		Object.assign(failing, { enable: true, remove: true });
		await expect(register(node().context, api)).rejects.toThrow(/^no$/);
	});

	it('is made beside one of the same address that somebody has disabled', async () => {
		const { api, webhooks } = provider();
		const byHand = { id: 'hand', url: URL, enabled: false };
		webhooks.push(byHand);
		await register(node().context, api);
		expect(webhooks).toEqual([byHand, { id: 'w1', url: MARKED, enabled: true }]);
	});

	it('is not made beside one of the same address that somebody made by hand', async () => {
		const { api, webhooks } = provider();
		const { context } = node();
		webhooks.push({ id: 'hand', url: URL, enabled: true });
		await expect(register(context, api)).rejects.toThrow('already has a webhook for this URL');
		expect(webhooks).toEqual([{ id: 'hand', url: URL, enabled: true }]);
		await unregister(context, api);
		expect(webhooks).toHaveLength(1);
	});

	it('is removed where an interrupted registration has left it', async () => {
		const { api, webhooks } = provider();
		webhooks.push(
			{ id: 'left', url: MARKED, enabled: true },
			{ id: 'other', url: 'https://other.example', enabled: true },
		);
		await unregister(node().context, api);
		expect(webhooks).toEqual([{ id: 'other', url: 'https://other.example', enabled: true }]);
	});

	it('is still known after the provider did not let it be removed', async () => {
		const { api, failing } = provider();
		const { context, state } = node();
		await register(context, api);
		failing.remove = true;
		await expect(unregister(context, api)).rejects.toThrow('still there');
		expect(state.data).toHaveProperty('id', 'w1');
	});

	it('lets the workflow be unpublished when it is made by hand now and the provider is down', async () => {
		const { api, failing } = provider();
		const { state, context } = node();
		await register(context, api);
		failing.list = true;
		await expect(unregister(context, api)).rejects.toThrow('down');
		state.registration = 'byHand';
		await unregister(context, api);
		expect(state.data).not.toHaveProperty('id');
		expect(warnings.join()).toContain('delete that one at the provider');
	});

	it.each([[''], ['  ']])('is none when the secret that is told is %j', async (secret) => {
		const { api, webhooks } = provider();
		api.webhooks.create = async (_, url) => {
			webhooks.push({ id: 'w', url, enabled: false });
			return { id: 'w', secret };
		};
		await expect(register(node().context, api)).rejects.toThrow('without telling its secret');
		expect(webhooks).toEqual([]);
	});

	it('is never asked for when it is made by hand, and never made in the editor', async () => {
		const { api, webhooks, failing } = provider();
		failing.list = true;
		const byHand = node({ registration: 'byHand' }).context;
		expect(await isRegistered(byHand, api)).toBe(false);
		await unregister(byHand, api);
		failing.list = false;
		expect(warnings).toEqual([]);
		const manual = node({ mode: 'manual' }).context;
		expect(await isRegistered(manual, api)).toBe(false);
		await expect(register(manual, api)).rejects.toThrow('Nothing arrives while you listen');
		expect(webhooks).toEqual([]);
	});
});
