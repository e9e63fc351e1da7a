import { createHash } from 'node:crypto';
import { z } from 'zod';
import { kycEvent, subject } from '../webhook/event';
import type { JsonObject } from '../webhook/json';
import { started, test } from '../webhook/outcome';
import type { Started, Verification } from './api';

/** The item that an action node puts out: that of a trigger, and the link for the person. */
export const kycItem = kycEvent.extend({
	/** Where the person goes on with the verification; null where that is not possible, or not told. */
	url: z.string().nullable(),
	/** ISO 8601, UTC. */
	urlExpiresAt: z.string().datetime().nullable(),
});

export type KycItem = z.infer<typeof kycItem>;

/**
 * The item of a verification that was just begun.
 * @param now milliseconds since 1970
 */
export function startedItem(provider: string, begun: Started, now: number): KycItem {
	const { verificationId, externalId, environment, url, urlExpiresAt, payload } = begun;
	return {
		provider,
		...started,
		environment,
		check: null,
		eventId: eventIdOf(provider, 'created', [verificationId, externalId, url]),
		eventType: 'verification.created',
		providerStatus: begun.providerStatus,
		verificationId,
		externalId,
		subject: begun.subject ?? subject({}),
		occurredAt: null,
		receivedAt: new Date(now).toISOString(),
		payload,
		url,
		urlExpiresAt,
	};
}

/**
 * The item of a verification as the provider has it now. The same state has the same `eventId`.
 * @param now milliseconds since 1970
 */
export function retrievedItem(provider: string, verification: Verification, now: number): KycItem {
	const { changedAt, occurredAt, url = null, urlExpiresAt = null, payload, ...reading } = verification;
	const state = [reading.verificationId, reading.providerStatus, reading.status, reading.reason, changedAt];
	return {
		provider,
		...reading,
		eventId: eventIdOf(provider, 'retrieved', state),
		eventType: 'verification.retrieved',
		occurredAt,
		receivedAt: new Date(now).toISOString(),
		payload,
		url,
		urlExpiresAt,
	};
}

/** A test verification decides nothing, unless the user says otherwise: as with the deliveries of a trigger. */
export function judged(item: KycItem, testsAreLive: boolean): KycItem {
	return item.environment === 'test' && !testsAreLive ? { ...item, ...test } : item;
}

/** No part of it in clear: a reference may be personal, a link lets its holder in. */
function eventIdOf(provider: string, kind: string, state: readonly (string | null)[]): string {
	return `${provider}:${kind}:${createHash('sha256').update(JSON.stringify(state)).digest('hex').slice(0, 32)}`;
}

/** What lets its holder in, by the end of a field's name in whatever case: client_secret, sdkToken, session-token. */
const SECRET =
	/(token(string|value)?|secret|password|passcode|otp(code)?|pin|jwt|bearer|apikey|secretkey|ephemeralkey|onetimelink(short)?|authorization)s?$/;

/** The same by its value: a link that carries a token, or a JSON Web Token (RFC 7519). */
const SECRET_VALUE = /^https?:.*[?&#/;][\w-]*(token|otp|jwt)=|^eyJ[\w-]+\.eyJ[\w-]+\./i;

/**
 * A payload without what lets its holder in.
 * @param own names of such fields that do not end in a word of theirs, in lower case without separators
 */
export function withoutSecrets(payload: JsonObject, own: readonly string[] = []): JsonObject {
	return cleaned(payload) as JsonObject;

	function cleaned(value: unknown): unknown {
		if (Array.isArray(value)) return value.filter((inner) => !isSecretValue(inner)).map(cleaned);
		if (typeof value !== 'object' || value === null) return value;
		const kept = Object.entries(value).filter(([name, inner]) => !isSecret(name) && !isSecretValue(inner));
		return Object.fromEntries(kept.map(([name, inner]) => [name, cleaned(inner)]));
	}

	function isSecretValue(value: unknown): boolean {
		return typeof value === 'string' && SECRET_VALUE.test(value);
	}

	function isSecret(name: string): boolean {
		const plain = name.toLowerCase().replace(/[^a-z0-9]/g, '');
		return SECRET.test(plain) || own.includes(plain);
	}
}
