import type { Provider, Secrets } from './provider';

/** What is asked of a stored credential. */
type Asked<Name extends string> = Pick<Provider<Name>['credential'], 'fields' | 'problem'>;

type Stored = Readonly<Record<string, unknown>> | null;

/**
 * The secrets of a stored credential, where something can be done with them: each is there, has no surrounding white
 * space and the shape that it takes. Offline.
 * @returns the secrets, or one sentence that says what to do
 */
export function readSecrets<Name extends string>(
	{ fields, problem: problemOf }: Asked<Name>,
	credential: Stored,
): { ok: true; secrets: Secrets<Name> } | { ok: false; problem: string } {
	if (credential === null)
		return { ok: false, problem: 'it is missing or cannot be read; select one in the trigger node.' };
	const secrets: Partial<Record<Name, string>> = {};
	for (const { name, label, required, isVerbatim, problem } of fields) {
		const stored = credential[name] ?? '';
		const secret = typeof stored === 'string' && stored.trim() !== '' ? stored : '';
		const found =
			typeof stored !== 'string'
				? 'must be text'
				: secret === ''
					? required && 'is empty: copy it from the provider'
					: !isVerbatim && /^[\s\p{Cf}]|[\s\p{Cf}]$/u.test(secret)
						? 'begins or ends with a space or a line break: remove it'
						: problem?.(secret);
		if (found) return { ok: false, problem: `${label} ${found}.` };
		secrets[name] = secret;
	}
	const problem = problemOf?.(secrets as Secrets<Name>) ?? null;
	return problem === null ? { ok: true, secrets: secrets as Secrets<Name> } : { ok: false, problem };
}

/** Shorter ones can be guessed. */
const LONG_ENOUGH = 16;

/**
 * What a person who sets a credential up should know: a secret that cannot work, or that is something else, is a
 * problem; one that is short is worth a warning. One sentence each, never with the secret in it.
 */
export function checkSecrets<Name extends string>(
	asked: Asked<Name>,
	credential: Stored,
): { problem: string | null; warning: string | null } {
	const read = readSecrets(asked, credential);
	if (!read.ok) return { problem: read.problem, warning: null };
	const given = asked.fields.filter(({ name }) => read.secrets[name] !== '');
	for (const { name, label, mistake } of given) {
		const found = commonMistake(read.secrets[name] ?? '') ?? mistake?.(read.secrets[name] ?? '');
		if (found) return { problem: `${label} ${found}.`, warning: null };
	}
	const short = given.find(({ name, isChoice }) => !isChoice && (read.secrets[name] ?? '').length < LONG_ENOUGH);
	return {
		problem: null,
		warning: short
			? `${short.label} is shorter than ${LONG_ENOUGH} characters, so that it may be guessed; see whether it is whole.`
			: null,
	};
}

/** The rest of a sentence; null when nothing is wrong. */
function commonMistake(secret: string): string | null {
	if (/^https?:/i.test(secret)) return 'is a web address: copy the secret, not the URL';
	if (/^(["'`“”„‘’«»]).*(["'`“”„‘’«»])$/su.test(secret)) return 'stands in quotes: remove them';
	return null;
}

/** The secrets in use: the current one, and the previous one while a rotation is under way. */
export function inUse(current: string, previous: string): string[] {
	return previous === '' ? [current] : [current, previous];
}
