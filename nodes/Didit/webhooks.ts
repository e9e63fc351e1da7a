import type { Webhooks } from '../../api/api';
import { entriesOf } from '../../api/entries';
import { segment } from '../../api/query';
import { fields, flag, list, text } from '../../webhook/fields';
import { events } from './events';

const PATH = '/v3/webhook/destinations/';

/** Didit's webhook destinations: https://docs.didit.me/management-api/webhook/create-destination. */
export const webhooks: Webhooks = {
	secretField: 'secretSharedKey',
	keyField: 'apiKey',

	async list(ask) {
		const answer = await ask({ method: 'GET', path: PATH });
		return entriesOf(list.parse(answer), 'Didit').flatMap((destination) => {
			const { uuid, url, enabled } = destinationFields.parse(destination);
			return uuid === null || url === null ? [] : [{ id: uuid, url, enabled: enabled === true }];
		});
	},

	async create(ask, url) {
		const subscribed = events.map(({ value }) => value);
		const json = { label: 'n8n', url, enabled: true, webhook_version: 'v3', subscribed_events: subscribed };
		const { uuid, secret_shared_key: secret } = destinationFields.parse(
			await ask({ method: 'POST', path: PATH, json }),
		);
		return { id: uuid, secret };
	},

	async remove(ask, id) {
		await ask({ method: 'DELETE', path: `${PATH}${segment(id)}/` });
	},
};

const destinationFields = fields({ uuid: text, url: text, enabled: flag, secret_shared_key: text });
