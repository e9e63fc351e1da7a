import { createHash } from 'node:crypto';
import { readBody, type BodySource } from './body';
import type { Claim, SeenEvents } from './duplicates';
import { decodeUtf8 } from './encoding';
import type { KycEvent } from './event';
import { isStorable, parseJsonObject } from './json';
import type { Delivery, Provider, ProviderEvent } from './provider';
import { refuse, type Refusal } from './refusal';
import { readSecrets } from './secrets';

/** What the user set on the trigger. */
export interface Settings {
	/** Selectors of the events that start the workflow; `*` for all. */
	readonly events: readonly string[];
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
	/** Null when duplicates are wanted. */
	readonly seenEvents: { readonly store: SeenEvents; readonly scope: string } | null;
	/** Milliseconds. */
	readonly now: number;
}

/** What comes of a delivery. The caller settles the claim of an accepted one. */
export type Result =
	| Refusal
	| { readonly ok: true; readonly result: 'ignored' | 'duplicate' }
	| {
			readonly ok: true;
			readonly result: 'accepted';
			readonly events: readonly KycEvent[];
			readonly claim: Claim | null;
	  };

/**
 * The way of a delivery, start to end: raw bytes, size, authenticity and freshness, decoding,
 * reading, selection, duplicates. Nothing in the body is believed before it is authenticated.
 */
export async function receive<Name extends string>(provider: Provider<Name>, reception: Reception): Promise<Result> {
	const { settings, now } = reception;
	const body = await readBody(reception.request);
	if (!body.ok) return body;

	const credential = readSecrets(provider.credential.fields, reception.credential);
	if (!credential.ok) return refuse('credential_invalid', `The credential in n8n cannot work: ${credential.problem}`);

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

	const events = provider.read(payload, {
		parameters: settings.parameters,
		signedId: authenticated.signedId ?? null,
		fingerprint: () => createHash('sha256').update(authenticated.payload).digest('hex').slice(0, 32),
	});
	const selected = events.filter(({ selector }) => settings.events.includes('*') || settings.events.includes(selector));
	if (selected.length === 0) return { ok: true, result: 'ignored' };

	const receivedAt = new Date(now).toISOString();
	const items = selected.map((event) => itemOf(event, provider.id, receivedAt, settings.includePayload));
	if (reception.seenEvents === null) return { ok: true, result: 'accepted', events: items, claim: null };

	const { store, scope } = reception.seenEvents;
	const claim = await store.claim(
		scope,
		items.map(({ eventId }) => eventId),
	);
	const unseen = new Set(claim.eventIds);
	// An event that stands in one delivery twice is taken once.
	const fresh = items.filter(({ eventId }) => unseen.delete(eventId));
	return fresh.length === 0
		? { ok: true, result: 'duplicate' }
		: { ok: true, result: 'accepted', events: fresh, claim };
}

function itemOf(event: ProviderEvent, provider: string, receivedAt: string, includePayload: boolean): KycEvent {
	return {
		provider,
		status: event.status,
		reason: event.reason,
		decidedBy: event.decidedBy,
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
