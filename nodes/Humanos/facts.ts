import { type Facts, type Word, wordsOf } from '../../webhook/facts';
import { outcomeByCredentialStatus, outcomeOf, outcomeOfAccepted } from './outcomes';

/** The events of before 2026 that decide by their items. */
const UNTIL_2026 = [
	'process.form.filled',
	'process.consent.completed',
	'process.signature.completed',
	'process.signature.user.completed',
	'process.completed',
];
const PROFESSIONAL = 'process.signature.professional.completed';

const identity = (decision: object) => outcomeOf('identity', { decision });
const process = (type: string, metadata: object) => outcomeOf(type, { metadata });

export const facts: Facts = {
	documentation: [
		'https://docs.humanos.id/essentials/webhooks-intro',
		'https://docs.humanos.id/api-reference/2026-05-17/webhooks/credential-event',
	],
	readOn: '2026-11-28',
	evidence: ['sdk', 'docs'],
	authenticity:
		'`x-signature`: HMAC-SHA256 of time and raw body, hex; the body is encrypted with AES-256-GCM, its key made by PBKDF2',
	eventId: 'event, request, credential, decision and its time, and the person; without that time, the signed one',
	word: '`eventType`, and what it carries',
	words: [
		['`identity` with `success`', identity({ success: true })],
		['`identity` without `success`', identity({ success: false })],
		['`identity` with `isFraud`', identity({ success: true, isFraud: true })],
		['`credential` with `reject`', outcomeOf('credential', { action: 'reject' })],
		...wordsOf(outcomeOfAccepted, '`credential` with `accept`, '),
		...wordsOf(outcomeByCredentialStatus, '`credential` of before 2026-04-14, '),
		['`otp.failed`', outcomeOf('otp.failed', {})],
		['`test`', outcomeOf('test', {})],
		['`process.kyc.completed` with `COMPLETED`', process('process.kyc.completed', { verificationStatus: 'COMPLETED' })],
		['`process.form.rejected`', outcomeOf('process.form.rejected', {})],
		...UNTIL_2026.map((type): Word => [`\`${type}\``, process(type, { items: [{ rejected: false }] })]),
		[
			`one of ${[...UNTIL_2026, PROFESSIONAL].map((type) => `\`${type}\``).join(', ')} with an item rejected`,
			process(PROFESSIONAL, { items: [{ rejected: true }] }),
		],
		[`\`${PROFESSIONAL}\``, process(PROFESSIONAL, { items: [{ rejected: false }] })],
		[
			'`process.signature.completed` by a professional',
			outcomeOf('process.signature.completed', {
				professionalId: 'professional',
				metadata: { items: [{ rejected: false }] },
			}),
		],
	],
};
