import type { Ask } from '../../api/api';
import { entriesOf } from '../../api/entries';
import { query } from '../../api/query';
import { fields, list, text } from '../../webhook/fields';

/** The workflow runs of all pages. Their size is Onfido's; the end is a page with none. */
export async function* pages(ask: Ask, filter: Record<string, string>): AsyncGenerator<unknown> {
	for (let page = 1, last: string | null = null; ; page += 1) {
		const answer = await ask({ method: 'GET', path: `/workflow_runs${query({ ...filter, page })}` });
		const runs = entriesOf(list.parse(answer), 'Onfido');
		const { id } = idFields.parse(runs.at(-1));
		if (runs.length === 0 || (id !== null && id === last)) return;
		last = id;
		yield* runs;
	}
}

const idFields = fields({ id: text });
