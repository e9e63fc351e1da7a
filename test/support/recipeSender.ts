import { randomUUID } from 'node:crypto';
import type { Authentication } from '../../recipe/authentication';
import type { Sealed } from '../../webhook/samples';
import { hmac } from './crypto';

/** Made-up secrets for a way of signing. */
export function newProof(way: Authentication): Record<string, string> {
	const secret = randomUUID();
	if (way.scheme === 'basic') return { username: 'n8n', password: secret };
	const encoding = way.scheme === 'standardWebhooks' ? 'whsec' : way.scheme === 'hmac' ? way.secretEncoding : 'utf8';
	if (encoding === 'hex') return { secret: Buffer.from(secret).toString('hex') };
	if (encoding === 'utf8') return { secret };
	return { secret: `${encoding === 'whsec' ? 'whsec_' : ''}${Buffer.from(secret).toString('base64')}` };
}

/** The key that a secret stands for, as text. */
function keyOf(encoding: string, secret: string): string {
	if (encoding === 'utf8') return secret;
	return Buffer.from(secret.replace(/^whsec_/, ''), encoding === 'hex' ? 'hex' : 'base64').toString();
}

/**
 * A delivery that another library has signed.
 * @param now milliseconds
 * @param encode instead of the encoding of the way
 */
export function sendAs(
	way: Authentication,
	proof: Record<string, string>,
	body: string,
	now: number,
	encode?: BufferEncoding,
): Sealed {
	const { secret = '', username = '', password = '' } = proof;
	const seconds = String(Math.floor(now / 1000));
	const id = `msg_${randomUUID()}`;
	const sealed = (headers: Record<string, string>): Sealed => ({ contentType: 'application/json', headers, body });
	switch (way.scheme) {
		case 'basic':
			return sealed({ Authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}` });
		case 'staticHeader':
			return sealed({ [way.header]: `${way.prefix}${secret}` });
		case 'standardWebhooks': {
			const digest = hmac(keyOf('whsec', secret), `${id}.${seconds}.${body}`).toString(encode ?? 'base64');
			return sealed({ 'webhook-id': id, 'webhook-timestamp': seconds, 'webhook-signature': `v1,${digest}` });
		}
		case 'timestampedHmac': {
			const digest = hmac(secret, `${seconds}.${body}`).toString(encode ?? 'hex');
			return sealed({ [way.header]: `t=${seconds},${way.entry}=${digest}` });
		}
		case 'hmac': {
			const headers: Record<string, string> = {
				...(way.timestampHeader && { [way.timestampHeader]: seconds }),
				...(way.idHeader && { [way.idHeader]: id }),
			};
			const content = way.signedContent
				.replace(/\{header:(.*?)\}/g, (_, name: string) => (headers[name] = 'ref-1'))
				.replace('{timestamp}', seconds)
				.replace('{id}', id)
				.replaceAll('\\n', '\n')
				.replace('{body64}', Buffer.from(body).toString('base64'))
				.replace('{body}', () => body);
			const digest = hmac(keyOf(way.secretEncoding, secret), content, way.algorithm);
			return sealed({ ...headers, [way.header]: `${way.prefix}${digest.toString(encode ?? way.encoding)}` });
		}
	}
}

/** The header that carries the proof. */
export function proofHeader(way: Authentication): string {
	if (way.scheme === 'basic') return 'Authorization';
	return way.scheme === 'standardWebhooks' ? 'webhook-signature' : way.header;
}
