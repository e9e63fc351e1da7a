import { InputError } from './errors';

/**
 * A query with its question mark; '' where nothing is set. What is null or '' is left out.
 * @param parameters a list becomes one entry for each of its values
 */
export function query(parameters: Readonly<Record<string, string | number | readonly string[] | null>>): string {
	const given = Object.entries(parameters).flatMap(([name, value]) =>
		[value]
			.flat()
			.filter((one) => one !== null && one !== '')
			.map((one) => `${encodeURIComponent(name)}=${encodeURIComponent(one as string | number)}`),
	);
	return given.length > 0 ? `?${given.join('&')}` : '';
}

/**
 * A piece of a path that a user typed: it cannot lead elsewhere.
 * @throws InputError for steps, which URL parsers take however they are written: https://url.spec.whatwg.org/#double-dot-path-segment
 */
export function segment(text: string): string {
	if (/^\.{1,2}$/.test(text)) throw new InputError(`"${text}" is no ID`, 'Copy the ID from the item of a trigger.');
	return encodeURIComponent(text);
}
