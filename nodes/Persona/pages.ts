import type { Ask } from '../../api/api';
import { entriesOf } from '../../api/entries';
import { pageByPage } from '../../api/pages';
import { query } from '../../api/query';
import { fields, list, text } from '../../webhook/fields';

/** Most of a page: https://docs.withpersona.com/pagination. */
const PAGE = 100;

/** The entries of all pages, in the order of the API: the newest first. */
export function pages(ask: Ask, path: string, filter: Record<string, string> = {}): AsyncGenerator<unknown> {
	return pageByPage('', 'id', async (after) => {
		const answer = await ask({
			method: 'GET',
			path: `${path}${query({ ...filter, 'page[size]': PAGE, 'page[after]': after })}`,
		});
		const { data, links } = pageFields.parse(answer);
		const entries = entriesOf(data, 'Persona');
		return { entries, next: links.next === null ? null : idFields.parse(entries.at(-1)).id };
	});
}

const pageFields = fields({ data: list, links: fields({ next: text }) });

const idFields = fields({ id: text });
