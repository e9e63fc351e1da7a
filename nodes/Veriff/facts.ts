import { type Facts, wordsOf } from '../../webhook/facts';
import { outcomeOf, outcomes } from './outcomes';

export const facts: Facts = {
	documentation: [
		'https://devdocs.veriff.com/docs/webhooks-guide',
		'https://devdocs.veriff.com/docs/hmac-authentication-and-endpoint-security',
	],
	readOn: '2026-11-22',
	authenticity: '`x-hmac-signature` or `vrf-hmac-signature`: HMAC-SHA256 of the raw body, hex',
	eventId: 'session, `attemptId`, `code`, `decisionTime`; a digest of the payload for other kinds',
	word: '`code`, and the kind with its own word',
	words: [
		...wordsOf(outcomes),
		['any other kind (Full Auto, watchlist, user-defined status)', outcomeOf('watchlist.initial_result', null)],
	],
};
