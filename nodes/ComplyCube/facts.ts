import { type Facts, wordsOf } from '../../webhook/facts';
import { outcomeByCheckOutcome, outcomeByType, outcomeOf } from './outcomes';

export const facts: Facts = {
	documentation: ['https://docs.complycube.com/documentation/integration-resources/webhooks'],
	readOn: '2026-11-22',
	authenticity: '`ComplyCube-Signature`: HMAC-SHA256 of the raw body, hex',
	eventId: '`id`',
	word: '`payload.outcome` of `check.completed`',
	words: [
		...wordsOf(outcomeByCheckOutcome),
		...wordsOf(outcomeByType, 'event '),
		['any other event', outcomeOf('check.updated', null)],
	],
};
