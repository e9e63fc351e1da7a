import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { type SampleDetails, type Samples, someone } from '../../webhook/samples';
import { trusthub } from './trusthub';

/** What Trusthub sends, after the sample in https://dev.trustmatic.io/documentation. */
export const samples: Samples<'apiPassword' | 'previousApiPassword'> = {
	provider: trusthub,
	newSecrets: () => ({ apiPassword: randomBytes(18).toString('base64url'), previousApiPassword: '' }),
	details: ['externalId'],
	samples: [
		{ name: 'AUTO_APPROVED', status: 'approved', create: session('AUTO_APPROVED') },
		{ name: 'MANUAL_REJECTED', status: 'rejected', create: session('MANUAL_REJECTED') },
		{ name: 'WAITING_FOR_MANUAL_APPROVE', status: 'pending', create: session('WAITING_FOR_MANUAL_APPROVE') },
		{ name: 'EXPIRED', status: 'other', create: session('EXPIRED') },
	],
	seal(payload, { apiPassword }) {
		const body = JSON.stringify(payload);
		const signature = createHmac('sha256', apiPassword).update(body).digest('base64');
		return { contentType: 'application/json', headers: { 'X-Signature': signature }, body };
	},
};

function session(status: string) {
	return ({ externalId = someone.externalId }: SampleDetails) => {
		return { sessionId: randomUUID(), externalId, projectId: 'development', status };
	};
}
