import type { Ask } from '../../api/api';
import { entriesOf } from '../../api/entries';
import { query } from '../../api/query';
import { fields, list, text } from '../../webhook/fields';

/** Most of a page: https://docs.withpersona.com/pagination. */
const PAGE = 100;

/** The entries of all pages, in the order of the API: the newest first. */
export async function* pages(ask: Ask, path: string, filter: Record<string, string> = {}): AsyncGenerator<unknown> {
	for (let after: string | null = ''; after !== null;) {
		const answer = await ask({
			method: 'GET',
			path: `${path}${query({ ...filter, 'page[size]': PAGE, 'page[after]': after })}`,
		});
		const { data, links } = pageFields.parse(answer);
		const entries = entriesOf(data, 'Persona');
		yield* entries;
		const { id: last } = idFields.parse(entries.at(-1));
		after = links.next === null || last === after ? null : last;
	}
}

const pageFields = fields({ data: list, links: fields({ next: text }) });

const idFields = fields({ id: text });
