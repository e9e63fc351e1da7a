import { type Facts, OTHER_EVENTS, type Word, wordsOf } from '../../webhook/facts';
import { changes, outcomeOf, sameStatus } from './outcomes';

const ofReport = (name: string, hasMatch: string) =>
	outcomeOf({ name, type: 'report/watchlist', status: null, hasMatch });

export const facts: Facts = {
	documentation: [
		'https://docs.withpersona.com/webhooks-best-practices',
		'https://docs.withpersona.com/model-lifecycle',
	],
	readOn: '2026-11-28',
	evidence: ['sdk', 'docs'],
	authenticity: '`Persona-Signature`: HMAC-SHA256 of time and raw body, hex',
	eventId: '`data.id`',
	word: 'the event, with the `status` of the inquiry, which must agree where it is sent',
	words: [
		...Array.from(changes, ([name, { statuses, outcome }]): Word => [`\`${name}\` (\`${statuses[0]}\`)`, outcome]),
		...wordsOf(
			Array.from(sameStatus, (name) => [
				name,
				outcomeOf({ name, type: 'inquiry', status: 'approved', hasMatch: null }),
			]),
		),
		['`report/….matched`', ofReport('report/watchlist.matched', 'true')],
		['`report/….ready` with a match, unless the report is a look-up', ofReport('report/watchlist.ready', 'true')],
		[OTHER_EVENTS, ofReport('report/watchlist.ready', 'false')],
	],
};
