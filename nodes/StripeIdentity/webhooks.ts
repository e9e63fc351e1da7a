import type { Webhooks } from '../../api/api';
import { segment } from '../../api/query';
import { fields, text } from '../../webhook/fields';
import { events } from './events';
import { pages } from './pages';
import { API_VERSION } from './version';

const PATH = '/webhook_endpoints';

/** Stripe's webhook endpoints: https://docs.stripe.com/api/webhook_endpoints. Only Create tells the secret. */
export const webhooks: Webhooks = {
	secretField: 'signingSecret',
	keyField: 'apiKey',

	async list(ask) {
		const found = [];
		for await (const endpoint of pages(ask, PATH)) {
			const { id, url, status } = endpointFields.parse(endpoint);
			if (id !== null && url !== null) found.push({ id, url, enabled: status === 'enabled' });
		}
		return found;
	},

	async create(ask, url) {
		const form = {
			url,
			enabled_events: events.map(({ value }) => value),
			api_version: API_VERSION,
			description: 'n8n',
		};
		const { id, secret } = endpointFields.parse(await ask({ method: 'POST', path: PATH, form }));
		return { id, secret };
	},

	async remove(ask, id) {
		await ask({ method: 'DELETE', path: `${PATH}/${segment(id)}` });
	},
};

const endpointFields = fields({ id: text, url: text, status: text, secret: text });
