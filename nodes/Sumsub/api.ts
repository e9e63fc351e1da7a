import type { Api, Ask, Parameters, Verification } from '../../api/api';
import { compact, mergeBody } from '../../api/body';
import { entriesOf } from '../../api/entries';
import { noneIfNotFound } from '../../api/errors';
import { query, segment } from '../../api/query';
import { fields, list, text } from '../../webhook/fields';
import { asObject } from '../../webhook/json';
import { readApplicant } from './applicant';
import { sumsub } from './sumsub';

/** In seconds: how long a link works at Sumsub unless it is told otherwise. */
const LINK_LIFE = 1800;

/** Sumsub's API: https://docs.sumsub.com/reference. What is verified is an applicant, known by the reference. */
export const sumsubApi = {
	provider: sumsub,
	credentialType: 'sumsubKycApi',
	baseUrl: 'https://api.sumsub.com',
	wishes: ['email', 'phone', 'redirectUrl', 'expiresAfter', 'language'],
	parameters: ['approvedWhen'],

	/** https://docs.sumsub.com/docs/app-tokens */
	environmentOf({ appToken }) {
		const [prefix] = String(appToken).split(':', 1);
		return prefix === 'sbx' ? 'test' : prefix === 'prd' ? 'live' : null;
	},

	reasonOf(body) {
		const { description, errorName } = refusalFields.parse(body);
		return description ?? errorName;
	},

	/** https://docs.sumsub.com/reference/generate-websdk-external-link: it returns only the link. */
	async create(ask, wish) {
		const { externalId, template, email, phone, redirectUrl, expiresAfter, language } = wish;
		const sent = compact({
			levelName: template,
			userId: externalId,
			applicantIdentifiers: { email, phone },
			redirect: { successUrl: redirectUrl, rejectUrl: redirectUrl },
			ttlInSecs: expiresAfter || LINK_LIFE,
		});
		const answer = await ask({
			method: 'POST',
			path: `/resources/sdkIntegrations/levels/-/websdkLink${query({ lang: language })}`,
			json: mergeBody(sent, wish.body),
			startsVerification: true,
		});
		return {
			environment: null,
			providerStatus: null,
			verificationId: null,
			externalId,
			url: linkFields.parse(answer).url,
			urlExpiresAt: null,
			payload: {},
		};
	},

	async get(ask, verificationId, parameters) {
		return await applicant(ask, segment(verificationId), parameters);
	},

	async find(ask, externalId, parameters) {
		return await applicant(ask, `-;externalUserId=${segment(externalId)}`, parameters).catch(noneIfNotFound);
	},

	/** https://docs.sumsub.com/reference/get-applicant-levels */
	async listTemplates(ask) {
		const answer = levelsFields.parse(await ask({ method: 'GET', path: '/resources/applicants/-/levels' }));
		// The reference has `items`, Sumsub's own samples read `list.items`: https://github.com/SumSubstance.
		return entriesOf(answer.list.items ?? answer.items, 'Sumsub').flatMap((level) => {
			const { name, type } = levelFields.parse(level);
			// A level of actions is for an applicant who is there already.
			return name === null || type === 'actions' ? [] : { id: name, name };
		});
	},
} satisfies Api;

/** @param which its id, or the reference as a matrix parameter */
async function applicant(ask: Ask, which: string, { approvedWhen }: Parameters): Promise<Verification> {
	const answer = await ask({ method: 'GET', path: `/resources/applicants/${which}/one` });
	const { reading, ...times } = readApplicant(answer, approvedWhen);
	return { ...reading, ...times, payload: asObject(answer) };
}

const refusalFields = fields({ description: text, errorName: text });

const linkFields = fields({ url: text });

const levelsFields = fields({ items: list, list: fields({ items: list }) });

const levelFields = fields({ name: text, type: text });
