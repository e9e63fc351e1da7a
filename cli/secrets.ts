import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import type { SecretField } from '../webhook/provider';

/** What a shell makes of Ctrl-C. */
const INTERRUPTED = 130;

/** The environment variable of a secret: N8N_KYC_SIGNING_KEY for `signingKey`. */
export function variableOf({ name }: SecretField): string {
	return `N8N_KYC_${name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;
}

/**
 * The secrets that it takes to seal a delivery: from the environment, else asked for.
 * @param ask null when nobody is there to answer
 * @returns null with the names of the variables that are missing
 */
export async function collectSecrets(
	secretFields: readonly SecretField[],
	environment: Readonly<Record<string, string | undefined>>,
	ask: ((label: string) => Promise<string>) | null,
): Promise<{ ok: true; credential: Record<string, string> } | { ok: false; missing: string[] }> {
	const credential: Record<string, string> = {};
	const missing: string[] = [];
	for (const field of secretFields) {
		// Only one that receives needs those before; of what may be left empty nobody is asked.
		const secret = environment[variableOf(field)] ?? (field.required ? await ask?.(field.label) : '');
		if (secret === undefined) missing.push(variableOf(field));
		else if (secret !== '' || field.required) credential[field.name] = secret;
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
