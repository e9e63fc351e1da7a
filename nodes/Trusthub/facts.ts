import { type Facts, wordsOf } from '../../webhook/facts';
import { outcomes } from './outcomes';

export const facts: Facts = {
	documentation: ['https://dev.trustmatic.io/documentation'],
	readOn: '2026-11-22',
	evidence: ['docs'],
	authenticity: '`X-Signature`: HMAC-SHA256 of the raw body, base64',
	eventId: '`sessionId`, `status`',
	word: '`status`',
	words: wordsOf(outcomes),
};
