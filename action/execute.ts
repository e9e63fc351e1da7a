import {
	NodeApiError,
	NodeOperationError,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
} from 'n8n-workflow';
import type { Api, Ask, Started, Verification } from '../api/api';
import { ApiError, InputError } from '../api/errors';
import { judged, type KycItem, retrievedItem, startedItem, withoutSecrets } from '../api/item';
import { checkLimits } from '../api/limits';
import { text } from '../webhook/fields';
import { isJsonObject } from '../webhook/json';
import { askThrough } from './ask';
import { complete } from './complete';
import { listed } from './list';
import { asNodeApiError } from './nodeError';
import { type Given, givenTo } from './parameters';

/**
 * n8n's `execute()` of every action node: one operation for each item that came in.
 * @throws NodeApiError when the provider refuses, NodeOperationError when what the user gave cannot be sent
 */
export async function runOperation(context: IExecuteFunctions, api: Api): Promise<INodeExecutionData[][]> {
	const out: INodeExecutionData[] = [];
	for (const [index] of context.getInputData().entries()) {
		let externalId: string | null = null;
		try {
			const given = givenTo(context, api, index);
			externalId = given.externalId || null;
			const items = await itemsOf(context, api, given);
			out.push(
				...items.map((item) => ({ json: shown(api, item, given) as unknown as IDataObject, pairedItem: index })),
			);
		} catch (error) {
			if (!context.continueOnFail()) throw asNodeError(context, error, index);
			out.push({ json: { error: (error as Error).message, externalId }, pairedItem: index });
		}
	}
	return [out];
}

async function itemsOf(context: IExecuteFunctions, api: Api, given: Given): Promise<KycItem[]> {
	const ask = await askThrough(context, api);
	const environment = await environmentOf(context, api);
	const { id } = api.provider;
	const now = Date.now();
	if (given.resource === 'event') return await listed(api, ask, given, now);
	switch (given.operation) {
		case 'create':
			forbidToAgents(context);
			required(given.externalId, 'External ID');
			checkLimits(api, given.wish);
			return [startedItem(id, known(await api.create(ask, given.wish)), now)];
		case 'get':
			return [retrieved(await lookUp(api, ask, given))];
		case 'getAll':
			return await listed(api, ask, given, now);
		case 'cancel':
			forbidToAgents(context);
			return [retrieved(await cancel(api, ask, given))];
		default:
			throw new InputError(`There is no operation "${given.operation}"`, 'Choose one from the list.');
	}

	function retrieved(verification: Verification): KycItem {
		return judged(retrievedItem(id, known(verification), now), given.testsAreLive);
	}

	function known<Answered extends Started | Verification>(answered: Answered): Answered {
		return { ...complete(api, answered), environment: answered.environment ?? environment };
	}
}

async function environmentOf(context: IExecuteFunctions, api: Api): Promise<KycItem['environment']> {
	return api.environmentOf?.(await context.getCredentials<Record<string, unknown>>(api.credentialType)) ?? null;
}

async function lookUp(api: Api, ask: Ask, { lookUpBy, verificationId, externalId, parameters }: Given) {
	const { provider, get, find } = api;
	if (lookUpBy !== 'externalId' || !find) {
		const id = required(verificationId, 'Verification ID');
		return withId(api, id, await get(ask, id, parameters));
	}
	const found = await find(ask, required(externalId, 'External ID'), parameters);
	if (found) return found.externalId === externalId ? found : aboutAnother(provider);
	throw new ApiError(
		`${provider.displayName} has no verification with this external ID`,
		'Check the reference. A test key does not find what a live key has made, and the other way round.',
		404,
	);
}

async function cancel(api: Api, ask: Ask, { verificationId, parameters }: Given) {
	if (!api.cancel) throw new InputError('This provider cannot cancel a verification', 'Choose another operation.');
	const id = required(verificationId, 'Verification ID');
	return withId(api, id, await api.cancel(ask, id, parameters));
}

/** One may be looked up by the id of its subject, or of its part. */
function withId({ provider }: Api, asked: string, answered: Verification): Verification {
	const { verificationId, subject, payload } = answered;
	const ids = [verificationId, subject.id, payload.id].map((id) => text.parse(id)?.toLowerCase());
	return ids.includes(asked.toLowerCase()) ? answered : aboutAnother(provider);
}

/** Somebody else's verdict must not decide. */
function aboutAnother({ displayName }: Api['provider']): never {
	throw new ApiError(
		`${displayName} answered with another verification than the one that was asked for`,
		'Nothing was put out. Compare the ID with the dashboard of the provider.',
	);
}

function required(value: string, label: string): string {
	if (value !== '') return value;
	throw new InputError(`${label} is empty`, 'Fill it in, or check the expression that should give it.');
}

/** The editor does not offer these to agents; a workflow that was written elsewhere may. */
function forbidToAgents(context: IExecuteFunctions): void {
	if (context.getNode().type.endsWith('Tool')) {
		throw new InputError(
			'An AI agent may only look verifications up',
			'Put Create and Cancel into a step of the workflow, outside the agent.',
		);
	}
}

function shown({ secretFields }: Api, item: KycItem, { includePayload }: Given): KycItem {
	const { payload, ...rest } = item;
	return includePayload && isJsonObject(payload) ? { ...rest, payload: withoutSecrets(payload, secretFields) } : rest;
}

function asNodeError(context: IExecuteFunctions, error: unknown, itemIndex: number): Error {
	const node = context.getNode();
	if (error instanceof ApiError) return asNodeApiError(node, error, itemIndex);
	if (error instanceof InputError) {
		return new NodeOperationError(node, error.message, { description: error.advice, itemIndex });
	}
	return error instanceof NodeApiError || error instanceof NodeOperationError
		? error
		: new NodeOperationError(node, error as Error, { itemIndex });
}
