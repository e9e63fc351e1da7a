import type { ILoadOptionsFunctions, INodeListSearchResult, JsonObject as Json } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';
import type { Api } from '../api/api';
import { ApiError } from '../api/errors';
import { askThrough } from './ask';

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
		const { message } = error as Error;
		const description = error instanceof ApiError ? error.advice : undefined;
		throw new NodeApiError(context.getNode(), { message } as Json, { message, description });
	}
}
