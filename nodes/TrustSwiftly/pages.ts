import type { Ask } from '../../api/api';
import { entriesOf } from '../../api/entries';
import { pageByPage } from '../../api/pages';
import { query } from '../../api/query';
import { fields, list, text } from '../../webhook/fields';

/** Most of a page: https://docs.trustswiftly.com/pagination. */
const PAGE = 100;

/** All users, those that changed last first. */
export function users(ask: Ask): AsyncGenerator<unknown> {
	return pageByPage(1, 'id', async (page) => {
		const answer = await ask({
			method: 'GET',
			path: `/api/users${query({ sort: '-updated_at', per_page: PAGE, page })}`,
		});
		const { data, links } = pageFields.parse(answer);
		return { entries: entriesOf(data, 'Trust Swiftly'), next: links.next === null ? null : page + 1 };
	});
}

const pageFields = fields({ data: list, links: fields({ next: text }) });
