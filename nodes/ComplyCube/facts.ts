import { type Facts, type Word, wordsOf } from '../../webhook/facts';
import { outcomeByType, outcomeByVerdict, outcomeOf } from './outcomes';

const event = (text: string, type: string, verdict: string | null, approvedWhen = 'session'): Word => [
	text,
	outcomeOf({ type, status: null, verdict }, approvedWhen),
];

const checks = 'under **Each Check Is Clear**';

export const facts: Facts = {
	documentation: [
		'https://docs.complycube.com/documentation/integration-resources/webhooks',
		'https://docs.complycube.com/documentation/api-reference/core-resources/workflow-sessions',
	],
	readOn: '2026-11-22',
	evidence: ['vector', 'sdk', 'docs'],
	authenticity: '`ComplyCube-Signature`: HMAC-SHA256 of the raw body, hex',
	eventId: '`id`',
	word: '`payload.outcome` of `workflow.session.completed` and `workflow.session.updated`',
	words: [
		...wordsOf(outcomeByVerdict),
		...[...outcomeByType]
			.filter(([type]) => type.startsWith('workflow.'))
			.map(([type]) => event(`event \`${type}\``, type, null)),
		event('`check.completed` and `check.pending`, whatever the outcome', 'check.completed', 'clear'),
		...[...outcomeByVerdict.keys()].map((verdict) =>
			event(`\`check.completed\` with \`${verdict}\` ${checks}`, 'check.completed', verdict, 'eachCheck'),
		),
		event(`event \`check.pending\` ${checks}`, 'check.pending', null, 'eachCheck'),
		event('event `check.failed`', 'check.failed', null),
		event('event `check.monitoring.attention`', 'check.monitoring.attention', null),
		event('any other event', 'check.updated', null),
	],
};
