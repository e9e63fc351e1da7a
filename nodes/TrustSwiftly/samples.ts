import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import type { JsonObject } from '../../webhook/json';
import { type SampleDetails, type Samples, someone } from '../../webhook/samples';
import { trustSwiftly } from './trustSwiftly';

/** What Trust Swiftly sends, after the sample in https://docs.trustswiftly.com. */
export const samples: Samples<'signingSecret' | 'previousSigningSecret'> = {
	provider: trustSwiftly,
	newSecrets: () => ({ signingSecret: randomBytes(18).toString('base64url'), previousSigningSecret: '' }),
	details: ['externalId', 'id', 'email'],
	samples: [
		{ name: 'verification.completed', status: 'approved', create: verification('completed', 'Verified', 2) },
		{ name: 'verification.rejected', status: 'rejected', create: verification('rejected', 'Active', 3) },
		{ name: 'verification.completed', status: 'pending', create: verification('completed', 'Active', 0) },
		{ name: 'user.status.changed', status: 'other', create: event('user.status.changed', 'Active', []) },
	],
	seal(payload, { signingSecret }) {
		// As PHP writes it, with escaped slashes.
		const body = JSON.stringify(payload).replaceAll('/', '\\/');
		const signature = createHmac('sha256', signingSecret).update(body).digest('hex');
		return { contentType: 'application/json', headers: { Signature: signature }, body };
	},
};

/** An e-mail check that is complete, beside a document check in the given state. */
function verification(what: string, userStatus: string, documentState: number) {
	return event(`verification.${what}`, userStatus, [
		{ id: 1, name: 'Email', status: { value: 2, friendly: 'Complete' }, attributes: {} },
		{ id: 3, name: 'Document / ID', status: { value: documentState, friendly: '' }, attributes: {} },
	]);
}

function event(type: string, userStatus: string, verifications: JsonObject[]) {
	return ({ externalId = someone.externalId, subject = {} }: SampleDetails): JsonObject => ({
		id: randomUUID(),
		type,
		subject: type.startsWith('verification.') ? 'verification' : 'user',
		spec_version: '2025-10-08',
		occurred_at: '2025-10-08T23:55:09+00:00',
		resource_id: 1,
		relationships: { user_id: 172, user_uuid: subject.id ?? randomUUID() },
		data: {
			verification_id: 1,
			verification_name: 'Email verification',
			email: subject.email ?? someone.email,
			user_status: userStatus,
			order_id: null,
			ip: '192.0.2.7',
			ip_country: 'US',
			reference_id: externalId,
			last_activity: '2025-10-08T23:54:50+00:00',
			verifications,
		},
	});
}
