import { type INode, NodeApiError, type JsonObject as Json } from 'n8n-workflow';
import type { ApiError } from '../api/errors';

/** What a provider refused, as n8n shows and stores it: nothing of the request is in it. */
export function asNodeApiError(node: INode, { message, advice, status }: ApiError, itemIndex?: number): NodeApiError {
	const httpCode = status === undefined ? undefined : String(status);
	return new NodeApiError(node, { message } as Json, { message, description: advice, httpCode, itemIndex });
}
