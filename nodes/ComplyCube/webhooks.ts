import type { Webhooks } from '../../api/api';
import { segment } from '../../api/query';
import { fields, flag, text } from '../../webhook/fields';
import { pages } from './pages';

/** ComplyCube's webhooks: https://docs.complycube.com/documentation/api-reference/other-resources/webhooks. */
export const webhooks: Webhooks = {
	secretField: 'webhookSecret',
	keyField: 'apiKey',

	async list(ask) {
		const found = [];
		for await (const webhook of pages(ask, '/webhooks')) {
			const { id, url, enabled } = webhookFields.parse(webhook);
			if (id !== null && url !== null) found.push({ id, url, enabled: enabled === true });
		}
		return found;
	},

	async create(ask, url) {
		const json = { description: 'n8n', url, enabled: true, events: ['*'] };
		const { id, secret } = webhookFields.parse(await ask({ method: 'POST', path: '/webhooks', json }));
		return { id, secret };
	},

	async remove(ask, id) {
		await ask({ method: 'DELETE', path: `/webhooks/${segment(id)}` });
	},
};

const webhookFields = fields({ id: text, url: text, enabled: flag, secret: text });
