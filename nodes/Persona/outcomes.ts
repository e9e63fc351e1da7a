import {
	alert,
	approved,
	declined,
	expired,
	inReview,
	notification,
	type Outcome,
	started,
	unknown,
} from '../../webhook/outcome';

/** What an event says, in Persona's words. */
export interface Told {
	readonly name: string | null;
	/** Of the resource that it is about. */
	readonly type: string | null;
	readonly status: string | null;
	/** Of a report: whether it matched. */
	readonly hasMatch: string | null;
}

/** What an event means for the person. Only an inquiry decides; its event is called `inquiry.…`, and no other. */
export function outcomeOf({ name, type, status, hasMatch }: Told): Outcome {
	if (name === null || type === null || name.startsWith('inquiry.') !== (type === 'inquiry')) return unknown;
	if (type === 'inquiry') return outcomeOfInquiry(name, status);
	return name.startsWith('report/') ? outcomeOfReport(name, type, hasMatch) : notification;
}

/** Event and status must agree. A webhook may leave the status out: then the event alone tells it. */
function outcomeOfInquiry(name: string, status: string | null): Outcome {
	if (sameStatus.has(name)) return notification;
	const change = changes.get(name);
	return change && (status === null || change.statuses.includes(status)) ? change.outcome : unknown;
}

/**
 * The events of a new status, and the statuses that they tell of: https://docs.withpersona.com/model-lifecycle.
 * `completed` says that the person is done; nobody has decided yet.
 */
export const changes = new Map<string, { readonly statuses: readonly string[]; readonly outcome: Outcome }>([
	['inquiry.created', { statuses: ['created'], outcome: started }],
	['inquiry.started', { statuses: ['pending'], outcome: started }],
	['inquiry.completed', { statuses: ['completed'], outcome: inReview }],
	['inquiry.marked-for-review', { statuses: ['needs_review', 'needs-review', 'needs review'], outcome: inReview }],
	['inquiry.approved', { statuses: ['approved'], outcome: approved }],
	['inquiry.declined', { statuses: ['declined'], outcome: declined }],
	['inquiry.failed', { statuses: ['failed'], outcome: declined }],
	['inquiry.expired', { statuses: ['expired'], outcome: expired }],
]);

/** What the present status of a resource means. Only an inquiry decides. */
export function outcomeOfStatus(type: string | null, status: string | null): Outcome {
	if (type !== 'inquiry' || status === null) return unknown;
	return [...changes.values()].find(({ statuses }) => statuses.includes(status))?.outcome ?? unknown;
}

/**
 * Events that carry the status as it was before: `inquiry.redacted` of last year's inquiry still says `approved`
 * (https://docs.withpersona.com/api-reference/webhooks/inquiry-events/webhook-inquiry-redacted).
 */
export const sameStatus = new Set([
	'inquiry.redacted',
	'inquiry.reusable-persona-created',
	'inquiry.reusable-persona-used',
	'inquiry.transitioned',
	'inquiry.updated-tags',
]);

/**
 * `.matched` and `.ready` tell by `has-match` whether there is a hit:
 * https://docs.withpersona.com/api-reference/webhooks/report-events/webhook-report-watchlist-matched.
 */
function outcomeOfReport(name: string, type: string, hasMatch: string | null): Outcome {
	const [, kind = '', suffix] = /^report\/(.+)\.([^.]+)$/.exec(name) ?? [];
	if (!type.startsWith('report/')) return unknown;
	if (suffix === 'matched') return hasMatch === null || hasMatch === 'true' ? alert : unknown;
	if (suffix !== 'ready' || hasMatch === null || hasMatch === 'false') return notification;
	if (hasMatch !== 'true') return unknown;
	return lookups.has(kind) ? notification : alert;
}

/** Kinds of report that look something up, so that a match means that it was found; Persona has no `.matched` of them. */
const lookups = new Set([
	'address-lookup',
	'business-associated-persons',
	'business-lookup',
	'business-registrations-lookup',
	'email-address',
	'phone-number',
	'profile',
	'profile-non-authoritative',
	'social-media',
]);
