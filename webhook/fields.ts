import { z } from 'zod';
import { isJsonObject } from './json';

/**
 * Schemas for the payload of an authentic delivery. They never fail: a field that is missing or of
 * an unexpected type reads as null, so that a delivery is passed on even when its shape is new.
 */

/**
 * Text, or a number as its decimal text; else null. Empty text says nothing, and an integer that
 * JavaScript cannot hold would name something else: null.
 */
export const text = lenient((value) => {
	if (typeof value === 'string') return value === '' ? null : value;
	const exact = Number.isInteger(value) ? Number.isSafeInteger(value) : Number.isFinite(value);
	return exact ? String(value) : null;
});

/**
 * A text that decides. Null only when it is absent: a number reads as its decimal text, and a value of another type
 * as its kind in brackets, which is no provider's word, so that it contradicts rather than counts as absent.
 */
export const word = lenient((value) => {
	if (value === undefined || value === null) return null;
	if (typeof value === 'object') return Array.isArray(value) ? '(list)' : '(object)';
	return String(value as string | number | boolean);
});

/** A boolean, else null. */
export const flag = lenient((value) => (typeof value === 'boolean' ? value : null));

/** A finite number, else null. */
export const number = lenient((value) => (typeof value === 'number' && Number.isFinite(value) ? value : null));

/** An array of whatever it holds, else null. */
export const list = lenient((value) => (Array.isArray(value) ? (value as unknown[]) : null));

/** Whatever is there. */
export const anything = lenient((value) => value);

/** An object with fields of the kinds above; anything else reads as an object whose fields are all null. */
export function fields<Shape extends z.ZodRawShape>(shape: Shape) {
	return z.preprocess(ownFields, z.object(shape));
}

/** Without a prototype: what every object inherits was not sent. */
function ownFields(value: unknown): object {
	return Object.assign(Object.create(null), isJsonObject(value) ? value : null);
}

function lenient<Value>(read: (value: unknown) => Value) {
	return z.unknown().transform(read);
}
