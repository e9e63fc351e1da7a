import type { Api, Ask, Filter, Verification, Wish } from '../../api/api';
import { compact, mergeBody } from '../../api/body';
import { ApiError, InputError } from '../../api/errors';
import { segment } from '../../api/query';
import { anything, fields, text, word } from '../../webhook/fields';
import { asObject, isJsonObject, type JsonObject } from '../../webhook/json';
import { isoTime } from '../../webhook/time';
import { hostOf } from './hosts';
import { onfido } from './onfido';
import { pages } from './pages';
import { environmentOf, readResource } from './resource';
import { webhooks } from './webhooks';

const MAX_TAGS = 30;

const languages = ['en_US', 'de_DE', 'es_ES', 'fr_FR', 'it_IT', 'pt_PT', 'nl_NL'];

const name = { pattern: /^[^!#^$%*=<>;{}"]*$/, form: 'must not hold any of ^ ! # $ % * = < > ; { } "' };

/** Onfido's API, version 3.6: https://github.com/onfido/onfido-openapi-spec, https://documentation.onfido.com/api/latest. */
export const onfidoApi = {
	provider: { ...onfido, tellsEnvironment: true },
	credentialType: 'onfidoKycApi',
	baseUrl: hostOf,
	// `link` holds the link for the person; so does the `form_uri` of a check.
	secretFields: ['link', 'formuri'],
	wishes: ['email', 'phone', 'firstName', 'lastName', 'redirectUrl', 'language'],
	limits: {
		// 256 as `customer_user_id`, but a tag, by which runs are looked up, takes no more than this.
		externalId: { max: 128 },
		template: { pattern: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, form: 'must be the UUID of a workflow' },
		firstName: name,
		lastName: name,
		language: { pattern: new RegExp(`^(${languages.join('|')})$`), form: `must be one of ${languages.join(', ')}` },
	},
	parameters: ['kind'],

	reasonOf(body) {
		const { message, fields: invalid } = refusalFields.parse(body).error;
		const details = isJsonObject(invalid) ? Object.entries(invalid) : [];
		const named = details.map(([field, problem]) => `${field}: ${JSON.stringify(problem)}`);
		return [message ?? [], ...named].flat().join('; ') || null;
	},

	async create(ask, wish) {
		const { tags, ...body } = wish.body;
		const sent = compact({
			workflow_id: wish.template,
			customer_user_id: wish.externalId,
			tags: [wish.externalId, tags ?? []].flat(),
			link: { completed_redirect_url: wish.redirectUrl, language: wish.language },
		});
		const wanted = mergeBody(sent, body);
		// The schema `tags`: more would be refused when the applicant is made already.
		if (Array.isArray(wanted.tags) && wanted.tags.length > MAX_TAGS) {
			throw new InputError(
				`There are more than ${MAX_TAGS - 1} tags`,
				'Onfido takes 30, one of which is the External ID.',
			);
		}
		const { id, sandbox } = 'applicant_id' in wanted ? ofUser(wanted) : await createApplicant(ask, wish);
		const run = await ask({
			method: 'POST',
			path: '/workflow_runs',
			json: { ...wanted, applicant_id: id },
			startsVerification: true,
		});
		const { environment, providerStatus, verificationId, subject } = readResource('workflow_run', run).reading;
		const { link } = runFields.parse(run);
		return {
			environment: environmentOf(sandbox) ?? environment,
			providerStatus,
			verificationId,
			externalId: wish.externalId,
			subject,
			url: link.url,
			urlExpiresAt: isoTime(link.expires_at),
			payload: asObject(run),
		};
	},

	async get(ask, verificationId, { kind }) {
		const id = segment(verificationId);
		if (kind !== 'check') return runOf(await ask({ method: 'GET', path: `/workflow_runs/${id}` }));
		const check = await ask({ method: 'GET', path: `/checks/${id}` });
		const { reading } = readResource('check', check);
		return { ...reading, occurredAt: null, changedAt: null, payload: asObject(check) };
	},

	async find(ask, externalId) {
		let newest: { run: unknown; createdAt: number } | null = null;
		// All of them: Onfido sorts by when they were completed, and who begins anew is not.
		for await (const run of runs(ask, { externalId, since: null })) {
			const createdAt = createdAtOf(run) ?? 0;
			if (newest === null || createdAt > newest.createdAt) newest = { run, createdAt };
		}
		return newest && runOf(newest.run);
	},

	async *list(ask, filter) {
		for await (const run of runs(ask, filter)) yield runOf(run);
	},

	webhooks,
} satisfies Api;

/** The applicant whom the request body names. */
function ofUser({ applicant_id: id }: JsonObject) {
	return { id, sandbox: null };
}

async function createApplicant(ask: Ask, { firstName, lastName, email, phone }: Wish) {
	if (firstName === '' || lastName === '') {
		throw new InputError(
			'Onfido needs the first and the last name of the person',
			'Add First Name and Last Name, or name an applicant that exists: {"applicant_id": "…"} in Request Body (JSON).',
		);
	}
	const json = compact({ first_name: firstName, last_name: lastName, email, phone_number: phone });
	const applicant = applicantFields.parse(await ask({ method: 'POST', path: '/applicants', json }));
	if (applicant.id !== null) return applicant;
	throw new ApiError(
		'Onfido answered with something other than an applicant',
		'No workflow run was started. Look in the dashboard of Onfido.',
	);
}

/** Onfido has no filter by the reference itself: Create puts it into a tag, too. */
async function* runs(ask: Ask, { externalId, since }: Filter): AsyncGenerator<unknown> {
	// Whole days only; the day before, because it is not said whether a day begins or ends there.
	const from = since === null ? '' : new Date(since - 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
	for await (const run of pages(ask, { created_at_gt: from, sort: 'desc', tags: externalId })) {
		const isWanted = externalId === '' || readResource('workflow_run', run).reading.externalId === externalId;
		const isOlder = since !== null && (createdAtOf(run) ?? since) < since;
		if (isWanted && !isOlder) yield run;
	}
}

function createdAtOf(run: unknown): number | null {
	const time = isoTime(runFields.parse(run).created_at);
	return time === null ? null : Date.parse(time);
}

function runOf(run: unknown): Verification {
	const { reading } = readResource('workflow_run', run);
	const { link, updated_at } = runFields.parse(run);
	const urlExpiresAt = isoTime(link.expires_at);
	const isOpen = reading.providerStatus === 'awaiting_input' && !(Date.parse(urlExpiresAt ?? '') < Date.now());
	return {
		...reading,
		// A run tells when it was changed last, which may be after it was decided.
		occurredAt: null,
		changedAt: updated_at,
		url: isOpen ? link.url : null,
		urlExpiresAt: isOpen ? urlExpiresAt : null,
		payload: asObject(run),
	};
}

const refusalFields = fields({ error: fields({ message: text, fields: anything }) });

const applicantFields = fields({ id: text, sandbox: word });

const runFields = fields({ created_at: text, updated_at: text, link: fields({ url: text, expires_at: text }) });
