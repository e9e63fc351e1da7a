import { type Facts, wordsOf } from '../../webhook/facts';
import { changes, outcomes } from './outcomes';

const changing = Array.from(changes, (event) => `\`${event}\``).join(' and ');

export const facts: Facts = {
	documentation: ['https://developers.shuftipro.com/docs/verification_endpoints/responses'],
	readOn: '2026-11-22',
	evidence: ['docs'],
	authenticity: '`Signature`: SHA-256 of the raw body and the hashed secret key, hex; no HMAC',
	eventId: `\`reference\`, \`event\`; for ${changing} a digest of the payload too`,
	word: '`event`, where `verification_result` and the reasons for declining do not say otherwise',
	words: wordsOf(outcomes),
};
