import { type INode, NodeApiError, type JsonObject as Json } from 'n8n-workflow';
import type { ApiError } from '../api/errors';

/** What a provider refused, as n8n shows and stores it: nothing of the request is in it. */
export function asNodeApiError(node: INode, { message, advice, status }: ApiError, itemIndex?: number): NodeApiError {
	const httpCode = status === undefined ? undefined : String(status);
	const error = new NodeApiError(node, { message } as Json, { message, description: advice, httpCode, itemIndex });
	// n8n puts a sentence of its own in its place when it finds a code such as ECONNREFUSED in it.
	error.message = message;
	return error;
}
