import type { Delivery } from './provider';

/**
 * One header of a delivery, or null when it is missing or empty. Node joins a header that is sent
 * twice with a comma, which no decoder takes; a list of values is joined the same way.
 * @param name in any case
 */
export function header(delivery: Delivery, name: string): string | null {
	const key = name.toLowerCase();
	const value = Object.hasOwn(delivery.headers, key) ? delivery.headers[key] : undefined;
	return (Array.isArray(value) ? value.join(', ') : value) || null;
}
