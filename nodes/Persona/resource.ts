import { subject } from '../../webhook/event';
import { anything, fields, text, word } from '../../webhook/fields';
import { isJsonObject } from '../../webhook/json';
import type { Reading } from '../../webhook/reading';
import { kebabKeys } from './inflection';
import { outcomeOfStatus } from './outcomes';
import { personOf } from './person';

/**
 * What a resource says, mostly an inquiry, by its present status.
 * @param included the other resources beside it, where they were asked for
 */
export function readResource(resource: unknown, included: readonly unknown[] | null = null) {
	const { id, type: kind, attributes: given, relationships } = resourceFields.parse(resource);
	// A resource has attributes, if only those that a webhook's blocklist leaves.
	const type = isJsonObject(given) ? kind : null;
	const attributes = kebabKeys(given);
	const { status, 'has-match': hasMatch } = decidingFields.parse(attributes);
	const accountId = relationships.account.data.id;
	const reading: Reading = {
		...outcomeOfStatus(type, status),
		environment: null,
		check: null,
		providerStatus: status,
		verificationId: id,
		externalId: referenceOf(attributes) ?? referenceOfAccount(accountId, included),
		subject: subject({ id: accountId, ...personOf(attributes) }),
	};
	return { reading, type, hasMatch, attributes };
}

function referenceOf(attributes: unknown): string | null {
	return referenceFields.parse(attributes)['reference-id'];
}

/** A report has no reference of its own; its account has, where the webhook includes accounts. */
function referenceOfAccount(accountId: string | null, included: readonly unknown[] | null): string | null {
	if (accountId === null) return null;
	const resources = included?.map((resource) => resourceFields.parse(resource)) ?? [];
	const account = resources.find(({ id, type }) => type === 'account' && id === accountId);
	return account === undefined ? null : referenceOf(kebabKeys(account.attributes));
}

const resourceFields = fields({
	id: text,
	type: word,
	attributes: anything,
	relationships: fields({ account: fields({ data: fields({ id: text }) }) }),
});

const decidingFields = fields({ status: word, 'has-match': word });

const referenceFields = fields({ 'reference-id': text });
