import type { Api, Ask, Filter, Parameters, Verification, Wish } from '../../api/api';
import { baseUrlOf } from '../../api/baseUrl';
import { compact, mergeBody } from '../../api/body';
import { entriesOf } from '../../api/entries';
import { InputError, noneIfNotFound } from '../../api/errors';
import { phoneNumber } from '../../api/limits';
import { segment } from '../../api/query';
import { subject } from '../../webhook/event';
import { anything, fields, list, text } from '../../webhook/fields';
import { asObject, isJsonObject } from '../../webhook/json';
import { fullName } from '../../webhook/name';
import { isoTime } from '../../webhook/time';
import { type Link, linkOf } from './link';
import { users } from './pages';
import { readResource } from './resource';
import { trustSwiftly } from './trustSwiftly';

/** Trust Swiftly's API: https://docs.trustswiftly.com/users. What is verified is a user, who stays the same. */
export const trustSwiftlyApi = {
	provider: trustSwiftly,
	credentialType: 'trustSwiftlyKycApi',
	baseUrl: ({ baseUrl }) => baseUrlOf(baseUrl),
	secretFields: ['magiclink', 'fullurl', 'shorturl'],
	wishes: ['email', 'phone', 'firstName', 'lastName', 'redirectUrl', 'expiresAfter'],
	limits: {
		template: { pattern: /^tmpl_/, form: 'must begin with tmpl_' },
		phone: phoneNumber,
		expiresAfter: { min: 3600 },
	},
	parameters: ['approvedWhen'],

	/** https://docs.trustswiftly.com/errors; the page on authentication and the SDK have two older forms. */
	reasonOf(body) {
		const { error_message, message, error, errors } = refusalFields.parse(body);
		const reason = error_message ?? error.error_message ?? message;
		const details = isJsonObject(errors) ? Object.entries(errors) : [];
		const named = details.map(([field, problems]) => `${field}: ${[problems].flat().join(' ')}`);
		return [...(reason === null ? [] : [reason]), ...named].join(' ') || null;
	},

	async create(ask, wish) {
		if (wish.email === '') {
			throw new InputError('Email is empty', 'Trust Swiftly needs it to create a user. Nothing was sent.');
		}
		const { externalId, template, email, phone, firstName, lastName, redirectUrl } = wish;
		const sent = compact({
			email,
			template_id: template,
			reference_id: externalId,
			phone,
			first_name: firstName,
			last_name: lastName,
			completion_url: redirectUrl,
		});
		const answer = await ask({
			method: 'POST',
			path: '/api/users',
			json: mergeBody(sent, wish.body),
			startsVerification: true,
		});
		const { id, magic_link } = createdFields.parse(answer);
		return {
			environment: null,
			providerStatus: null,
			verificationId: id,
			externalId,
			subject: subject({ id, email, phone: phone || null, name: fullName(firstName || null, lastName || null) }),
			...(await linkFor(ask, id, magic_link, wish)),
			payload: asObject(answer),
		};
	},

	async get(ask, verificationId, { approvedWhen }) {
		return verificationOf(await ask({ method: 'GET', path: `/api/users/${segment(verificationId)}` }), approvedWhen);
	},

	find,

	list: verifications,

	async listTemplates(ask) {
		const answer = await ask({ method: 'GET', path: '/api/settings/templates/verifications' });
		const templates = entriesOf(list.parse(answer), 'Trust Swiftly').map((one) => templateFields.parse(one));
		// What the API calls the name is the ID that it takes: https://docs.trustswiftly.com/templates.
		return templates.flatMap(({ name: id, types }) => {
			const checks = Array.isArray(types) && types.length > 0 ? `: ${types.join(', ')}` : '';
			return id === null ? [] : { id, name: `${id}${checks}` };
		});
	},
} satisfies Api;

/** That of the answer, unless it has none or another life is wanted. */
async function linkFor(ask: Ask, id: string | null, link: string | null, { expiresAfter }: Wish): Promise<Link> {
	if (id === null || (link !== null && expiresAfter === 0)) return linkOf(link);
	const json = compact({ expiration_hours: Math.floor(expiresAfter / 3600) });
	const answer = await ask({ method: 'POST', path: `/api/users/${segment(id)}/verify-url`, json });
	return linkOf(verifyUrlFields.parse(answer).full_url);
}

/** The path stands in https://docs.trustswiftly.com/button-link. */
async function find(ask: Ask, externalId: string, { approvedWhen }: Parameters): Promise<Verification | null> {
	const answer = await ask({ method: 'GET', path: `/api/users/ref/${segment(externalId)}` }).catch(noneIfNotFound);
	if (answer === null) return null;
	const verification = verificationOf(answer, approvedWhen);
	return { ...verification, externalId: verification.externalId ?? externalId };
}

/** The list has no filter by reference, nor by time. */
async function* verifications(
	ask: Ask,
	{ externalId, since }: Filter,
	parameters: Parameters,
): AsyncGenerator<Verification> {
	if (externalId !== '') {
		const found = await find(ask, externalId, parameters);
		if (found && !isOlder(found, since)) yield found;
		return;
	}
	for await (const user of users(ask)) {
		const verification = verificationOf(user, parameters.approvedWhen);
		if (isOlder(verification, since)) return;
		yield verification;
	}
}

function isOlder({ changedAt }: Verification, since: number | null): boolean {
	const changed = isoTime(changedAt);
	return since !== null && changed !== null && Date.parse(changed) < since;
}

/** A user stands in `data`, or is the answer itself: the documentation has both. */
function verificationOf(answer: unknown, approvedWhen: unknown): Verification {
	const { data, magic_link: beside } = answerFields.parse(answer);
	const user = isJsonObject(data) ? data : answer;
	const { updated_at, magic_link } = answerFields.parse(user);
	const reading = readResource(user, approvedWhen);
	const link = linkOf(reading.status === 'pending' ? (magic_link ?? beside) : null);
	return { ...reading, occurredAt: null, changedAt: updated_at, ...link, payload: asObject(user) };
}

const refusalFields = fields({
	error_message: text,
	message: text,
	error: fields({ error_message: text }),
	errors: anything,
});

const createdFields = fields({ id: text, magic_link: text });

const verifyUrlFields = fields({ full_url: text });

const answerFields = fields({ data: anything, magic_link: text, updated_at: text });

const templateFields = fields({ name: text, types: anything });
