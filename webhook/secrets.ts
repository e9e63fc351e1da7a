import type { SecretField, Secrets } from './provider';

/**
 * Checks a stored credential, offline: each secret is there, has no surrounding white space and
 * has the right shape.
 * @returns the secrets, or one sentence that says what to do
 */
export function readSecrets<Name extends string>(
	secretFields: readonly SecretField<Name>[],
	credential: Readonly<Record<string, unknown>> | null,
): { ok: true; secrets: Secrets<Name> } | { ok: false; problem: string } {
	if (credential === null)
		return { ok: false, problem: 'it is missing or cannot be read; select one in the trigger node.' };
	const secrets: Partial<Record<Name, string>> = {};
	for (const { name, label, required, problem } of secretFields) {
		const stored = credential[name] ?? '';
		const secret = typeof stored === 'string' && stored.trim() !== '' ? stored : '';
		const found =
			typeof stored !== 'string'
				? 'must be text'
				: secret === ''
					? required && 'is empty: copy it from the provider'
					: secret !== secret.trim()
						? 'begins or ends with a space or a line break: remove it'
						: problem?.(secret);
		if (found) return { ok: false, problem: `${label} ${found}.` };
		secrets[name] = secret;
	}
	return { ok: true, secrets: secrets as Secrets<Name> };
}

/** The secrets in use: the current one, and the previous one while a rotation is under way. */
export function inUse(current: string, previous: string): string[] {
	return previous === '' ? [current] : [current, previous];
}
