/** A place in a payload: names of fields and positions in lists. */
export type Path = readonly (string | number)[];

const PIECE = /(?:^|(?<=.)\.)([^.[\]\s](?:[^.[\]]*[^.[\]\s])?)|\[(0|[1-9]\d{0,3})\]/gy;

/** A person would not see that it is another name. */
const INVISIBLE = /[\p{Cc}\p{Cf}]/u;

/** Deeper than any provider nests. */
const MAX_DEPTH = 20;

/**
 * Reads `data.checks[0].status`: names separated by dots, positions in brackets. There is no other syntax.
 * @returns null when it is no path
 */
export function parsePath(text: string): Path | null {
	const pieces = [...text.matchAll(PIECE)];
	const whole = pieces.map(([piece]) => piece).join('');
	const isWhole = whole === text && pieces[0]?.[1] !== undefined && pieces.length <= MAX_DEPTH;
	if (!isWhole || INVISIBLE.test(text)) return null;
	return pieces.map(([, name, position]) => name ?? Number(position));
}

/** Stands where a path leads through something that has no inside: it is there, and is nobody's word. */
const ODD = Object.freeze({});

/**
 * What stands at a path; undefined when nothing does, an empty object when something else stands in the way. What an
 * object inherits was not sent.
 */
export function valueAt(payload: unknown, path: Path): unknown {
	let value = payload;
	for (const step of path) {
		if (value === undefined || value === null) return undefined;
		const isPlace = typeof step === 'number' ? Array.isArray(value) : isObject(value);
		if (!isPlace) return ODD;
		if (!Object.hasOwn(value, step)) return undefined;
		value = (value as Record<string | number, unknown>)[step];
	}
	return value;
}

function isObject(value: unknown): boolean {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
