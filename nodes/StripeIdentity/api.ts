import type { Api, Parameters, Verification } from '../../api/api';
import { compact, mergeBody } from '../../api/body';
import { InputError } from '../../api/errors';
import { readListed } from '../../api/events';
import { segment } from '../../api/query';
import { fields, text } from '../../webhook/fields';
import { asObject, type JsonObject } from '../../webhook/json';
import { events } from './events';
import { pages } from './pages';
import { METADATA_KEY, readResource } from './resource';
import { stripeIdentity } from './stripeIdentity';
import { webhooks } from './webhooks';

const SESSIONS = '/identity/verification_sessions';

/** Stripe's API: https://docs.stripe.com/api/identity/verification_sessions. */
export const stripeIdentityApi = {
	provider: stripeIdentity,
	credentialType: 'stripeIdentityKycApi',
	baseUrl: 'https://api.stripe.com/v1',
	// It repeats the first answer for a day, a failure too: https://docs.stripe.com/api/idempotent_requests.
	idempotencyHeader: 'Idempotency-Key',
	secretFields: ['url'],
	wishes: ['email', 'phone', 'redirectUrl'],
	limits: { externalId: { max: 5000 } },
	parameters: [METADATA_KEY, 'verificationType', 'verificationFlow'],

	/** https://docs.stripe.com/api/errors */
	reasonOf(body) {
		const { message, code, type } = refusalFields.parse(body).error;
		return message ?? code ?? type;
	},

	async create(ask, wish) {
		const { externalId, email, phone, redirectUrl, parameters } = wish;
		const sent = compact({
			...kindOf(parameters),
			client_reference_id: externalId,
			provided_details: { email, phone },
			return_url: redirectUrl,
		});
		const answer = await ask({
			method: 'POST',
			path: SESSIONS,
			form: mergeBody(sent, wish.body),
			startsVerification: true,
		});
		const { reading } = readResource(answer, parameters);
		const { environment, providerStatus, verificationId, subject, externalId: reference } = reading;
		return {
			environment,
			providerStatus,
			verificationId,
			externalId: reference ?? externalId,
			subject,
			url: linkOf(answer),
			urlExpiresAt: null,
			payload: asObject(answer),
		};
	},

	async get(ask, verificationId, parameters) {
		const answer = await ask({ method: 'GET', path: `${SESSIONS}/${segment(verificationId)}` });
		return { ...verificationOf(answer, parameters), url: linkOf(answer) };
	},

	async find(ask, externalId, parameters) {
		for await (const session of pages(ask, SESSIONS, { client_reference_id: externalId, limit: 1 })) {
			return { ...verificationOf(session, parameters), url: linkOf(session) };
		}
		return null;
	},

	async *list(ask, { externalId, since }, parameters) {
		const filter = { client_reference_id: externalId, 'created[gte]': secondsOf(since) };
		for await (const session of pages(ask, SESSIONS, filter)) yield verificationOf(session, parameters);
	},

	/** Stripe keeps events for 30 days: https://docs.stripe.com/api/events/list. */
	async *listEvents(ask, since, parameters) {
		const filter = { 'types[]': events.map(({ value }) => String(value)), 'created[gte]': secondsOf(since) };
		for await (const event of pages(ask, '/events', filter)) {
			yield* readListed(stripeIdentity, asObject(event), parameters);
		}
	},

	/** Only while it waits for the person: https://docs.stripe.com/api/identity/verification_sessions/cancel. */
	async cancel(ask, verificationId, parameters) {
		const path = `${SESSIONS}/${segment(verificationId)}/cancel`;
		return verificationOf(await ask({ method: 'POST', path }), parameters);
	},

	webhooks,
} satisfies Api;

/** What is checked: a kind of check, or a flow that was made in the dashboard. */
function kindOf({ verificationType, verificationFlow }: Parameters): JsonObject {
	if (verificationType !== 'verification_flow') return { type: verificationType };
	const flow = typeof verificationFlow === 'string' ? verificationFlow.trim() : '';
	if (flow !== '') return { verification_flow: flow };
	throw new InputError('Verification Flow is empty', 'Copy the ID of the flow from the Stripe dashboard.');
}

/** Stripe tells no time of a decision or change; another attempt has another report or error. */
function verificationOf(resource: unknown, parameters: Parameters): Verification {
	const { reading, session } = readResource(resource, parameters);
	return {
		...reading,
		occurredAt: null,
		changedAt: JSON.stringify([session.last_verification_report, session.last_error]),
		payload: asObject(resource),
	};
}

/** The link for the person, who can use it only while the session waits for them. */
function linkOf(resource: unknown): string | null {
	const { status, url } = readResource(resource, {}).session;
	return status === 'requires_input' ? url : null;
}

function secondsOf(milliseconds: number | null): number | null {
	return milliseconds === null ? null : Math.floor(milliseconds / 1000);
}

const refusalFields = fields({ error: fields({ message: text, code: text, type: text }) });
