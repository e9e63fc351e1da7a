import { parseJsonObject } from '../../webhook/json';

/**
 * The token in a body: bare, in one pair of quotes, or as `{"token":"…"}`, by channel.
 * @returns what stands in its place when there is none
 */
export function tokenOf(rawBody: Buffer): string {
	const body = rawBody.toString('utf8').trim();
	const token = body.startsWith('{') ? parseJsonObject(body)?.token : body;
	return typeof token === 'string' ? token.replace(/^"(.*)"$/s, '$1') : '';
}
