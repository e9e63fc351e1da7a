import { decodeBase64 } from './encoding';
import { checkFreshness, parseUnixTime } from './freshness';
import { header } from './header';
import { decodeDigest, matchesHmac, signatureMismatch } from './hmac';
import type { Authenticated, Clock, Delivery } from './provider';
import { refuse } from './refusal';

const SECRET_PREFIX = 'whsec_';

/** The rest of a sentence that says what is wrong with a secret; null when nothing is. */
export function standardWebhooksSecretProblem(secret: string): string | null {
	return keyOf(secret) ? null : `must be ${SECRET_PREFIX} with base64 behind it: copy it whole from the provider`;
}

function keyOf(secret: string): Buffer | null {
	const key = secret.startsWith(SECRET_PREFIX) ? decodeBase64(secret.slice(SECRET_PREFIX.length)) : null;
	return key?.length ? key : null;
}

/**
 * Standard Webhooks, which Svix sends too (https://www.standardwebhooks.com): three headers `id`,
 * `timestamp` (Unix seconds) and `signature`, a list of `v1,<base64>` separated by spaces, each an
 * HMAC-SHA256 of `{id}.{timestamp}.{raw body}`. Any v1 may match; other versions count for nothing.
 * @param field the credential field with the secret, as the user sees it
 * @param secrets those in use
 * @returns with the id as `signedId`
 */
export function authenticateStandardWebhook(
	delivery: Delivery,
	field: string,
	secrets: readonly string[],
	clock: Clock,
): Authenticated {
	const prefix = header(delivery, 'webhook-signature') === null ? 'svix' : 'webhook';
	const name = `${prefix}-signature`;
	const id = header(delivery, `${prefix}-id`);
	const signatures = (header(delivery, name) ?? '').split(' ').filter((entry) => entry.startsWith('v1,'));
	if (id === null || signatures.length === 0) {
		return refuse('signature_missing', `The ${prefix}-id header or a v1 signature in the ${name} header is missing.`);
	}
	const timestamp = header(delivery, `${prefix}-timestamp`);
	if (timestamp === null) return refuse('timestamp_missing', `The ${prefix}-timestamp header is missing.`);
	const signedAt = timestamp.length === 10 ? parseUnixTime(timestamp) : null;
	if (signedAt === null) {
		return refuse('timestamp_malformed', `The ${prefix}-timestamp header is not a Unix time in seconds.`);
	}
	const digests = signatures.flatMap((entry) => decodeDigest(entry.slice('v1,'.length), { encoding: 'base64' }) ?? []);
	if (digests.length < signatures.length) {
		return refuse('signature_malformed', `The ${name} header is not a list of v1,<base64>.`);
	}
	const keys = secrets.flatMap((secret) => keyOf(secret) ?? []);
	const parts = [id, '.', timestamp, '.', delivery.rawBody];
	if (!matchesHmac(keys, parts, digests)) return signatureMismatch({ header: name, field });
	return (
		checkFreshness(signedAt, clock, `The ${prefix}-timestamp header`) ?? {
			ok: true,
			payload: delivery.rawBody,
			signedId: id,
		}
	);
}
