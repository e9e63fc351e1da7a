import type { Api, Ask, Verification } from '../../api/api';
import { compact, mergeBody } from '../../api/body';
import { InputError } from '../../api/errors';
import { entriesOf } from '../../api/entries';
import { pageByPage } from '../../api/pages';
import { query, segment } from '../../api/query';
import { anything, fields, list, text } from '../../webhook/fields';
import { asObject } from '../../webhook/json';
import { canceled } from '../../webhook/outcome';
import { humanos } from './humanos';
import { readRequest } from './request';
import { securityLevels } from './securityLevels';

/** Most of a page: https://docs.humanos.id/api-reference/2026-05-17/requests/list-requests. */
const PAGE = 100;

/** Humanos' API, version 2026-05-17: https://docs.humanos.id/api-reference/2026-05-17/requests/create-request. */
export const humanosApi = {
	provider: humanos,
	credentialType: 'humanosKycApi',
	baseUrl: 'https://api.humanos.id',
	idempotencyHeader: 'Idempotency-Key',
	// The one-time password of the person, and the link that belongs to it.
	secretFields: ['code', 'link'],
	wishes: ['email', 'phone', 'redirectUrl', 'language'],
	parameters: ['securityLevel'],

	reasonOf(body) {
		const { message } = refusalFields.parse(body);
		return (
			[message]
				.flat()
				.flatMap((one) => text.parse(one) ?? [])
				.join('; ') || null
		);
	},

	async create(ask, wish) {
		const contact = wish.email || wish.phone;
		if (contact === '') {
			throw new InputError('Humanos needs an email address or a phone number', 'Add Email or Phone. Nothing was sent.');
		}
		const sent = compact({
			contacts: [contact],
			securityLevel: levelOf(wish.parameters.securityLevel),
			groupIds: wish.template === '' ? null : [wish.template],
			internalId: wish.externalId,
			redirectUrl: wish.redirectUrl,
			language: wish.language,
		});
		const answer = await ask({
			method: 'POST',
			path: '/request',
			json: mergeBody(sent, wish.body),
			startsVerification: true,
		});
		const { id, subjects } = requestFields.parse(answer);
		return {
			environment: null,
			providerStatus: null,
			verificationId: id,
			externalId: wish.externalId,
			subject: readRequest(answer).subject,
			url: createdFields.parse(subjects?.[0]).link,
			urlExpiresAt: null,
			payload: asObject(answer),
		};
	},

	get: lookUp,

	async find(ask, externalId) {
		let newest: { id: string; createdAt: string } | null = null;
		for await (const request of requests(ask, externalId)) {
			const { id, internalId, createdAt } = requestFields.parse(request);
			const isNewer = newest === null || (createdAt ?? '') > newest.createdAt;
			if (id !== null && internalId === externalId && isNewer) newest = { id, createdAt: createdAt ?? '' };
		}
		// The list leaves out what each person has said.
		return newest && (await lookUp(ask, newest.id));
	},

	async cancel(ask, verificationId) {
		const verification = await lookUp(ask, verificationId);
		await ask({ method: 'DELETE', path: `/request/${segment(verificationId)}` });
		return { ...verification, ...canceled, changedAt: 'canceled' };
	},

	/** https://docs.humanos.id/api-reference/2026-04-14/resources/get-groups */
	async listTemplates(ask) {
		const { data } = pageFields.parse(
			await ask({ method: 'GET', path: `/resource/group${query({ pageSize: PAGE })}` }),
		);
		return entriesOf(data, 'Humanos').flatMap((group) => {
			const { id, name } = groupFields.parse(group);
			return id === null ? [] : { id, name: name ?? id };
		});
	},
} satisfies Api;

/** Without one Humanos would identify nobody, but only ask for the contact. */
function levelOf(given: unknown): string {
	const levels = securityLevels.map(({ value }) => value);
	if (levels.includes(given as string)) return given as string;
	throw new InputError('Security Level is none of those that there are', `Choose of ${levels.join(', ')}.`);
}

/** Those whose own reference holds the given one. */
function requests(ask: Ask, internalId: string): AsyncGenerator<unknown> {
	return pageByPage(0, 'id', async (page) => {
		const path = `/request${query({ internalId, pageIndex: page, pageSize: PAGE })}`;
		const { data, totalPages } = pageFields.parse(await ask({ method: 'GET', path }));
		return { entries: entriesOf(data, 'Humanos'), next: page + 1 < Number(totalPages ?? 1) ? page + 1 : null };
	});
}

async function lookUp(ask: Ask, verificationId: string): Promise<Verification> {
	const request = await ask({ method: 'GET', path: `/request/${segment(verificationId)}` });
	const { words, ...reading } = readRequest(request);
	return { ...reading, occurredAt: null, changedAt: words.join(), payload: asObject(request) };
}

const refusalFields = fields({ message: anything });

const requestFields = fields({ id: text, internalId: text, createdAt: text, subjects: list });

const createdFields = fields({ link: text });

const pageFields = fields({ data: list, totalPages: text });

const groupFields = fields({ id: text, name: text });
