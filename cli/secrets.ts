import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import type { SecretField } from '../webhook/provider';
import type { Samples } from '../webhook/samples';

/** What a shell makes of Ctrl-C. */
const INTERRUPTED = 130;

/** The environment variable of a secret: N8N_KYC_SIGNING_KEY for `signingKey`. */
export function variableOf({ name }: SecretField): string {
	return `N8N_KYC_${name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;
}

/** What it takes to seal a delivery, of a credential. */
export interface Needed {
	/** Which nobody but the user knows. */
	readonly secrets: readonly SecretField[];
	/** What stands in a credential unless somebody changes it: an algorithm, a way of signing. */
	readonly settings: Readonly<Record<string, string>>;
}

/** What is made anew with each credential is a secret; what is the same in all of them is a setting. */
export function neededBy({ provider: { credential }, newSecrets }: Samples): Needed {
	const fresh: Readonly<Record<string, string>> = newSecrets();
	const other: Readonly<Record<string, string>> = newSecrets();
	return {
		secrets: credential.fields.filter(({ name }) => fresh[name] !== other[name]),
		settings: Object.fromEntries(Object.entries(fresh).filter(([name, value]) => value && value === other[name])),
	};
}

/**
 * The secrets that it takes to seal a delivery: from the environment, else asked for.
 * @param ask null when nobody is there to answer
 * @returns null with the names of the variables that are missing
 */
export async function collectSecrets(
	samples: Samples,
	environment: Readonly<Record<string, string | undefined>>,
	ask: ((label: string) => Promise<string>) | null,
): Promise<{ ok: true; credential: Record<string, string> } | { ok: false; missing: string[] }> {
	const { secrets, settings } = neededBy(samples);
	const given = samples.provider.credential.fields.flatMap((field) => {
		const secret = environment[variableOf(field)];
		return secret === undefined ? [] : [[field.name, secret]];
	});
	// Where there are several ways to sign, those who set one of the variables have chosen theirs.
	const hasChosen = given.length > 0;
	const credential: Record<string, string> = { ...settings, ...Object.fromEntries(given) };
	const missing: string[] = [];
	for (const field of secrets) {
		if (field.name in credential || (hasChosen && !field.required)) continue;
		const told = await ask?.(field.label);
		if (told === undefined) missing.push(variableOf(field));
		else credential[field.name] = told;
	}
	return missing.length > 0 ? { ok: false, missing } : { ok: true, credential };
}

/** Asks on the terminal, without showing what is typed. */
export function askHidden(label: string): Promise<string> {
	process.stderr.write(`${label} (not shown): `);
	const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
	const terminal = createInterface({ input: process.stdin, output: silent, terminal: true });
	return new Promise((resolve) => {
		let answer = '';
		terminal.once('line', (line) => {
			answer = line;
			terminal.close();
		});
		terminal.once('SIGINT', () => {
			terminal.close();
			process.exit(INTERRUPTED);
		});
		// Ctrl-D closes it too, with nothing typed.
		terminal.once('close', () => {
			process.stderr.write('\n');
			resolve(answer);
		});
	});
}
