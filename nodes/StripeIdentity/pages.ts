import type { Ask } from '../../api/api';
import { entriesOf } from '../../api/entries';
import { pageByPage } from '../../api/pages';
import { query } from '../../api/query';
import { fields, flag, list, text } from '../../webhook/fields';

/** Most of a page: https://docs.stripe.com/api/pagination. */
const PAGE = 100;

/** The entries of all pages, in the order of the API: the newest first. */
export function pages(ask: Ask, path: string, filter: Parameters<typeof query>[0] = {}): AsyncGenerator<unknown> {
	return pageByPage('', 'id', async (after) => {
		const answer = await ask({
			method: 'GET',
			path: `${path}${query({ limit: PAGE, ...filter, starting_after: after })}`,
		});
		const { data, has_more: hasMore } = pageFields.parse(answer);
		const entries = entriesOf(data, 'Stripe Identity');
		return { entries, next: hasMore === true ? idFields.parse(entries.at(-1)).id : null };
	});
}

const pageFields = fields({ data: list, has_more: flag });

const idFields = fields({ id: text });
