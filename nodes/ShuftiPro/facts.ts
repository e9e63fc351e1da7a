import { type Facts, wordsOf } from '../../webhook/facts';
import { outcomes, STATUS_CHANGED } from './outcomes';

export const facts: Facts = {
	documentation: ['https://developers.shuftipro.com/docs/verification_endpoints/responses'],
	readOn: '2026-11-22',
	authenticity: '`Signature`: SHA-256 of the raw body and the hashed secret key, hex; no HMAC',
	eventId: `\`reference\`, \`event\`; for \`${STATUS_CHANGED}\` a digest of the payload too`,
	word: '`event`',
	words: wordsOf(outcomes),
};
