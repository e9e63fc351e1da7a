import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import type { Api } from '../api/api';
import { ApiError } from '../api/errors';
import { askThrough } from './ask';
import { asNodeApiError } from './nodeError';

/**
 * The list of a template's resource locator.
 * @throws NodeApiError when the provider refuses
 */
export async function searchTemplates(
	context: ILoadOptionsFunctions,
	api: Api,
	filter = '',
): Promise<INodeListSearchResult> {
	try {
		const templates = (await api.listTemplates?.(await askThrough(context, api))) ?? [];
		const wanted = templates.filter(({ name }) => name.toLowerCase().includes(filter.toLowerCase()));
		return { results: wanted.map(({ id, name }) => ({ name, value: id })) };
	} catch (error) {
		throw error instanceof ApiError ? asNodeApiError(context.getNode(), error) : error;
	}
}
