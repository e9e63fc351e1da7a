import type { Ask } from '../../api/api';
import { entriesOf } from '../../api/entries';
import { pageByPage } from '../../api/pages';
import { query } from '../../api/query';
import { fields, list, number } from '../../webhook/fields';

/** Of 1000 that a page may have: https://docs.complycube.com/documentation/api-reference/pagination. */
const PAGE = 100;

/** The entries of all pages, in the order of the API: what was created last comes first. */
export function pages(ask: Ask, path: string, filter: Record<string, string> = {}): AsyncGenerator<unknown> {
	return pageByPage(1, 'id', async (page) => {
		const answer = await ask({ method: 'GET', path: `${path}${query({ ...filter, page, pageSize: PAGE })}` });
		const { items, pages: count } = pageFields.parse(answer);
		return { entries: entriesOf(items, 'ComplyCube'), next: count === null || page < count ? page + 1 : null };
	});
}

const pageFields = fields({ items: list, pages: number });
