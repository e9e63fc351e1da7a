import type { Ask } from '../../api/api';
import { entriesOf } from '../../api/entries';
import { readListed } from '../../api/events';
import { segment } from '../../api/query';
import { fields, list, text } from '../../webhook/fields';
import { parseJsonObject } from '../../webhook/json';
import type { ProviderEvent } from '../../webhook/provider';
import { didit } from './didit';

/**
 * What the webhooks of a session told (https://docs.didit.me/management-api/sessions/list-webhooks): an entry for each
 * attempt, the newest first. Whatever is sent again keeps its `event_id`, but the time in it may be a new one.
 */
export async function eventsOf(ask: Ask, sessionId: string): Promise<ProviderEvent[]> {
	const answer = await ask({ method: 'GET', path: `/v3/session/${segment(sessionId)}/webhooks/` });
	const attempts = entriesOf(list.parse(answer), 'Didit');
	const told = new Map<string, ProviderEvent>();
	for (const attempt of attempts) {
		const body = parseJsonObject(attemptFields.parse(attempt).request_body ?? '');
		for (const event of readListed(didit, body ?? {})) told.set(event.eventId, event);
	}
	return [...told.values()];
}

const attemptFields = fields({ request_body: text });
