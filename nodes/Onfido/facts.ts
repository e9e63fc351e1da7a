import { type Facts, wordsOf } from '../../webhook/facts';
import { outcomeByRunStatus, outcomeOf } from './outcomes';

export const facts: Facts = {
	documentation: [
		'https://documentation.onfido.com/api/latest/#webhooks',
		'https://github.com/onfido/onfido-openapi-spec',
	],
	readOn: '2026-11-22',
	authenticity: '`X-SHA2-Signature`: HMAC-SHA256 of the raw body, hex',
	eventId: '`action`, workflow run, object, status and time',
	word: '`object.status` of `workflow_run.…`',
	words: [
		...wordsOf(outcomeByRunStatus),
		['`workflow_task.…`, `report.…`', outcomeOf('workflow_task.completed', null)],
		['`check.completed`', outcomeOf('check.completed', null)],
		['any other event', outcomeOf('audit_log.created', null)],
	],
};
