import { createHmac, randomBytes } from 'node:crypto';
import type { JsonObject } from '../../webhook/json';
import { type Sample, type SampleDetails, type Samples, someone } from '../../webhook/samples';
import { stripeIdentity } from './stripeIdentity';

/** What Stripe sends, after https://docs.stripe.com/api/identity/verification_sessions/object. */
export const samples: Samples<'signingSecret' | 'previousSigningSecret'> = {
	provider: stripeIdentity,
	newSecrets: () => ({ signingSecret: `whsec_${randomBytes(24).toString('base64url')}`, previousSigningSecret: '' }),
	details: ['externalId', 'id', 'email', 'phone'],
	samples: [
		session('approved', 'verified', { status: 'verified' }),
		session('pending', 'processing', { status: 'processing' }),
		session('pending', 'requires_input', {
			status: 'requires_input',
			last_error: { code: 'document_expired', reason: 'The document is expired.' },
		}),
		session('rejected', 'requires_input', {
			status: 'requires_input',
			last_error: { code: 'under_supported_age', reason: 'The person is too young.' },
		}),
		session('other', 'canceled', { status: 'canceled' }),
		session('other', 'verified', { status: 'verified' }, false),
	],
	seal(payload, { signingSecret }, now) {
		// Stripe writes its events with line breaks.
		const body = JSON.stringify(payload, null, 2);
		const timestamp = Math.floor(now / 1000);
		const signature = createHmac('sha256', signingSecret).update(`${timestamp}.${body}`).digest('hex');
		return {
			contentType: 'application/json; charset=utf-8',
			headers: { 'Stripe-Signature': `t=${timestamp},v1=${signature}` },
			body,
		};
	},
};

function session(status: Sample['status'], what: string, result: JsonObject, livemode = true): Sample {
	const name = `identity.verification_session.${what}`;
	return { name, status, create: (details) => event(name, { ...result, livemode }, details) };
}

function event(
	type: string,
	session: JsonObject,
	{ externalId = someone.externalId, subject = {} }: SampleDetails,
): JsonObject {
	return {
		id: newId('evt'),
		object: 'event',
		api_version: '2025-09-30.clover',
		created: Math.floor(Date.now() / 1000),
		data: {
			object: {
				id: newId('vs'),
				object: 'identity.verification_session',
				client_reference_id: externalId,
				client_secret: null,
				created: Math.floor(Date.now() / 1000),
				last_error: null,
				last_verification_report: newId('vr'),
				metadata: { order: '5122' },
				options: { document: { require_matching_selfie: true } },
				provided_details: { email: subject.email ?? someone.email, phone: subject.phone ?? null },
				redaction: null,
				related_customer: subject.id ?? null,
				type: 'document',
				url: null,
				...session,
			},
		},
		livemode: session.livemode,
		pending_webhooks: 1,
		request: { id: null, idempotency_key: null },
		type,
	};
}

function newId(prefix: string): string {
	return `${prefix}_${randomBytes(12).toString('hex')}`;
}
