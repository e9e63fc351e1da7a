import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import type { Samples } from '../../webhook/samples';
import { trusthub } from './trusthub';

/** What Trusthub sends, after the sample in https://dev.trustmatic.io/documentation. */
export const samples: Samples<'apiPassword' | 'previousApiPassword'> = {
	provider: trusthub,
	newSecrets: () => ({ apiPassword: randomBytes(18).toString('base64url'), previousApiPassword: '' }),
	samples: [
		{ name: 'AUTO_APPROVED', status: 'approved', payload: session('AUTO_APPROVED') },
		{ name: 'MANUAL_REJECTED', status: 'rejected', payload: session('MANUAL_REJECTED') },
		{ name: 'WAITING_FOR_MANUAL_APPROVE', status: 'pending', payload: session('WAITING_FOR_MANUAL_APPROVE') },
		{ name: 'EXPIRED', status: 'other', payload: session('EXPIRED') },
	],
	seal(payload, { apiPassword }) {
		const body = JSON.stringify(payload);
		const signature = createHmac('sha256', apiPassword).update(body).digest('base64');
		return { contentType: 'application/json', headers: { 'X-Signature': signature }, body };
	},
};

function session(status: string) {
	return { sessionId: randomUUID(), externalId: '53421526A', projectId: 'development', status };
}
