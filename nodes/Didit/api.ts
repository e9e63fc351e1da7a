import type { Api, Ask, Parameters, Verification } from '../../api/api';
import { compact, mergeBody } from '../../api/body';
import { phoneNumber } from '../../api/limits';
import { segment } from '../../api/query';
import { fields, flag, list, text } from '../../webhook/fields';
import { asObject, isJsonObject } from '../../webhook/json';
import type { ProviderEvent } from '../../webhook/provider';
import { isoTime } from '../../webhook/time';
import { eventsOf } from './deliveries';
import { didit } from './didit';
import { languages } from './languages';
import { pages } from './pages';
import { readSession } from './resource';
import { sessions } from './sessions';
import { webhooks } from './webhooks';

const DAY = 24 * 60 * 60 * 1000;

/** Didit's API, version 3: https://docs.didit.me/sessions-api and https://docs.didit.me/management-api. */
export const diditApi = {
	provider: didit,
	credentialType: 'diditKycApi',
	baseUrl: 'https://verification.didit.me',
	// Links that hold the token of a session, of a company's people too.
	secretFields: ['url', 'sessionurl', 'kycsessionurl', 'kybsubsessionurl'],
	wishes: ['email', 'phone', 'firstName', 'lastName', 'redirectUrl', 'language'],
	limits: {
		template: { pattern: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, form: 'must be the UUID of a workflow' },
		email: { pattern: /^[^\s@]+@[^\s@]+$/, form: 'must be one email address' },
		phone: phoneNumber,
		language: { pattern: new RegExp(`^(${languages.join('|')})$`), form: `must be one of ${languages.join(', ')}` },
	},
	parameters: ['lookBack'],

	/** `detail`, or each field with a text or a list of texts: https://docs.didit.me/sessions-api/create-session. */
	reasonOf(body) {
		if (!isJsonObject(body)) return null;
		const { detail, ...invalid } = body;
		const named = Object.entries(invalid).map(([field, problem]) => {
			const texts = [problem].flat().map((one) => (typeof one === 'string' ? one : JSON.stringify(one)));
			return `${field}: ${texts.join(' ')}`;
		});
		return [text.parse(detail) ?? [], ...named].flat().join('; ') || null;
	},

	async create(ask, wish) {
		const { externalId, template, email, phone, firstName, lastName, redirectUrl, language } = wish;
		const sent = compact({
			workflow_id: template,
			vendor_data: externalId,
			callback: redirectUrl,
			language,
			contact_details: { email, phone },
			expected_details: { first_name: firstName, last_name: lastName },
		});
		const answer = await ask({
			method: 'POST',
			path: '/v3/session/',
			json: mergeBody(sent, wish.body),
			startsVerification: true,
		});
		const payload = asObject(answer);
		const { environment, providerStatus, verificationId, externalId: reference, subject } = readSession(payload);
		return {
			environment,
			providerStatus,
			verificationId,
			externalId: reference ?? externalId,
			subject,
			url: linkFields.parse(answer).url,
			urlExpiresAt: null,
			payload,
		};
	},

	get: retrieve,

	async find(ask, externalId) {
		for await (const { id } of sessions(ask, { externalId, since: null })) return await retrieve(ask, id);
		return null;
	},

	/** A row of the list tells neither the environment nor all that the outcome hangs on. */
	async *list(ask, filter) {
		for await (const { id } of sessions(ask, filter)) {
			yield { ...(await retrieve(ask, id)), url: null, urlExpiresAt: null };
		}
	},

	/**
	 * Deliveries can be listed for one session only, and sessions by the time of their creation only: what was told of
	 * sessions older than `lookBack` days before `since` is not found, nor what is told of users, businesses and
	 * transactions.
	 */
	async *listEvents(ask, since, { lookBack }: Parameters) {
		const created = since - Math.max(0, Number(lookBack) || 0) * DAY;
		const told: ProviderEvent[] = [];
		for await (const { id } of sessions(ask, { externalId: '', since: created }))
			told.push(...(await eventsOf(ask, id)));
		const wanted = told.filter(({ occurredAt }) => occurredAt === null || Date.parse(occurredAt) >= since);
		yield* wanted.sort((one, other) => (other.occurredAt ?? '').localeCompare(one.occurredAt ?? ''));
	},

	async listTemplates(ask) {
		const found = new Map<string, string>();
		for await (const version of pages(ask, '/v3/workflows/', 'uuid')) {
			const { workflow_id: id, workflow_label: label, status, is_archived: archived } = workflowFields.parse(version);
			if (id !== null && status === 'published' && archived !== true && !found.has(id)) found.set(id, label ?? id);
		}
		return Array.from(found, ([id, name]) => ({ id, name }));
	},

	webhooks,
} satisfies Api;

async function retrieve(ask: Ask, sessionId: string): Promise<Verification> {
	const payload = asObject(await ask({ method: 'GET', path: `/v3/session/${segment(sessionId)}/decision/` }));
	const reading = readSession(payload);
	const { session_url: url, expires_at: expiresAt, reviews } = sessionFields.parse(payload);
	const isOpen = open.has(reading.providerStatus ?? '');
	const review = newestOf(reviews ?? []);
	return {
		...reading,
		// Of a decision that nobody has reviewed no time is told.
		occurredAt: review?.new_status === reading.providerStatus ? isoTime(review.created_at) : null,
		changedAt: review?.created_at ?? null,
		url: isOpen ? url : null,
		urlExpiresAt: isOpen && url !== null ? isoTime(expiresAt) : null,
		payload,
	};
}

function newestOf(reviews: readonly unknown[]) {
	const known = reviews.map((review) => reviewFields.parse(review));
	return known.sort((one, other) => (one.created_at ?? '').localeCompare(other.created_at ?? '')).at(-1) ?? null;
}

/** While the person can go on: https://docs.didit.me/integration/verification-statuses. */
const open = new Set(['Not Started', 'In Progress', 'Awaiting User', 'Resubmitted']);

const linkFields = fields({ url: text });

const sessionFields = fields({ session_url: text, expires_at: text, reviews: list });

const reviewFields = fields({ new_status: text, created_at: text });

const workflowFields = fields({ workflow_id: text, workflow_label: text, status: text, is_archived: flag });
