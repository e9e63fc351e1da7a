import { type Facts, wordsOf } from '../../webhook/facts';
import { notification } from '../../webhook/outcome';
import { outcomeOfProgress, outcomes } from './outcomes';
import { outcomeOfScreening, screenings } from './watchlist';

const confirmed = {
	checkType: 'initial_result',
	result: 'reviewed',
	totalHits: '1',
	hits: [{ matchStatus: 'true_match' }],
};

export const facts: Facts = {
	documentation: [
		'https://devdocs.veriff.com/docs/webhooks-guide',
		'https://devdocs.veriff.com/docs/hmac-authentication-and-endpoint-security',
		'https://help.veriff.com/en/articles/15291468-shared-secret-keys-in-veriff-station',
	],
	readOn: '2026-11-22',
	evidence: ['docs'],
	authenticity: '`x-hmac-signature` or `vrf-hmac-signature`: HMAC-SHA256 of the raw body, hex',
	eventId:
		'session, `attemptId` (where there is one), `code`, `status` or `action`, `decisionTime`; a digest of the payload for other kinds',
	word: '`code`, and the kind of webhook with its status or action',
	words: [
		...wordsOf(outcomes),
		[
			'`event.…` with a code that no other row names, such as `7007`',
			outcomeOfProgress('event.waiting_complete', '7007'),
		],
		...wordsOf(screenings, 'watchlist with '),
		['watchlist with a hit that a reviewer has confirmed, whatever its result', outcomeOfScreening(confirmed)],
		['a webhook of another kind: Full Auto, registries, user-defined status', notification],
	],
};
