import { type Facts, oneOf, OTHER_EVENTS, type Word } from '../../webhook/facts';
import { outcomeByErrorCode, outcomeOf, type Session } from './outcomes';

const untold: Session = { status: null, previousStatus: null, error: 'none' };

function told(what: string, condition = '', session: Partial<Session> = {}): Word {
	const type = `identity.verification_session.${what}`;
	return [`\`${type}\`${condition}`, outcomeOf(type, { ...untold, ...session })];
}

const codes = [...outcomeByErrorCode.keys()];

export const facts: Facts = {
	documentation: [
		'https://docs.stripe.com/identity/handle-verification-outcomes',
		'https://docs.stripe.com/webhooks#verify-manually',
	],
	readOn: '2026-11-22',
	evidence: ['vector', 'sdk', 'docs'],
	authenticity: '`Stripe-Signature`: HMAC-SHA256 of time and raw body, hex',
	eventId: '`id`',
	word: '`type`, with which the status of the session must agree',
	words: [
		told('verified'),
		told('requires_input', ' of a session that was verified before', { previousStatus: 'verified' }),
		...codes.map((code) => told('requires_input', ` with the error \`${code}\``, { error: { code } })),
		told('requires_input', ` with an error that is not ${oneOf(codes)}`, { error: { code: null } }),
		told('requires_input', ' without an error'),
		told('created'),
		told('processing'),
		told('canceled'),
		[OTHER_EVENTS, outcomeOf('identity.verification_session.redacted', untold)],
	],
};
