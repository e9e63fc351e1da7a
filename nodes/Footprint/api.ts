import type { Api, Ask, Parameters, Verification } from '../../api/api';
import { compact, mergeBody } from '../../api/body';
import { entriesOf } from '../../api/entries';
import { InputError } from '../../api/errors';
import { pageByPage } from '../../api/pages';
import { query, segment } from '../../api/query';
import { anything, fields, list, number, text, word } from '../../webhook/fields';
import { asObject } from '../../webhook/json';
import { unknown } from '../../webhook/outcome';
import { isoTime } from '../../webhook/time';
import { footprint } from './footprint';
import { IN_SANDBOX, readResource } from './resource';

/** Footprint's API: https://docs.onefootprint.com/llms/api-reference/users.md. */
export const footprintApi = {
	provider: footprint,
	credentialType: 'footprintKycApi',
	baseUrl: 'https://api.onefootprint.com',
	/** The link holds the token of the session. */
	secretFields: ['link'],
	wishes: ['email', 'phone', 'firstName', 'lastName'],
	limits: {
		externalId: {
			max: 256,
			pattern: /^[A-Za-z0-9._-]+$/,
			form: 'may hold only letters without accents, digits, ".", "_" and "-"',
		},
		phone: { pattern: /^\+\d/, form: 'must begin with + and the country code' },
	},
	parameters: ['playbook'],

	reasonOf(body) {
		return refusalFields.parse(body).message;
	},

	/** The person has no id before they begin: https://docs.onefootprint.com/articles/integrate/onboarding-sessions. */
	async create(ask, wish) {
		const { externalId, template, email, phone, firstName, lastName } = wish;
		const sent = compact({
			kind: 'onboard',
			key: template,
			user_external_id: externalId,
			bootstrap_data: {
				'id.email': email,
				'id.phone_number': phone,
				'id.first_name': firstName,
				'id.last_name': lastName,
			},
		});
		const answer = await ask({ method: 'POST', path: '/onboarding/session', json: mergeBody(sent, wish.body) });
		const { link, expires_at: expiresAt } = sessionFields.parse(answer);
		return {
			environment: template.startsWith('pb_test_') ? 'test' : template.startsWith('pb_live_') ? 'live' : null,
			providerStatus: null,
			verificationId: null,
			externalId,
			url: link,
			urlExpiresAt: isoTime(expiresAt),
			payload: asObject(answer),
		};
	},

	async get(ask, verificationId, parameters) {
		return await lookUp(ask, pathOf(verificationId), parameters);
	},

	/** One user has it, or none: https://docs.onefootprint.com/llms/api-reference/external-ids.md. */
	async find(ask, externalId, parameters) {
		return await lookUp(ask, `/users/ext_id:${segment(externalId)}`, parameters);
	},
} satisfies Api;

/** An onboarding cannot be looked up by its id alone. */
function pathOf(id: string): string {
	if (id.startsWith('fp_bid_')) return `/businesses/${segment(id)}`;
	if (id.startsWith('fp_')) return `/users/${segment(id)}`;
	throw new InputError(
		'Footprint looks up users (fp_id_…) and businesses (fp_bid_…)',
		'Take the field subject.id of an item instead of verificationId, or look up by external ID.',
	);
}

/** The status of a user is that of the last onboarding, or of the review after it. */
async function lookUp(ask: Ask, path: string, parameters: Parameters): Promise<Verification> {
	const answer = await ask({ method: 'GET', path });
	const { id, status, external_id, requires_manual_review } = userFields.parse(answer);
	const is_live = IN_SANDBOX.test(id ?? '') ? false : await keyIsLive(ask);
	const { reading } = readResource({ fp_id: id, status, external_id, requires_manual_review, is_live });
	const isIncomplete =
		reading.status === 'approved' && (typeof requires_manual_review !== 'boolean' || typeof is_live !== 'boolean');
	const isDecided = reading.status === 'approved' || reading.status === 'rejected';
	const playbook = playbookOf(parameters.playbook);
	const isContradicted = isDecided && playbook && (await statusOf(ask, path, playbook)) !== status;
	return {
		...reading,
		...(isIncomplete || isContradicted ? unknown : {}),
		occurredAt: null,
		changedAt: null,
		payload: asObject(answer),
	};
}

/** An expression that gives something else than a key must not pass for "any playbook". */
function playbookOf(given: unknown = ''): string {
	if (typeof given === 'string' && (given === '' || given.trim() !== '')) return given.trim();
	throw new InputError('Playbook Key is no key', 'Check its expression, or leave it empty for any playbook.');
}

/** A key reaches one environment only: https://docs.onefootprint.com/llms/api-reference/authentication.md. */
async function keyIsLive(ask: Ask): Promise<unknown> {
	return keyFields.parse(await ask({ method: 'GET', path: '/org/api_keys/check' })).is_live;
}

/**
 * The status of the newest onboarding onto a playbook: the list is ordered by time, descending
 * (https://docs.onefootprint.com/llms/api-reference/business-onboarding.md).
 * @returns null where there is none
 */
async function statusOf(ask: Ask, path: string, playbook: string): Promise<string | null> {
	for await (const onboarding of onboardings(ask, path)) {
		const { playbook_key, status } = onboardingFields.parse(onboarding);
		if (playbook_key === playbook) return status;
	}
	return null;
}

/** They are listed without an id. */
function onboardings(ask: Ask, path: string): AsyncGenerator<unknown> {
	return pageByPage(0, 'id', async (page) => {
		const answer = await ask({ method: 'GET', path: `${path}/onboardings${query({ page: page || null })}` });
		const { data, meta } = pageFields.parse(answer);
		return { entries: entriesOf(data, 'Footprint'), next: meta.next_page };
	});
}

const refusalFields = fields({ message: text });

const sessionFields = fields({ link: text, expires_at: text });

const keyFields = fields({ is_live: anything });

const userFields = fields({ id: text, status: word, external_id: text, requires_manual_review: anything });

const pageFields = fields({ data: list, meta: fields({ next_page: number }) });

const onboardingFields = fields({ playbook_key: text, status: word });
