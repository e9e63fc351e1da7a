import {
	NodeOperationError,
	type IDataObject,
	type IHookFunctions,
	type INodeProperties,
	type IWebhookFunctions,
} from 'n8n-workflow';
import { askThrough } from '../action/ask';
import { asNodeApiError } from '../action/nodeError';
import type { Api, Ask, RegisteredWebhook, Webhooks } from '../api/api';
import { ApiError, noneIfNotFound } from '../api/errors';
import { open, seal } from '../webhook/sealedSecret';
import { quoted } from './log';

/** An API through which webhooks can be registered. */
export type RegisteringApi = Api & { readonly webhooks: Webhooks };

/** Who gives the provider the URL of the trigger. */
export const registrationParameter: INodeProperties = {
	displayName: 'Webhook Registration',
	name: 'registration',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'By Hand',
			value: 'byHand',
			description: "You enter the Production URL in the provider's dashboard and store the webhook's secret",
		},
		{
			name: 'Automatic',
			value: 'automatic',
			description:
				'n8n registers the webhook when the workflow is published, and removes it when it is unpublished. It needs an API key that may manage webhooks. In the editor, nothing is registered and nothing arrives.',
		},
	],
	default: 'byHand',
	description: 'Who gives the provider the URL of this trigger. By default: By Hand.',
};

/**
 * When the webhook's own credential is needed, and when that of the API: `displayOptions`. With `show` for both, the
 * editor would take the parameter for a choice of authentication and hide it.
 */
export const byHand = { hide: { registration: ['automatic'] } };
export const automatic = { show: { registration: ['automatic'] } };

export function isAutomatic(context: IHookFunctions | IWebhookFunctions): boolean {
	return context.getNodeParameter('registration', 'byHand') === 'automatic';
}

/** What is kept in the static data of the node, which the public API of n8n shows with the workflow. */
interface Stored extends IDataObject {
	id?: string;
	/** The secret that was issued for it, encrypted under the API key. */
	secret?: string;
	/** The one before: for deliveries that were under way when the webhook was registered anew. */
	previousSecret?: string;
	/** When that one ends, in milliseconds. */
	previousUntil?: number;
}

const PURPOSE = 'n8n-nodes-kyc webhook secret';
/** As long as most providers repeat a delivery, in milliseconds. */
const PREVIOUS_LIFE = 3 * 24 * 60 * 60 * 1000;
/** Tells the webhooks that are registered here from those that somebody made by hand. */
const MARK = '?registered-by=n8n-nodes-kyc';

/**
 * Whether the provider has the webhook of this node, and its secret is known. When the provider does not answer, what
 * was registered counts: a restart of n8n must not end the trigger.
 * @throws NodeApiError when a person is there to read it
 */
export async function isRegistered(context: IHookFunctions, api: RegisteringApi): Promise<boolean> {
	if (!isAutomatic(context) || context.getMode() === 'manual') return false;
	const { id } = stored(context);
	if (id === undefined || (await issuedSecrets(context, api)) === null) return false;
	try {
		const registered = await api.webhooks.list(await askThrough(context, api));
		return registered.some((one) => one.id === id && one.enabled && one.url === markedUrl(context));
	} catch (error) {
		const { message } = error as Error;
		context.logger.warn(
			`The node ${quoted(context.getNode().name)} keeps its webhook without asking: ${quoted(message)}`,
		);
		return true;
	}
}

/**
 * Registers the webhook of this node, and removes what an interrupted registration has left.
 * @throws NodeApiError when the provider refuses; then nothing is left there
 */
export async function register(context: IHookFunctions, api: RegisteringApi): Promise<void> {
	if (context.getMode() === 'manual') {
		throw new NodeOperationError(context.getNode(), 'Nothing arrives while you listen in the editor', {
			description:
				'With automatic registration the provider only knows the Production URL. Publish the workflow, or set Webhook Registration to By Hand for as long as you test.',
		});
	}
	const url = markedUrl(context);
	try {
		const ask = await askThrough(context, api);
		const present = await api.webhooks.list(ask);
		refuseBesideAnother(context, present);
		await removeAll(api, ask, ownOf(context, present));
		await registerAt(context, api, ask, url);
	} catch (error) {
		throw asNodeError(context, error);
	}
}

async function registerAt(
	context: IHookFunctions,
	{ webhooks, credentialType }: RegisteringApi,
	ask: Ask,
	url: string,
) {
	const { id, secret } = await webhooks.create(ask, url);
	if (id === null) throw withoutSecret();
	try {
		if (secret === null || secret.trim() === '') throw withoutSecret();
		const key = await keyOf(context, credentialType, webhooks.keyField);
		// Before it is enabled: a delivery must find its secret.
		retire(context);
		Object.assign(stored(context), { id, secret: seal(secret, key, PURPOSE) });
		await webhooks.enable?.(ask, id);
	} catch (error) {
		forget(context);
		// What stays there all the same is removed by the next registration.
		await webhooks.remove(ask, id).catch(() => {});
		throw asNodeError(context, error);
	}
}

