import type { Ask, Filter } from '../../api/api';
import { fields, text } from '../../webhook/fields';
import { isoTime } from '../../webhook/time';
import { pages } from './pages';

export interface Listed {
	readonly id: string;
	/** ISO 8601, UTC. */
	readonly createdAt: string;
}

/** The sessions of persons and of companies, by the time of their creation: the newest first. */
export async function* sessions(ask: Ask, filter: Filter): AsyncGenerator<Listed> {
	const lists = ['user', 'business'].map((kind) => sessionsOf(ask, kind, filter));
	const heads = await Promise.all(lists.map(nextOf));
	for (;;) {
		const [newest] = heads.filter((head) => head !== null).sort(byAge);
		if (newest === undefined) return;
		yield newest;
		const index = heads.indexOf(newest);
		heads[index] = await nextOf(lists[index] as AsyncGenerator<Listed>);
	}
}

/** https://docs.didit.me/sessions-api/list-sessions: a mixed list has an order for each kind. Dates are whole days. */
async function* sessionsOf(ask: Ask, kind: string, { externalId, since }: Filter): AsyncGenerator<Listed> {
	const from = since === null ? '' : new Date(since).toISOString();
	const filter = { session_kind: kind, vendor_data: externalId, date_from: from.slice(0, 10) };
	for await (const row of pages(ask, '/v3/sessions/', 'session_id', filter)) {
		const { session_id: id, created_at: created } = rowFields.parse(row);
		const createdAt = isoTime(created) ?? '';
		if (id !== null && (createdAt === '' || createdAt >= from)) yield { id, createdAt };
	}
}

async function nextOf(list: AsyncGenerator<Listed>): Promise<Listed | null> {
	const { value, done } = await list.next();
	return done ? null : value;
}

function byAge(one: Listed, other: Listed): number {
	return other.createdAt.localeCompare(one.createdAt);
}

const rowFields = fields({ session_id: text, created_at: text });
