import { randomBytes } from 'node:crypto';
import { SignJWT } from 'jose';
import type { JsonObject } from '../../webhook/json';
import type { Samples } from '../../webhook/samples';
import { truora } from './truora';

/** What Truora sends, after https://developer.truora.com. */
export const samples: Samples<'signingKey' | 'previousSigningKey'> = {
	provider: truora,
	newSecrets: () => ({ signingKey: randomBytes(48).toString('base64url'), previousSigningKey: '' }),
	samples: [
		{ name: 'identity_process', status: 'approved', payload: identityProcess('succeeded', { status: 'success' }) },
		{
			name: 'identity_process',
			status: 'rejected',
			payload: identityProcess('failed', { status: 'failure', failure_status: 'declined' }),
		},
		{ name: 'identity_process', status: 'pending', payload: identityProcess('created', { status: 'pending' }) },
		{ name: 'identity_process', status: 'other', payload: identityProcess('expired', { status: 'failure' }) },
	],
	async seal(payload, { signingKey }, now) {
		const body = await new SignJWT({ events: [payload], iat: Math.floor(now / 1000), iss: 'Truora' })
			.setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
			.sign(Buffer.from(signingKey));
		return { contentType: 'application/jwt', headers: {}, body };
	},
};

function identityProcess(action: string, object: JsonObject): JsonObject {
	return {
		id: `HKE${randomBytes(16).toString('hex')}`,
		event_type: 'identity_process',
		event_action: action,
		object: { process_id: `IDP${randomBytes(6).toString('hex')}`, account_id: 'customer-7', ...object },
		timestamp: '2024-10-11T00:00:00Z',
		version: '1.0',
	};
}
