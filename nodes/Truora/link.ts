import { fields, number } from '../../webhook/fields';
import { parseJsonObject } from '../../webhook/json';
import { isoTimeOfUnixSeconds } from '../../webhook/time';

/**
 * The link for the person, and until when it works: the token that it holds is a JWT which tells it, two hours by
 * default (https://dev.truora.com/guides/web_integration_token).
 */
export function linkOf(token: string) {
	const claims = parseJsonObject(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
	return {
		url: `https://identity.truora.com/?token=${encodeURIComponent(token)}`,
		urlExpiresAt: isoTimeOfUnixSeconds(claimFields.parse(claims).exp),
	};
}

const claimFields = fields({ exp: number });
