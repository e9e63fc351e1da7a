import { type Facts, OTHER_EVENTS, type Word, wordsOf } from '../../webhook/facts';
import { outcomeByRunStatus, outcomeOf } from './outcomes';

function told(text: string, action: string): Word {
	return [
		text,
		outcomeOf({ action, resourceType: null, status: null, resourceStatus: null, hasError: false, ids: [] }),
	];
}

const runs: readonly Word[] = [...outcomeByRunStatus];
const decides = ([, { status }]: Word) => status === 'approved' || status === 'rejected';

export const facts: Facts = {
	documentation: [
		'https://documentation.onfido.com/api/latest/#webhooks',
		'https://github.com/onfido/onfido-openapi-spec',
	],
	readOn: '2026-11-22',
	evidence: ['vector', 'sdk', 'docs'],
	authenticity: '`X-SHA2-Signature`: HMAC-SHA256 of the raw body, hex',
	eventId: '`action`, workflow run, object, status and time',
	word: '`object.status` of `workflow_run.…`, with which `resource.status` must agree',
	words: [
		...wordsOf(runs.filter(decides), '', ' with `workflow_run.completed`'),
		...wordsOf(runs.filter((word) => !decides(word))),
		told('`workflow_task.…` or `report.…`', 'workflow_task.completed'),
		told('`check.completed`', 'check.completed'),
		told(OTHER_EVENTS, 'audit_log.created'),
	],
};
