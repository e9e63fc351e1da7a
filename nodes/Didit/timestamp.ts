import { decodeUtf8 } from '../../webhook/encoding';
import { text } from '../../webhook/fields';
import { checkFreshness, parseUnixTime } from '../../webhook/freshness';
import { type JsonObject, parseJsonObject } from '../../webhook/json';
import type { Clock } from '../../webhook/provider';
import { refuse, type Refusal } from '../../webhook/refusal';
import { isoTime } from '../../webhook/time';

/**
 * Checks the `timestamp` of an authentic body. The `X-Timestamp` header tells the same time, but
 * the signature does not cover it.
 * @returns null when it is fresh, when the tolerance is 0, and for a body that is not a JSON object
 */
export function checkTimestamp(rawBody: Uint8Array, clock: Clock): Refusal | null {
	if (clock.tolerance === 0) return null;
	const payload = parseJsonObject(decodeUtf8(rawBody) ?? '');
	if (payload === null) return null;
	if ((payload.timestamp ?? null) === null) {
		return refuse(
			'timestamp_missing',
			"The body has no timestamp. With a tolerance of 0 in the trigger's options no time is checked.",
		);
	}
	const sentAt = sentAtOf(payload);
	if (sentAt === null) {
		return refuse('timestamp_malformed', 'The timestamp in the body is neither a Unix time in seconds nor ISO 8601.');
	}
	return checkFreshness(sentAt, clock, 'The timestamp in the body');
}

/**
 * The body's `timestamp`: Unix seconds (https://docs.didit.me/integration/webhooks), or ISO 8601 in
 * events about a user or business (https://docs.didit.me/entities/webhooks).
 * @returns milliseconds, or null when it is neither
 */
export function sentAtOf({ timestamp }: JsonObject): number | null {
	const written = text.parse(timestamp);
	if (written?.length === 10) return parseUnixTime(written);
	const iso = isoTime(written);
	return iso === null ? null : Date.parse(iso);
}
