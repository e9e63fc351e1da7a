import { InputError } from './errors';

/**
 * A base URL that a user typed: https, one host, nothing after it.
 * @returns its origin, without a slash at the end
 * @throws InputError otherwise
 */
export function baseUrlOf(typed: unknown): string {
	const text = typeof typed === 'string' ? typed.trim() : '';
	const url = URL.canParse(text) ? new URL(text) : null;
	const plain = url && url.origin !== 'null' && (text === url.origin || text === `${url.origin}/`);
	if (!plain || url.protocol !== 'https:') {
		throw new InputError(
			'The base URL of the credential must be https:// and one host, without a path',
			'Copy it from the provider, such as https://api.example.com, and leave out what follows the host.',
		);
	}
	return url.origin;
}
