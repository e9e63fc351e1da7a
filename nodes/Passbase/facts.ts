import { type Facts, wordsOf } from '../../webhook/facts';
import { notifications, outcomeOf, outcomes } from './outcomes';

export const facts: Facts = {
	documentation: [
		'https://web.archive.org/web/2023/https://docs.passbase.com/server/webhook',
		'https://web.archive.org/web/2023/https://docs.passbase.com/additionalchecks/watchlist-checks',
	],
	readOn: '2026-11-28',
	evidence: ['archive'],
	authenticity: 'no signature: the body decrypts with AES-256-CBC to an event of the documented form, to the letter',
	eventId: '`key`, `event`, `status`, `updated`',
	word: '`event` and `status`',
	words: [
		...wordsOf(outcomes),
		...wordsOf(Array.from(notifications, (event) => [event, outcomeOf(event, 'approved')] as const)),
	],
};
