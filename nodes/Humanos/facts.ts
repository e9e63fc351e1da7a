import { type Facts, oneOf, type Word, wordsOf } from '../../webhook/facts';
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
	word: '`eventType`, with the fields that a row names',
	words: [
		['`identity` with `success: true`, without `isFraud: true`', identity({ success: true })],
		['`identity` with `success: false`, without `isFraud: true`', identity({ success: false })],
		['`identity` with `isFraud: true`', identity({ success: true, isFraud: true })],
		['`credential` with `reject`, whatever its status', outcomeOf('credential', { action: 'reject' })],
		...wordsOf(outcomeOfAccepted, '`credential` with `accept` and the status '),
		...wordsOf(outcomeByCredentialStatus, '`credential` of before 2026-04-14 with the status '),
		['`otp.failed`', outcomeOf('otp.failed', {})],
		['`test`', outcomeOf('test', {})],
		['`process.kyc.completed` with `COMPLETED`', process('process.kyc.completed', { verificationStatus: 'COMPLETED' })],
		['`process.form.rejected`', outcomeOf('process.form.rejected', {})],
		...UNTIL_2026.map((type): Word => {
			const who = type === 'process.signature.completed' ? ' by the person' : '';
			return [`\`${type}\`${who} with no item rejected`, process(type, { items: [{ rejected: false }] })];
		}),
		[
			`${oneOf([...UNTIL_2026, PROFESSIONAL])} with an item rejected`,
			process(PROFESSIONAL, { items: [{ rejected: true }] }),
		],
		[`\`${PROFESSIONAL}\` with no item rejected`, process(PROFESSIONAL, { items: [{ rejected: false }] })],
		[
			'`process.signature.completed` by a professional with no item rejected',
			outcomeOf('process.signature.completed', {
				professionalId: 'professional',
				metadata: { items: [{ rejected: false }] },
			}),
		],
	],
};
