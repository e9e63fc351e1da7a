import { createHash } from 'node:crypto';
import { readBody, type BodySource } from './body';
import type { SeenEvents } from './duplicates';
import { decodeUtf8 } from './encoding';
import type { KycEvent, Status } from './event';
import { isStorable, parseJsonObject } from './json';
import type { LatestEvents } from './latestEvents';
import { test } from './outcome';
import type { Delivery, Provider, ProviderEvent } from './provider';
import { refuse, type Refusal } from './refusal';
import { readSecrets } from './secrets';

/** Most events of one delivery. Nobody sends as many; they would push everything else out of the memory. */
export const MAX_EVENTS = 1000;

/** What the user set on the trigger. */
export interface Settings {
	/** Selectors of the events that start the workflow; `*` for all. */
	readonly events: readonly string[];
	/** Statuses that start the workflow. */
	readonly statuses: readonly Status[];
	/** Whether test and sandbox deliveries count like live ones. */
	readonly testsAreLive: boolean;
	/** Seconds. */
	readonly tolerance: number;
	readonly includePayload: boolean;
	/** The values of the parameters that the provider names. */
	readonly parameters: Readonly<Record<string, unknown>>;
}

export interface Reception {
	readonly request: BodySource & Pick<Delivery, 'headers'>;
	/** The stored credential as n8n gives it; null when there is none. */
	readonly credential: Readonly<Record<string, unknown>> | null;
	readonly settings: Settings;
	/** The workflow's node, to remember events for. */
	readonly scope: string;
	/** Null when duplicates are wanted. */
	readonly seenEvents: SeenEvents | null;
	/** Null when late events are to be as they are. */
	readonly latestEvents: LatestEvents | null;
	/** Milliseconds. */
	readonly now: number;
}

/** What comes of a delivery. The caller settles an accepted one. */
export type Result =
	| Refusal
	| { readonly ok: true; readonly result: 'ignored' | 'duplicate' }
	| {
			readonly ok: true;
			readonly result: 'accepted';
			readonly events: readonly KycEvent[];
			/** Says whether n8n has taken the events; if not, a redelivery is taken again. */
			settle(accepted: boolean): void;
			/** The sender has gone before that is known. `now` in milliseconds. */
			abandon(now: number): void;
	  };

/**
 * The way of a delivery, start to end: raw bytes, size, authenticity and freshness, decoding,
 * reading, tests, late events, selection, duplicates. Nothing in the body is believed before it is authenticated.
 */
export async function receive<Name extends string>(provider: Provider<Name>, reception: Reception): Promise<Result> {
	const { settings, scope, now } = reception;
	const body = await readBody(reception.request);
	if (!body.ok) return body;

	const credential = readSecrets(provider.credential.fields, reception.credential);
	if (!credential.ok) {
		return refuse(
			'credential_invalid',
			'The credential in n8n cannot work; the log of n8n says why.',
			`The credential cannot work: ${credential.problem}`,
		);
	}

	const authenticated = await provider.authenticate(
		{ rawBody: body.rawBody, headers: reception.request.headers },
		credential.secrets,
		{ now, tolerance: settings.tolerance },
	);
	if (!authenticated.ok) return authenticated;

	const payload = parseJsonObject(decodeUtf8(authenticated.payload) ?? '');
	if (payload === null || !isStorable(payload)) {
		return refuse('payload_unreadable', 'The payload is authentic, but not a JSON object that n8n can store.');
	}

	const told = provider.read(payload, {
		parameters: settings.parameters,
		signedId: authenticated.signedId ?? null,
		fingerprint: onceOnly(() => createHash('sha256').update(authenticated.payload).digest('hex').slice(0, 32)),
	});
	if (told.length > MAX_EVENTS) {
		return refuse('payload_unreadable', `The payload is authentic, but tells more than ${MAX_EVENTS} events.`);
	}
	const counted = told.map((event) =>
		event.environment === 'test' && !settings.testsAreLive ? { ...event, ...test } : event,
	);
	const { events, undo } = reception.latestEvents?.note(scope, counted) ?? { events: counted, undo: () => {} };
	const selected = events.filter((event) => isSelected(event, settings));
	if (selected.length === 0) return { ok: true, result: 'ignored' };

	const receivedAt = new Date(now).toISOString();
	const items = selected.map((event) => itemOf(event, provider.id, receivedAt, settings.includePayload));
	const undoUnless = (accepted: boolean) => {
		if (!accepted) undo();
	};
	if (reception.seenEvents === null) {
		return { ok: true, result: 'accepted', events: items, settle: undoUnless, abandon: () => {} };
	}

	const claim = await reception.seenEvents.claim(
		scope,
		items.map(({ eventId }) => eventId),
		now,
	);
	const unseen = new Set(claim.eventIds);
	// An event that stands in one delivery twice is taken once.
	const fresh = items.filter(({ eventId }) => unseen.delete(eventId));
	if (fresh.length === 0) return { ok: true, result: 'duplicate' };
	const settle = (accepted: boolean) => {
		claim.settle(accepted);
		undoUnless(accepted);
	};
	return { ok: true, result: 'accepted', events: fresh, settle, abandon: claim.abandon };
}

function isSelected({ selector, status }: ProviderEvent, settings: Settings): boolean {
	const { events, statuses } = settings;
	return (events.includes('*') || events.includes(selector)) && statuses.includes(status);
}

function onceOnly(make: () => string): () => string {
	let made: string | undefined;
	return () => (made ??= make());
}

function itemOf(event: ProviderEvent, provider: string, receivedAt: string, includePayload: boolean): KycEvent {
	return {
		provider,
		status: event.status,
		reason: event.reason,
		decidedBy: event.decidedBy,
		environment: event.environment,
		check: event.check,
		eventId: event.eventId,
		eventType: event.eventType,
		providerStatus: event.providerStatus,
		verificationId: event.verificationId,
		externalId: event.externalId,
		subject: event.subject,
		occurredAt: event.occurredAt,
		receivedAt,
		...(includePayload && { payload: event.payload }),
	};
}
