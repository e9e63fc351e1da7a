import * as z from 'zod/v4/mini';
import { isJsonObject, type JsonObject } from './json';

/**
 * Schemas for the payload of an authentic delivery. They never fail: a field that is missing or of
 * an unexpected type reads as null, so that a delivery is passed on even when its shape is new.
 */

/** Text, or a number as its decimal text; else null. Empty text says nothing: null. */
export const text = z.catch(
	z.nullable(
		z.pipe(
			z.union([z.string(), z.number()]),
			z.transform((value) => (value === '' ? null : String(value))),
		),
	),
	null,
);

/** A boolean, else null. */
export const flag = z.catch(z.nullable(z.boolean()), null);

/** A finite number, else null. */
export const number = z.catch(z.nullable(z.number()), null);

/** An object with fields of the kinds above; anything else reads as an object whose fields are all null. */
export function fields<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
	return z.pipe(
		z.transform((value: unknown): JsonObject => (isJsonObject(value) ? value : {})),
		z.object(shape),
	);
}

/** An array of whatever it holds, else null. */
export const list = z.catch(z.nullable(z.array(z.unknown())), null);

/** Whatever is there. */
export const anything = z.unknown();
