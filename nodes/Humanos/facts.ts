import { type Facts, wordsOf } from '../../webhook/facts';
import { outcomeByCredentialStatus, outcomeOf } from './outcomes';

const UNTIL_2026 =
	'`process.form.filled`, `process.consent.completed`, `process.signature.completed`, `process.completed`';

export const facts: Facts = {
	documentation: ['https://docs.humanos.id'],
	readOn: '2026-11-22',
	authenticity:
		'`x-signature`: HMAC-SHA256 of time and raw body, hex; the body is encrypted with AES-256-GCM, its key made by PBKDF2',
	eventId: 'event, request, credential, person and time of the decision',
	word: '`eventType`, and what it carries',
	words: [
		['`identity` with `success`', outcomeOf('identity', { decision: { success: true } })],
		['`identity` without `success`', outcomeOf('identity', { decision: { success: false } })],
		['`identity` with `isFraud`', outcomeOf('identity', { decision: { success: true, isFraud: true } })],
		...wordsOf(outcomeByCredentialStatus, '`credential` '),
		['`otp.failed`', outcomeOf('otp.failed', {})],
		[
			'`process.kyc.completed` with `COMPLETED`',
			outcomeOf('process.kyc.completed', { metadata: { verificationStatus: 'COMPLETED' } }),
		],
		['`process.form.rejected`', outcomeOf('process.form.rejected', {})],
		[UNTIL_2026, outcomeOf('process.completed', {})],
		[
			`one of ${UNTIL_2026} with an item rejected`,
			outcomeOf('process.completed', { metadata: { items: [{ rejected: true }] } }),
		],
	],
};
