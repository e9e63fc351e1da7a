import { isJsonObject, type JsonObject } from '../webhook/json';
import { InputError } from './errors';

/** An object without what is '', 0, null, undefined or an object that holds nothing. */
export function compact(object: JsonObject): JsonObject {
	return Object.fromEntries(
		Object.entries(object)
			.map(([name, value]) => [name, isJsonObject(value) ? compact(value) : value] as const)
			.filter(([, value]) => !isEmpty(value)),
	);
}

function isEmpty(value: unknown): boolean {
	if (isJsonObject(value)) return Object.keys(value).length === 0;
	return value === '' || value === 0 || value === null || value === undefined;
}

/**
 * The body of a request with the fields that the user adds to it.
 * @throws InputError when they name what the node sets itself
 */
export function mergeBody(body: JsonObject, added: JsonObject, path = ''): JsonObject {
	const merged = { ...body };
	for (const [name, value] of Object.entries(added)) {
		const present = merged[name];
		if (!Object.hasOwn(body, name)) define(merged, name, value);
		else if (isJsonObject(present) && isJsonObject(value)) merged[name] = mergeBody(present, value, `${path}${name}.`);
		else {
			throw new InputError(
				`The request body must not set "${path}${name}": the node sets it`,
				'Remove it from Request Body (JSON) and use the parameter of the node.',
			);
		}
	}
	return merged;
}

/** As a field of its own, also where it is called `__proto__`. */
function define(object: JsonObject, name: string, value: unknown): void {
	Object.defineProperty(object, name, { value, enumerable: true, writable: true, configurable: true });
}
