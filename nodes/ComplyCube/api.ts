import type { Api, Ask, Filter, Verification, Wish } from '../../api/api';
import { compact, mergeBody } from '../../api/body';
import { InputError } from '../../api/errors';
import { segment } from '../../api/query';
import { fields, text } from '../../webhook/fields';
import { asObject, type JsonObject } from '../../webhook/json';
import { isoTime } from '../../webhook/time';
import { clientsOf, createClient } from './clients';
import { complyCube } from './complyCube';
import { pages } from './pages';
import { readResource } from './resource';
import { webhooks } from './webhooks';

/**
 * ComplyCube's API: https://docs.complycube.com/documentation/api-reference. What is looked up is a workflow session,
 * the verdict on the whole client. It comes into being when the person opens the link.
 */
export const complyCubeApi = {
	provider: complyCube,
	credentialType: 'complyCubeKycApi',
	baseUrl: 'https://api.complycube.com/v1',
	secretFields: ['redirecturl'],
	wishes: ['email', 'phone', 'firstName', 'lastName', 'redirectUrl'],

	reasonOf(body) {
		const { type, message, param } = refusalFields.parse(body);
		const reason = message ?? type;
		return param === null || reason?.includes(param) ? reason : `${reason ?? 'invalid'} (${param})`;
	},

	async create(ask, wish) {
		const wanted = sessionOf(wish);
		const client = 'clientId' in wanted ? { id: wanted.clientId } : await createClient(ask, wish);
		const { verificationId: clientId, subject } = readResource('client.created', client).reading;
		const json = { ...wanted, clientId };
		const answer = await ask({ method: 'POST', path: '/flow/sessions', json, startsVerification: true });
		return {
			environment: null,
			providerStatus: null,
			verificationId: null,
			externalId: wish.externalId,
			subject,
			url: answerFields.parse(answer).redirectUrl,
			// Fourteen days or until it is done, counted from a time that is not told.
			urlExpiresAt: null,
			payload: asObject(client),
		};
	},

	get: sessionById,

	async find(ask, externalId) {
		for await (const clientId of clientsOf(ask, externalId)) {
			// Of the newest client alone: an older one's verdict says nothing of the link that was sent last.
			for await (const { verificationId } of sessionsOf(ask, { clientId }, null)) {
				return verificationId === null ? null : { ...(await sessionById(ask, verificationId)), externalId };
			}
			return null;
		}
		return null;
	},

	list: sessions,

	async cancel(ask, verificationId) {
		// It answers with the new status alone.
		await ask({ method: 'POST', path: `/workflowSessions/${segment(verificationId)}/cancel`, json: {} });
		return await sessionById(ask, verificationId);
	},

	webhooks,
} satisfies Api;

/** https://docs.complycube.com/documentation/api-reference/other-resources/hosted-solution/create-a-session */
function sessionOf({ template, redirectUrl, body }: Wish): JsonObject {
	const cancelUrl = 'cancelUrl' in body ? '' : redirectUrl;
	const session = mergeBody(compact({ workflowTemplateId: template, successUrl: redirectUrl, cancelUrl }), body);
	if ('successUrl' in session && 'cancelUrl' in session) return session;
	throw new InputError(
		'ComplyCube needs to know where the person is sent afterwards',
		'Add Redirect URL. Another address for those who give up can be named in Request Body (JSON): {"cancelUrl": "…"}.',
	);
}

async function sessionById(ask: Ask, id: string): Promise<Verification> {
	return verificationOf(await ask({ method: 'GET', path: `/workflowSessions/${segment(id)}` }));
}

async function* sessions(ask: Ask, { externalId, since }: Filter): AsyncGenerator<Verification> {
	if (externalId === '') {
		yield* sessionsOf(ask, {}, since);
		return;
	}
	for await (const clientId of clientsOf(ask, externalId)) {
		for await (const session of sessionsOf(ask, { clientId }, since)) yield { ...session, externalId };
	}
}

async function* sessionsOf(ask: Ask, filter: { clientId?: string }, since: number | null) {
	for await (const session of pages(ask, '/workflowSessions', filter)) {
		const createdAt = isoTime(timeFields.parse(session).createdAt);
		// What was created last comes first.
		if (since !== null && createdAt !== null && Date.parse(createdAt) < since) return;
		const verification = verificationOf(session);
		if (filter.clientId === undefined || verification.subject.id === filter.clientId) yield verification;
	}
}

function verificationOf(session: unknown): Verification {
	const { completedAt, updatedAt } = timeFields.parse(session);
	return {
		...readResource(null, session).reading,
		occurredAt: isoTime(completedAt),
		changedAt: updatedAt,
		payload: asObject(session),
	};
}

const refusalFields = fields({ type: text, message: text, param: text });

const answerFields = fields({ redirectUrl: text });

const timeFields = fields({ createdAt: text, completedAt: text, updatedAt: text });
