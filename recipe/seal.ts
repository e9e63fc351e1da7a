import { createHmac, randomUUID } from 'node:crypto';
import type { JsonObject } from '../webhook/json';
import type { Sealed } from '../webhook/samples';
import { type Authentication, keyOf, type Proof } from './authentication';
import { contentOf, headersIn } from './signedContent';

/**
 * A delivery as a provider that signs so would send it.
 * @param now milliseconds
 */
export function sealBy(settings: Authentication, proof: Proof, payload: JsonObject, now: number): Sealed {
	const body = JSON.stringify(payload);
	return { contentType: 'application/json', headers: headersBy(settings, proof, body, now), body };
}

function headersBy(
	settings: Authentication,
	{ secret, username, password }: Proof,
	body: string,
	now: number,
): Record<string, string> {
	const seconds = String(Math.floor(now / 1000));
	switch (settings.scheme) {
		case 'hmac': {
			const { header, prefix, algorithm, encoding, secretEncoding } = settings;
			const headers = signedHeaders(settings, seconds);
			const content = contentOf({ rawBody: Buffer.from(body), headers: lowerCase(headers) }, settings);
			const hmac = createHmac(algorithm, keyOf(secretEncoding, secret) ?? '');
			for (const part of content.ok ? content.parts : []) hmac.update(part);
			return { ...headers, [header]: `${prefix}${hmac.digest(encoding)}` };
		}
		case 'timestampedHmac': {
			const digest = createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex');
			return { [settings.header]: `t=${seconds},${settings.entry}=${digest}` };
		}
		case 'standardWebhooks': {
			const id = `msg_${randomUUID()}`;
			const key = keyOf('whsec', secret) ?? '';
			const digest = createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64');
			return { 'webhook-id': id, 'webhook-timestamp': seconds, 'webhook-signature': `v1,${digest}` };
		}
		case 'staticHeader':
			return { [settings.header]: `${settings.prefix}${secret}` };
		case 'basic':
			return { Authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}` };
	}
}

/** The headers that the signature covers. */
function signedHeaders(
	{ signedContent, timestampHeader, idHeader }: Extract<Authentication, { scheme: 'hmac' }>,
	seconds: string,
): Record<string, string> {
	return Object.fromEntries([
		...[...headersIn(signedContent), ...(idHeader === '' ? [] : [idHeader])].map((name) => [name, randomUUID()]),
		...(timestampHeader === '' ? [] : [[timestampHeader, seconds]]),
	]) as Record<string, string>;
}

function lowerCase(headers: Record<string, string>): Record<string, string> {
	return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
