import { type Facts, wordsOf } from '../../webhook/facts';
import { outcomeByStatus, outcomeOf } from './outcomes';

export const facts: Facts = {
	documentation: [
		'https://docs.didit.me/integration/webhooks',
		'https://docs.didit.me/integration/verification-statuses',
	],
	readOn: '2026-11-22',
	evidence: ['docs'],
	authenticity: '`X-Signature`: HMAC-SHA256 of the raw body, hex',
	eventId: '`event_id`',
	word: '`status` of `status.updated`, and of payloads of versions 1 and 2, which have no type',
	words: [
		...wordsOf(outcomeByStatus),
		['every event but `status.updated`', outcomeOf('data.updated', { status: 'Approved', environment: null })],
	],
};
