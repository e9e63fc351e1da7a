import type { Ask } from '../../api/api';
import { entriesOf } from '../../api/entries';
import { query } from '../../api/query';
import { fields, list, text } from '../../webhook/fields';

/** Most of a page: https://docs.trustswiftly.com/pagination. */
const PAGE = 100;

/** All users, those that changed last first. */
export async function* users(ask: Ask): AsyncGenerator<unknown> {
	for (let page: number | null = 1; page !== null;) {
		const answer = await ask({
			method: 'GET',
			path: `/api/users${query({ sort: '-updated_at', per_page: PAGE, page })}`,
		});
		const { data, links } = pageFields.parse(answer);
		const entries = entriesOf(data, 'Trust Swiftly');
		yield* entries;
		page = links.next === null || entries.length === 0 ? null : page + 1;
	}
}

const pageFields = fields({ data: list, links: fields({ next: text }) });
