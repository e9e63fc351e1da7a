import type { Ask } from '../../api/api';
import { entriesOf } from '../../api/entries';
import { query } from '../../api/query';
import { fields, list, number } from '../../webhook/fields';

/** Of 1000 that a page may have: https://docs.complycube.com/documentation/api-reference/pagination. */
const PAGE = 100;

/** The entries of all pages, in the order of the API: what was created last comes first. */
export async function* pages(ask: Ask, path: string, filter: Record<string, string> = {}): AsyncGenerator<unknown> {
	for (let page = 1, last = 1; page <= last; page += 1) {
		const answer = await ask({ method: 'GET', path: `${path}${query({ ...filter, page, pageSize: PAGE })}` });
		const { items, pages: count } = pageFields.parse(answer);
		const entries = entriesOf(items, 'ComplyCube');
		last = entries.length > 0 ? (count ?? last) : 0;
		yield* entries;
	}
}

const pageFields = fields({ items: list, pages: number });
