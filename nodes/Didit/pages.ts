import type { Ask } from '../../api/api';
import { entriesOf } from '../../api/entries';
import { pageByPage } from '../../api/pages';
import { query } from '../../api/query';
import { fields, list, text } from '../../webhook/fields';

const PAGE = 50;

/**
 * The entries of all pages, in the order of the API: the newest first
 * (https://docs.didit.me/sessions-api/list-sessions, https://docs.didit.me/management-api/workflows/list). What is
 * created meanwhile moves the others to later pages.
 */
export function pages(
	ask: Ask,
	path: string,
	id: string,
	filter: Parameters<typeof query>[0] = {},
): AsyncGenerator<unknown> {
	return pageByPage(0, id, async (offset) => {
		const answer = await ask({ method: 'GET', path: `${path}${query({ ...filter, limit: PAGE, offset })}` });
		const { results, next } = pageFields.parse(answer);
		const entries = entriesOf(results, 'Didit');
		return { entries, next: next === null ? null : offset + entries.length };
	});
}

const pageFields = fields({ results: list, next: text });
