import { createHash } from 'node:crypto';
import { readBody, type BodySource } from './body';
import type { Claim, SeenEvents } from './duplicates';
import { decodeUtf8 } from './encoding';
import type { KycEvent, Status } from './event';
import { itemOf } from './item';
import { isStorable, parseJsonObject } from './json';
import type { LatestEvents } from './latestEvents';
import { outdated, test } from './outcome';
import { type Delivery, MAX_EVENTS, type Provider, type ProviderEvent } from './provider';
import { refuse, type Refusal } from './refusal';
import { readSecrets } from './secrets';

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
			/** The sender has gone before that is known. */
			abandon(): void;
	  };

/**
 * The way of a delivery, start to end: raw bytes, size, authenticity and freshness, decoding,
 * reading, tests, duplicates, late events, selection. Nothing in the body is believed before it is authenticated.
 */
export async function receive<Name extends string>(provider: Provider<Name>, reception: Reception): Promise<Result> {
	const { settings, scope, now } = reception;
	const body = await readBody(reception.request);
	if (!body.ok) return body;

	const credential = readSecrets(provider.credential, reception.credential);
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
	const claim = await claimOf(counted, reception);
	// No await from here to the end: what is noted is what was known when these events got their turn.
	const noted = reception.latestEvents?.note(scope, counted, now) ?? { events: counted, settle: () => {} };
	const selected = noted.events.filter((event) => isSelected(event, settings));
	const unseen = claim && new Set(claim.eventIds);
	// An event that stands in one delivery twice is taken once.
	const fresh = unseen ? selected.filter(({ eventId }) => unseen.delete(eventId)) : selected;
	const settle = (accepted: boolean) => {
		claim?.settle(accepted);
		noted.settle(accepted);
	};
	if (fresh.length === 0) {
		claim?.settle(false);
		return { ok: true, result: selected.length === 0 ? 'ignored' : 'duplicate' };
	}
	const receivedAt = new Date(now).toISOString();
	const items = fresh.map((event) => itemOf(event, provider.id, receivedAt, settings.includePayload));
	return { ok: true, result: 'accepted', events: items, settle, abandon: () => claim?.abandon() };
}

/** Claims the events that may be selected, be it as late ones. */
async function claimOf(
	events: readonly ProviderEvent[],
	{ settings, scope, seenEvents }: Reception,
): Promise<Claim | null> {
	const candidates = events.filter(
		(event) => isSelected(event, settings) || isSelected({ ...event, ...outdated }, settings),
	);
	if (seenEvents === null || candidates.length === 0) return null;
	return await seenEvents.claim(
		scope,
		candidates.map(({ eventId }) => eventId),
	);
}

function isSelected({ selector, status }: ProviderEvent, settings: Settings): boolean {
	const { events, statuses } = settings;
	return (events.includes('*') || events.includes(selector)) && statuses.includes(status);
}

function onceOnly(make: () => string): () => string {
	let made: string | undefined;
	return () => (made ??= make());
}
