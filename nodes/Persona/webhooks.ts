import type { Webhooks } from '../../api/api';
import { segment } from '../../api/query';
import { anything, fields, text } from '../../webhook/fields';
import { kebabKeys } from './inflection';
import { events } from './events';
import { pages } from './pages';

/**
 * Persona's webhooks: https://docs.withpersona.com/api-reference/webhooks. A new one is disabled, and none can be
 * deleted, only archived.
 */
export const webhooks: Webhooks = {
	secretField: 'webhookSecret',
	keyField: 'apiKey',

	async list(ask) {
		const found = [];
		for await (const webhook of pages(ask, '/webhooks')) {
			const { id, attributes } = webhookFields.parse(webhook);
			const { url, status } = attributeFields.parse(kebabKeys(attributes));
			if (id !== null && url !== null && status !== 'archived') found.push({ id, url, enabled: status === 'enabled' });
		}
		return found;
	},

	async create(ask, url) {
		const attributes = {
			name: 'n8n',
			url,
			'enabled-events': events.map(({ value }) => value),
			'api-version': '2025-12-08',
			'api-key-inflection': 'kebab',
			'included-allowlist': { state: 'include_all' },
		};
		const answer = await ask({ method: 'POST', path: '/webhooks', json: { data: { attributes } } });
		const { id, attributes: created } = webhookFields.parse(answerFields.parse(answer).data);
		return { id, secret: attributeFields.parse(kebabKeys(created)).secret };
	},

	async enable(ask, id) {
		await ask({ method: 'POST', path: `/webhooks/${segment(id)}/enable` });
	},

	async remove(ask, id) {
		await ask({ method: 'POST', path: `/webhooks/${segment(id)}/archive` });
	},
};

const answerFields = fields({ data: anything });

const webhookFields = fields({ id: text, attributes: anything });

const attributeFields = fields({ url: text, status: text, secret: text });
