import { type Facts, oneOf, OTHER_EVENTS, type Word, wordsOf } from '../../webhook/facts';
import { outcomeByType, outcomeByVerdict, outcomeOf } from './outcomes';

const event = (text: string, type: string, verdict: string | null, approvedWhen = 'session'): Word => [
	text,
	outcomeOf({ type, status: null, verdict }, approvedWhen),
];

const session = 'under **Workflow Session Is Clear**';
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
	word: 'the outcome (`payload.outcome`) of a workflow session or of a check; else the name of the event',
	words: [
		...wordsOf(outcomeByVerdict, 'a workflow session with the outcome '),
		...[...outcomeByType]
			.filter(([type]) => type.startsWith('workflow.'))
			.map(([type]) => event(`\`${type}\``, type, null)),
		event(`a check with the outcome ${oneOf(outcomeByVerdict.keys())} ${session}`, 'check.completed', 'clear'),
		event(`\`check.pending\` ${session}`, 'check.pending', null),
		...[...outcomeByVerdict.keys()].map((verdict) =>
			event(`a check with the outcome \`${verdict}\` ${checks}`, 'check.completed', verdict, 'eachCheck'),
		),
		event(`\`check.pending\` ${checks}`, 'check.pending', null, 'eachCheck'),
		event('`check.failed`', 'check.failed', null),
		event('`check.monitoring.attention`', 'check.monitoring.attention', null),
		event(OTHER_EVENTS, 'check.updated', null),
	],
};
