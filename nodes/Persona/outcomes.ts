import {
	approved,
	declined,
	expired,
	inReview,
	notification,
	type Outcome,
	started,
	unknown,
} from '../../webhook/outcome';

/**
 * What an event means for the person. Only an inquiry decides, and only in an event that tells of a
 * new status: `inquiry.redacted` of last year's inquiry still says `approved`.
 * @param name of the event
 * @param type of the resource that the event is about
 * @param status of that resource
 */
export function outcomeOf(name: string | null, type: string | null, status: string | null): Outcome {
	if (type === null) return unknown;
	if (type !== 'inquiry' || withOldStatus.has(name ?? '')) return notification;
	return withNewStatus.has(name ?? '') ? (outcomeByStatus.get(status ?? '') ?? unknown) : unknown;
}

/** https://docs.withpersona.com/model-lifecycle */
const withNewStatus = new Set([
	'inquiry.created',
	'inquiry.started',
	'inquiry.completed',
	'inquiry.failed',
	'inquiry.expired',
	'inquiry.approved',
	'inquiry.declined',
	'inquiry.marked-for-review',
	'inquiry.transitioned',
]);

/** https://docs.withpersona.com/api-reference/webhooks/inquiry-events/webhook-inquiry-redacted */
export const withOldStatus = new Set([
	'inquiry.redacted',
	'inquiry.reusable-persona-created',
	'inquiry.reusable-persona-used',
	'inquiry.updated-tags',
]);

/** `completed` says that the person is done; nobody has decided yet. */
export const outcomeByStatus = new Map<string, Outcome>([
	['created', started],
	['pending', started],
	['completed', inReview],
	['needs_review', inReview],
	['needs review', inReview],
	['needs-review', inReview],
	['approved', approved],
	['declined', declined],
	['failed', declined],
	['expired', expired],
]);
