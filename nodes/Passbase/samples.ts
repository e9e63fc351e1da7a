import { createCipheriv, randomBytes, randomUUID } from 'node:crypto';
import type { Samples } from '../../webhook/samples';
import { passbase } from './passbase';

/** What Passbase sent, after the samples in its archived documentation. */
export const samples: Samples<'encryptionSecret' | 'previousEncryptionSecret'> = {
	provider: passbase,
	newSecrets: () => ({ encryptionSecret: randomBytes(24).toString('base64url'), previousEncryptionSecret: '' }),
	bodyOnly: true,
	forgedCode: 'decryption_failed',
	details: [],
	samples: [
		{ name: 'VERIFICATION_REVIEWED', status: 'approved', create: verification('VERIFICATION_REVIEWED', 'approved') },
		{ name: 'VERIFICATION_COMPLETED', status: 'rejected', create: verification('VERIFICATION_COMPLETED', 'declined') },
		{ name: 'VERIFICATION_COMPLETED', status: 'pending', create: verification('VERIFICATION_COMPLETED', 'pending') },
		{ name: 'WATCHLIST_MONITORING', status: 'other', create: verification('WATCHLIST_MONITORING', 'approved') },
	],
	seal(payload, { encryptionSecret }) {
		const iv = randomBytes(16);
		const cipher = createCipheriv('aes-256-cbc', Buffer.from(encryptionSecret), iv);
		const body = Buffer.concat([iv, cipher.update(JSON.stringify(payload)), cipher.final()]).toString('base64');
		return { contentType: 'text/plain', headers: {}, body };
	},
};

function verification(event: string, status: string) {
	return () => {
		const now = Math.floor(Date.now() / 1000);
		return { event, key: randomUUID(), status, created: now, updated: now, processed: now };
	};
}
