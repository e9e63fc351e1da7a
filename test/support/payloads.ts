import type { JsonObject } from '../../webhook/json';

/** A place in a payload, from the root. */
export type Path = readonly (string | number)[];

/** Not there at all. */
const ABSENT = Symbol('absent');

/** Values that read as nothing where a text belongs. */
export const voids: Readonly<Record<string, unknown>> = {
	absent: ABSENT,
	null: null,
	'empty text': '',
	true: true,
	'an empty list': [],
	'a list of lists': [['AUTO_APPROVED']],
	'an empty object': {},
	'an object of objects': { value: { value: 'approved' } },
};

/** Values that read as a text of no meaning. */
export const strangers: Readonly<Record<string, unknown>> = {
	'a number': 5,
	'a fraction': 1.5,
	'a blank': ' ',
	constructor: 'constructor',
	__proto__$: '__proto__',
	toString$: 'toString',
	'hasOwnProperty with a blank': ' hasOwnProperty',
};

/** A copy of the payload without one of its fields. */
export function without<Payload extends object, Name extends keyof Payload>(
	payload: Payload,
	name: Name,
): Omit<Payload, Name> {
	const copy = { ...payload };
	delete copy[name];
	return copy;
}

/** A copy of the payload with another value at one place. */
export function withValue(payload: JsonObject, [key, ...rest]: Path, value: unknown): JsonObject {
	const copy: JsonObject = Array.isArray(payload) ? (payload.slice() as unknown as JsonObject) : { ...payload };
	if (key === undefined) return copy;
	if (rest.length > 0) copy[key] = withValue(copy[key] as JsonObject, rest, value);
	else if (value === ABSENT) delete copy[key];
	else copy[key] = value;
	return copy;
}

/** The payload with each of the values at each of the places, by a name. */
export function variants(
	payload: JsonObject,
	paths: readonly Path[],
	values: Readonly<Record<string, unknown>>,
): ReadonlyArray<readonly [string, JsonObject]> {
	return paths.flatMap((path) =>
		Object.entries(values).map(
			([name, value]) => [`${path.join('.')} is ${name}`, withValue(payload, path, value)] as const,
		),
	);
}
