import type { Api, Ask, Filter, Verification } from '../../api/api';
import { compact, mergeBody } from '../../api/body';
import { readListed } from '../../api/events';
import { segment } from '../../api/query';
import { anything, fields, list, text } from '../../webhook/fields';
import { asObject } from '../../webhook/json';
import { isoTime } from '../../webhook/time';
import { pages } from './pages';
import { persona } from './persona';
import { readResource } from './resource';
import { webhooks } from './webhooks';

/**
 * Persona's API, version 2025-12-08: https://docs.withpersona.com/api-reference and
 * https://github.com/persona-id/persona-openapi.
 */
export const personaApi = {
	provider: persona,
	credentialType: 'personaKycApi',
	baseUrl: 'https://api.withpersona.com/api/v1',
	idempotencyHeader: 'Idempotency-Key',
	wishes: ['email', 'phone', 'firstName', 'lastName', 'redirectUrl', 'expiresAfter'],
	limits: {
		template: { pattern: /^(itmpl|itmplv|tmpl)_/, form: 'must begin with itmpl_, itmplv_ or tmpl_' },
	},

	reasonOf(body) {
		const errors = refusalFields.parse(body).errors?.map((error) => errorFields.parse(error)) ?? [];
		return errors.flatMap(({ title, details }) => details ?? title ?? []).join('; ') || null;
	},

	async create(ask, wish) {
		const { externalId, template, email, phone, firstName, lastName, redirectUrl, expiresAfter } = wish;
		const sent = compact({
			data: {
				attributes: {
					[templateField(template)]: template,
					'reference-id': externalId,
					'redirect-uri': redirectUrl,
					fields: {
						'email-address': email,
						'phone-number': phone,
						'name-first': firstName,
						'name-last': lastName,
					},
				},
			},
			meta: {
				'auto-create-one-time-link': true,
				'expiration-after-create-interval-seconds': expiresAfter,
				'expiration-after-resume-interval-seconds': expiresAfter,
			},
		});
		const answer = await ask({
			method: 'POST',
			path: '/inquiries',
			json: mergeBody(sent, wish.body),
			startsVerification: true,
		});
		const { data, meta } = answerFields.parse(answer);
		const { reading, attributes } = readResource(data);
		const { environment, providerStatus, verificationId, subject, externalId: reference } = reading;
		return {
			environment,
			providerStatus,
			verificationId,
			externalId: reference ?? externalId,
			subject,
			url: meta['one-time-link'],
			urlExpiresAt: isoTime(timeFields.parse(attributes)['expires-at']),
			payload: asObject(answer),
		};
	},

	async get(ask, verificationId) {
		const answer = await ask({ method: 'GET', path: `/inquiries/${segment(verificationId)}` });
		return verificationOf(answerFields.parse(answer).data);
	},

	async find(ask, externalId) {
		for await (const verification of inquiries(ask, { externalId, since: null })) return verification;
		return null;
	},

	list: inquiries,

	async *listEvents(ask, since) {
		for await (const event of pages(ask, '/events')) {
			for (const told of readListed(persona, { data: event })) {
				// Persona has no filter by time; the newest come first.
				if (told.occurredAt !== null && Date.parse(told.occurredAt) < since) return;
				yield told;
			}
		}
	},

	async cancel(ask, verificationId) {
		const path = `/inquiries/${segment(verificationId)}/expire`;
		return verificationOf(answerFields.parse(await ask({ method: 'POST', path })).data);
	},

	async listTemplates(ask) {
		const templates = [];
		for await (const template of pages(ask, '/inquiry-templates')) {
			const { id, attributes } = templateFields.parse(template);
			if (id !== null) templates.push({ id, name: attributes.name ?? id });
		}
		return templates;
	},

	webhooks,
} satisfies Api;

/** Each kind of template has a field of its own. */
function templateField(template: string): string {
	if (template.startsWith('itmplv_')) return 'inquiry-template-version-id';
	return template.startsWith('tmpl_') ? 'template-id' : 'inquiry-template-id';
}

async function* inquiries(ask: Ask, { externalId, since }: Filter): AsyncGenerator<Verification> {
	const filter = {
		'filter[reference-id]': externalId,
		'filter[created-at-start]': since === null ? '' : new Date(since).toISOString(),
	};
	for await (const inquiry of pages(ask, '/inquiries', filter)) yield verificationOf(inquiry);
}

function verificationOf(inquiry: unknown): Verification {
	const { reading, attributes } = readResource(inquiry);
	const times = timeFields.parse(attributes);
	const decided = times['decisioned-at'] ?? times['failed-at'] ?? times['expired-at'] ?? times['completed-at'];
	return {
		...reading,
		occurredAt: isoTime(decided),
		changedAt: times['updated-at'],
		payload: asObject(inquiry),
	};
}

const refusalFields = fields({ errors: list });

const errorFields = fields({ title: text, details: text });

const answerFields = fields({ data: anything, meta: fields({ 'one-time-link': text }) });

const templateFields = fields({ id: text, attributes: fields({ name: text }) });

const timeFields = fields({
	'updated-at': text,
	'expires-at': text,
	'completed-at': text,
	'decisioned-at': text,
	'expired-at': text,
	'failed-at': text,
});
