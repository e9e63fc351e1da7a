import type { Ask, Webhooks } from '../../api/api';
import { entriesOf } from '../../api/entries';
import { ApiError } from '../../api/errors';
import { query, segment } from '../../api/query';
import { fields, flag, list, text, word } from '../../webhook/fields';
import { events } from './events';
import { environmentOf } from './resource';

/** Onfido's webhooks: https://documentation.onfido.com/api/latest/#webhooks. */
export const webhooks: Webhooks = {
	secretField: 'webhookToken',
	keyField: 'apiToken',

	async list(ask) {
		const { webhooks: found } = answerFields.parse(await ask({ method: 'GET', path: '/webhooks' }));
		return entriesOf(found, 'Onfido').flatMap((webhook) => {
			const { id, url, enabled } = webhookFields.parse(webhook);
			return id !== null && url !== null ? [{ id, url, enabled: enabled === true }] : [];
		});
	},

	async create(ask, url) {
		const json = {
			name: 'n8n',
			url,
			enabled: true,
			events: events.map(({ value }) => value),
			environments: [await environmentOfKey(ask)],
		};
		const { id, token } = webhookFields.parse(await ask({ method: 'POST', path: '/webhooks', json }));
		return { id, secret: token };
	},

	async remove(ask, id) {
		await ask({ method: 'DELETE', path: `/webhooks/${segment(id)}` });
	},
};

/**
 * A webhook that names no environment is sent sandbox results too, which look like live ones. Which one a key belongs
 * to is told by what was made with it.
 */
async function environmentOfKey(ask: Ask): Promise<'sandbox' | 'live'> {
	const path = `/applicants${query({ per_page: 1, include_deleted: 'true' })}`;
	const { applicants } = answerFields.parse(await ask({ method: 'GET', path }));
	const [applicant] = entriesOf(applicants, 'Onfido');
	const environment = environmentOf(applicantFields.parse(applicant).sandbox);
	if (environment !== null) return environment === 'test' ? 'sandbox' : 'live';
	throw new ApiError(
		'Onfido does not tell whether this API token is live or of the sandbox',
		'It does once there is an applicant: start a verification with the token, then publish again.',
	);
}

const answerFields = fields({ webhooks: list, applicants: list });

const webhookFields = fields({ id: text, url: text, enabled: flag, token: text });

const applicantFields = fields({ sandbox: word });
