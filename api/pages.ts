import { fields, text } from '../webhook/fields';

/** A part of a list. */
export interface Page<At> {
	readonly entries: readonly unknown[];
	/** Where the next page begins, as the provider counts; null after the last one. */
	readonly next: At | null;
}

/**
 * The entries of a list that comes in pages, in their order, each once. A page with none that is new is the last one,
 * whatever the provider says of further ones: a list that repeats itself would never end.
 * @param first where the first page begins
 * @param id the field that tells one entry from another; an entry without it is told by all that it holds
 * @param pageAt asks for one page
 */
export async function* pageByPage<At>(
	first: At,
	id: string,
	pageAt: (at: At) => Promise<Page<At>>,
): AsyncGenerator<unknown> {
	const idFields = fields({ [id]: text });
	const seen = new Set<string>();
	for (let at: At | null = first; at !== null;) {
		const { entries, next } = await pageAt(at);
		const before = seen.size;
		for (const entry of entries) {
			const known = idFields.parse(entry)[id] ?? JSON.stringify(entry);
			if (seen.has(known)) continue;
			seen.add(known);
			yield entry;
		}
		at = seen.size > before ? next : null;
	}
}
