import { type Facts, wordsOf } from '../../webhook/facts';
import { outcomeByStatus, outcomeOf, withOldStatus } from './outcomes';

export const facts: Facts = {
	documentation: [
		'https://docs.withpersona.com/webhooks-best-practices',
		'https://docs.withpersona.com/model-lifecycle',
	],
	readOn: '2026-11-22',
	authenticity: '`Persona-Signature`: HMAC-SHA256 of time and raw body, hex',
	eventId: '`data.id`',
	word: '`status` of the inquiry, in an event of a new status',
	words: [
		...wordsOf(outcomeByStatus),
		...wordsOf(Array.from(withOldStatus, (name) => [name, outcomeOf(name, 'inquiry', 'approved')] as const)),
		['any event that is not about an inquiry', outcomeOf('verification.passed', 'verification', 'passed')],
	],
};
