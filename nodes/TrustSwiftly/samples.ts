import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import type { JsonObject } from '../../webhook/json';
import { type SampleDetails, type Samples, someone } from '../../webhook/samples';
import { trustSwiftly } from './trustSwiftly';

const email = { id: 1, name: 'Email' };
const documents = { id: 3, name: 'Document / ID' };

/** What Trust Swiftly sends, after the sample in https://docs.trustswiftly.com. */
export const samples: Samples<'signingSecret' | 'previousSigningSecret'> = {
	provider: trustSwiftly,
	newSecrets: () => ({ signingSecret: randomBytes(18).toString('base64url'), previousSigningSecret: '' }),
	details: ['externalId', 'id', 'email', 'phone'],
	samples: [
		{ name: 'verification.completed', status: 'approved', create: verification('completed', 'Verified', 2) },
		{ name: 'verification.rejected', status: 'rejected', create: verification('rejected', 'Active', 3) },
		{ name: 'verification.completed', status: 'pending', create: verification('completed', 'Active', 0) },
		{ name: 'user.status.changed', status: 'rejected', create: userStatus('Banned') },
		{ name: 'user.status.changed', status: 'other', create: userStatus('Active') },
	],
	seal(payload, { signingSecret }) {
		// As PHP writes it, with escaped slashes.
		const body = JSON.stringify(payload).replaceAll('/', '\\/');
		const signature = createHmac('sha256', signingSecret).update(body).digest('hex');
		return { contentType: 'application/json', headers: { Signature: signature }, body };
	},
};

/** About the e-mail check, which is complete, or about the rejected document check beside it. */
function verification(what: string, userStatus: string, documentState: number) {
	return event(`verification.${what}`, userStatus, documentState === 3 ? documents : email, [
		{ ...email, status: { value: 2, friendly: 'Complete' }, attributes: {} },
		{ ...documents, status: { value: documentState, friendly: '' }, attributes: {} },
	]);
}

function userStatus(status: string) {
	return event('user.status.changed', status, email, []);
}

function event(type: string, user_status: string, about: typeof email, verifications: JsonObject[]) {
	return ({ externalId = someone.externalId, subject = {} }: SampleDetails): JsonObject => ({
		id: randomUUID(),
		type,
		subject: type.startsWith('verification.') ? 'verification' : 'user',
		spec_version: '2025-10-08',
		occurred_at: new Date().toISOString(),
		resource_id: about.id,
		relationships: { user_id: 172, user_uuid: subject.id ?? randomUUID() },
		data: {
			verification_id: about.id,
			verification_name: `${about.name} verification`,
			email: subject.email ?? someone.email,
			...(subject.phone && { phone_number: subject.phone }),
			user_status,
			order_id: null,
			ip: '192.0.2.7',
			ip_country: 'US',
			reference_id: externalId,
			last_activity: new Date().toISOString(),
			verifications,
		},
	});
}
