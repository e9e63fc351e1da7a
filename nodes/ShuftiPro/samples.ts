import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { JsonObject } from '../../webhook/json';
import { type SampleDetails, type Samples, someone, splitName } from '../../webhook/samples';
import { shuftiPro } from './shuftiPro';

/** What Shufti Pro sends, after https://developers.shuftipro.com/docs/verification_endpoints/responses. */
export const samples: Samples<'secretKey' | 'previousSecretKey'> = {
	provider: shuftiPro,
	newSecrets: () => ({ secretKey: randomBytes(24).toString('base64url'), previousSecretKey: '' }),
	details: ['externalId', 'email', 'name'],
	samples: [
		{
			name: 'verification.accepted',
			status: 'approved',
			create: verification('verification.accepted', { verification_result: { document: { document: 1 }, face: 1 } }),
		},
		{
			name: 'verification.declined',
			status: 'rejected',
			create: verification('verification.declined', {
				verification_result: { document: { document: 0 }, face: null },
				declined_reason: 'Name on the document does not match',
			}),
		},
		{
			name: 'request.pending',
			status: 'pending',
			create: request('request.pending', { verification_url: 'https://app.shuftipro.com/process/verification/abc' }),
		},
		{ name: 'request.timeout', status: 'other', create: request('request.timeout') },
		{ name: 'verification.status.changed', status: 'other', create: request('verification.status.changed') },
	],
	seal(payload, { secretKey }) {
		// As PHP writes it, with escaped slashes.
		const body = JSON.stringify(payload).replaceAll('/', '\\/');
		const hashedSecret = createHash('sha256').update(secretKey).digest('hex');
		const signature = createHash('sha256').update(`${body}${hashedSecret}`).digest('hex');
		return { contentType: 'application/json', headers: { Signature: signature }, body };
	},
};

/** The reference is the customer's own, another one for each request. */
function request(event: string, result: JsonObject = {}) {
	return ({ externalId = randomUUID(), subject = {} }: SampleDetails): JsonObject => {
		return { reference: externalId, event, email: subject.email ?? someone.email, country: 'GB', ...result };
	};
}

/** With what was read from the document. */
function verification(event: string, result: JsonObject) {
	return (details: SampleDetails): JsonObject => {
		const { first, last } = splitName(details.subject?.name);
		const name = { first_name: first, middle_name: null, last_name: last };
		const verificationData = { document: { name, selected_type: ['passport'] } };
		return { ...request(event, result)(details), verification_data: verificationData };
	};
}
