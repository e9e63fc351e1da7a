import type { Ask } from '../../api/api';
import { entriesOf } from '../../api/entries';
import { query } from '../../api/query';
import { fields, flag, list, text } from '../../webhook/fields';

/** Most of a page: https://docs.stripe.com/api/pagination. */
const PAGE = 100;

/** The entries of all pages, in the order of the API: the newest first. */
export async function* pages(
	ask: Ask,
	path: string,
	filter: Parameters<typeof query>[0] = {},
): AsyncGenerator<unknown> {
	for (let after: string | null = ''; after !== null;) {
		const answer = await ask({
			method: 'GET',
			path: `${path}${query({ limit: PAGE, ...filter, starting_after: after })}`,
		});
		const { data, has_more: hasMore } = pageFields.parse(answer);
		const entries = entriesOf(data, 'Stripe Identity');
		yield* entries;
		const { id: last } = idFields.parse(entries.at(-1));
		after = hasMore === true && last !== after ? last : null;
	}
}

const pageFields = fields({ data: list, has_more: flag });

const idFields = fields({ id: text });
