import { type Facts, type Word, wordsOf } from '../../webhook/facts';
import { outcomeByRunStatus, outcomeOf } from './outcomes';

function told(text: string, action: string): Word {
	return [text, outcomeOf({ action, resourceType: null, status: null, resourceStatus: null, ids: [] })];
}

export const facts: Facts = {
	documentation: [
		'https://documentation.onfido.com/api/latest/#webhooks',
		'https://github.com/onfido/onfido-openapi-spec',
	],
	readOn: '2026-11-22',
	evidence: ['vector', 'sdk', 'docs'],
	authenticity: '`X-SHA2-Signature`: HMAC-SHA256 of the raw body, hex',
	eventId: '`action`, workflow run, object, status and time',
	word: '`object.status` of `workflow_run.completed`, with which `resource.status` must agree',
	words: [
		...wordsOf(outcomeByRunStatus),
		told('`workflow_task.…`, `report.…`', 'workflow_task.completed'),
		told('`check.completed`', 'check.completed'),
		told('any other event', 'audit_log.created'),
	],
};
