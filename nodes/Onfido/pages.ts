import type { Ask } from '../../api/api';
import { entriesOf } from '../../api/entries';
import { pageByPage } from '../../api/pages';
import { query } from '../../api/query';
import { list } from '../../webhook/fields';

/** The workflow runs of all pages. Their size is Onfido's; the end is a page with none. */
export function pages(ask: Ask, filter: Record<string, string>): AsyncGenerator<unknown> {
	return pageByPage(1, 'id', async (page) => {
		const answer = await ask({ method: 'GET', path: `/workflow_runs${query({ ...filter, page })}` });
		return { entries: entriesOf(list.parse(answer), 'Onfido'), next: page + 1 };
	});
}
