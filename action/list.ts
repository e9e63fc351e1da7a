import type { Api, Ask } from '../api/api';
import { InputError } from '../api/errors';
import { judged, type KycItem, retrievedItem } from '../api/item';
import { itemOf } from '../webhook/item';
import { complete } from './complete';
import type { Given } from './parameters';

/**
 * The items of Get Many, the latest first.
 * @param now milliseconds since 1970
 */
export async function listed(api: Api, ask: Ask, given: Given, now: number): Promise<KycItem[]> {
	const { limit, statuses, testsAreLive } = given;
	const items: KycItem[] = [];
	for await (const found of given.resource === 'event'
		? events(api, ask, given, now)
		: verifications(api, ask, given, now)) {
		const item = judged(found, testsAreLive);
		if (statuses.length === 0 || statuses.includes(item.status)) items.push(item);
		if (items.length === limit) break;
	}
	return items;
}

async function* verifications(api: Api, ask: Ask, given: Given, now: number): AsyncGenerator<KycItem> {
	const { provider, list } = api;
	if (!list) throw new InputError(`${provider.displayName} has no list of verifications`, 'Choose another operation.');
	const { externalId, since, parameters } = given;
	for await (const verification of list(ask, { externalId, since }, parameters)) {
		if (externalId === '' || verification.externalId === externalId)
			yield retrievedItem(provider.id, complete(api, verification), now);
	}
}

async function* events({ provider, listEvents }: Api, ask: Ask, given: Given, now: number): AsyncGenerator<KycItem> {
	if (!listEvents) throw new InputError(`${provider.displayName} has no list of events`, 'Choose another resource.');
	if (given.since === null) throw new InputError('Since is empty', 'Say from when on events are wanted.');
	for await (const event of listEvents(ask, given.since, given.parameters)) {
		const item = itemOf(event, provider.id, new Date(now).toISOString(), given.includePayload);
		yield { ...item, url: null, urlExpiresAt: null };
	}
}