function withoutSecret(): ApiError {
	return new ApiError(
		'The provider registered a webhook without telling its secret',
		'Look whether it is there and delete it. Then set Webhook Registration to By Hand.',
	);
}

/**
 * Removes the webhooks that were registered for this node; one that somebody made by hand stays.
 * @throws NodeApiError when the provider does not let it
 */
export async function unregister(context: IHookFunctions, api: RegisteringApi): Promise<true> {
	const { id } = stored(context);
	if (id === undefined && !isAutomatic(context)) return true;
	try {
		const ask = await askThrough(context, api);
		await removeAll(api, ask, ownOf(context, await api.webhooks.list(ask)));
	} catch (error) {
		if (isAutomatic(context)) throw asNodeError(context, error);
		warnOfLeft(context, id);
	}
	retire(context);
	forget(context);
	return true;
}

/**
 * The secrets of the registered webhook, as the trigger's credential would hold them.
 * @returns null when there is none, or none that opens: the API key was changed
 */
export async function issuedSecrets(
	context: IHookFunctions | IWebhookFunctions,
	{ webhooks: { secretField, keyField }, credentialType }: RegisteringApi,
): Promise<IDataObject | null> {
	const { secret, previousSecret, previousUntil = 0 } = stored(context);
	if (secret === undefined) return null;
	const key = await keyOf(context, credentialType, keyField).catch(() => '');
	const current = open(secret, key, PURPOSE);
	if (current === null) return null;
	const previous = previousSecret && Date.now() < previousUntil ? open(previousSecret, key, PURPOSE) : null;
	const previousField = `previous${secretField.charAt(0).toUpperCase()}${secretField.slice(1)}`;
	return { [secretField]: current, [previousField]: previous ?? '' };
}

async function keyOf(context: IHookFunctions | IWebhookFunctions, type: string, field: string): Promise<string> {
	const credential = await context.getCredentials<Record<string, unknown>>(type);
	const key = credential[field];
	if (typeof key === 'string' && key !== '') return key;
	throw new NodeOperationError(context.getNode(), 'The API credential has no key', {
		description: 'Open the credential in n8n and fill it in.',
	});
}

/**
 * What is registered for this node, also by a registration that was cut off. An id alone does not tell: a copy of the
 * workflow, in another n8n, carries the id of the original.
 */
function ownOf(context: IHookFunctions, present: readonly RegisteredWebhook[]): RegisteredWebhook[] {
	const { id } = stored(context);
	const own = present.filter((one) => one.url === markedUrl(context));
	if (id !== undefined && !own.some((one) => one.id === id)) {
		warnOfLeft(context, id);
	}
	return own;
}

async function removeAll({ webhooks }: RegisteringApi, ask: Ask, own: readonly RegisteredWebhook[]): Promise<void> {
	// One that somebody has deleted meanwhile is gone, as is wanted.
	for (const { id } of own) await webhooks.remove(ask, id).catch(noneIfNotFound);
}

function warnOfLeft(context: IHookFunctions, id = ''): void {
	context.logger.warn(
		`The node ${quoted(context.getNode().name)} had registered a webhook that it does not find under its URL: ${quoted(id)}. If n8n has moved, or its API key was changed, delete that one at the provider.`,
	);
}

/** Two live webhooks for one trigger would refuse each other's deliveries. */
function refuseBesideAnother(context: IHookFunctions, present: readonly RegisteredWebhook[]): void {
	const url = context.getNodeWebhookUrl('default');
	if (!present.some((one) => one.enabled && one.url === url)) return;
	throw new NodeOperationError(context.getNode(), 'The provider already has a webhook for this URL', {
		description: 'Somebody has made it by hand. Delete it there, or set Webhook Registration to By Hand.',
	});
}

function markedUrl(context: IHookFunctions): string {
	return `${context.getNodeWebhookUrl('default')}${MARK}`;
}

function stored(context: IHookFunctions | IWebhookFunctions): Stored {
	return context.getWorkflowStaticData('node') as Stored;
}

/** What was signed before is believed a little longer. */
function retire(context: IHookFunctions): void {
	const { secret } = stored(context);
	if (secret === undefined) return;
	Object.assign(stored(context), { previousSecret: secret, previousUntil: Date.now() + PREVIOUS_LIFE });
}

function forget(context: IHookFunctions): void {
	const data = stored(context);
	delete data.id;
	delete data.secret;
}

function asNodeError(context: IHookFunctions, error: unknown): Error {
	return error instanceof ApiError ? asNodeApiError(context.getNode(), error) : (error as Error);
}
