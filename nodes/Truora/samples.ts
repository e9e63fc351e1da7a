import { randomBytes } from 'node:crypto';
import { SignJWT } from 'jose';
import type { JsonObject } from '../../webhook/json';
import { type SampleDetails, type Samples, someone, splitName } from '../../webhook/samples';
import { truora } from './truora';

/** What Truora sends, after https://developer.truora.com. */
export const samples: Samples<'signingKey' | 'previousSigningKey'> = {
	provider: truora,
	newSecrets: () => ({ signingKey: randomBytes(48).toString('base64url'), previousSigningKey: '' }),
	bodyOnly: true,
	details: ['externalId', 'email', 'phone', 'name'],
	samples: [
		{ name: 'identity_process', status: 'approved', create: identityProcess('succeeded', { status: 'success' }) },
		{
			name: 'identity_process',
			status: 'rejected',
			create: identityProcess('failed', { status: 'failure', failure_status: 'declined' }),
		},
		{ name: 'identity_process', status: 'pending', create: identityProcess('created', { status: 'pending' }) },
		{ name: 'identity_process', status: 'other', create: identityProcess('expired', { status: 'failure' }) },
	],
	seal: (payload, secrets, now) => sign([payload], secrets, now),
	sealSeveral: sign,
	faults: [
		{
			name: 'algNone',
			label: 'Token Without Signature (alg: none)',
			code: 'token_algorithm_not_allowed',
			seal: (events, _, now) => delivery(`${encode({ alg: 'none', typ: 'JWT' })}.${encode(claims(events, now))}.`),
		},
	],
};

async function sign(events: readonly JsonObject[], { signingKey }: { signingKey: string }, now: number) {
	const token = new SignJWT(claims(events, now)).setProtectedHeader({ alg: 'HS256', typ: 'JWT' });
	return delivery(await token.sign(Buffer.from(signingKey)));
}

function claims(events: readonly JsonObject[], now: number) {
	return { events, iat: Math.floor(now / 1000), iss: 'Truora' };
}

function encode(part: object): string {
	return Buffer.from(JSON.stringify(part)).toString('base64url');
}

function delivery(body: string) {
	return { contentType: 'application/jwt', headers: {}, body };
}

function identityProcess(action: string, result: JsonObject) {
	return ({ externalId = someone.externalId, subject = {} }: SampleDetails): JsonObject => ({
		id: `HKE${randomBytes(16).toString('hex')}`,
		event_type: 'identity_process',
		event_action: action,
		object: {
			process_id: `IDP${randomBytes(16).toString('hex')}`,
			account_id: externalId,
			...person(subject),
			...result,
		},
		timestamp: new Date().toISOString(),
		version: '1.0',
	});
}

function person({ email = someone.email, phone = null, name }: NonNullable<SampleDetails['subject']>): JsonObject {
	const { first, last } = splitName(name);
	return { email, cell_phone: phone, first_name: first, last_name: last };
}
