import { type Facts, wordsOf } from '../../webhook/facts';
import { outcomeByType, outcomeOf } from './outcomes';

const VERIFIED = 'identity.verification_session.verified';
const REQUIRES_INPUT = 'identity.verification_session.requires_input';

export const facts: Facts = {
	documentation: [
		'https://docs.stripe.com/identity/handle-verification-outcomes',
		'https://docs.stripe.com/webhooks#verify-manually',
	],
	readOn: '2026-11-22',
	authenticity: '`Stripe-Signature`: HMAC-SHA256 of time and raw body, hex',
	eventId: '`id`',
	word: '`type`',
	words: [
		[`\`${VERIFIED}\``, outcomeOf(VERIFIED, 'verified', false)],
		[`\`${REQUIRES_INPUT}\` after an attempt that failed`, outcomeOf(REQUIRES_INPUT, 'requires_input', true)],
		[`\`${REQUIRES_INPUT}\` before any`, outcomeOf(REQUIRES_INPUT, 'requires_input', false)],
		...wordsOf(outcomeByType),
		['any other event', outcomeOf('identity.verification_session.redacted', 'verified', false)],
	],
};
