import { isJsonObject } from '../webhook/json';

/** What is shorter than this is no secret, but a region or a switch. */
const SHORTEST = 6;

/** A text without the secrets of a credential, for a provider that repeats them. */
export function hide(text: string, credential: unknown): string {
	const secrets = isJsonObject(credential) ? Object.values(credential) : [];
	return secrets
		.filter((secret) => typeof secret === 'string' && secret.length >= SHORTEST)
		.reduce<string>((shown, secret) => shown.replaceAll(secret as string, '…'), text);
}
