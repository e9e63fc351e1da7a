import { parseArgs, type ParseArgsConfig } from 'node:util';
import { allSamples } from '../nodes/KycSimulator/allSamples';
import { detailsOf } from '../simulator/details';
import { headersOf, isWebUrl, simulate } from '../simulator/simulate';
import type { Samples, Sealed } from '../webhook/samples';
import { askHidden, collectSecrets } from './secrets';
import { listProviders, listSamples, usage } from './usage';

const EXIT = { answered2xx: 0, answeredOtherwise: 1, notDone: 2 } as const;

/** Milliseconds: a provider does not wait longer either. */
const TIMEOUT = 30_000;

const options = {
	help: { type: 'boolean', short: 'h' },
	status: { type: 'string' },
	url: { type: 'string' },
	event: { type: 'string' },
	also: { type: 'string', multiple: true },
	fault: { type: 'string' },
	'external-id': { type: 'string' },
	'subject-id': { type: 'string' },
	email: { type: 'string' },
	phone: { type: 'string' },
	name: { type: 'string' },
} as const satisfies ParseArgsConfig['options'];

class Mistake extends Error {}

try {
	process.exitCode = await main(process.argv.slice(2));
} catch (error) {
	process.stderr.write(`${(error as Error).message}\n`);
	process.exitCode = error instanceof Mistake ? EXIT.notDone : EXIT.answeredOtherwise;
}

/** @returns the exit code */
async function main(args: string[]): Promise<number> {
	const { values, positionals } = parsed(args);
	const [command, id, ...more] = positionals;
	if (more.length > 0) throw new Mistake(`What is "${more.join(' ')}"? See n8n-nodes-kyc --help.`);
	if (values.help) return print(usage);
	if (command === 'list') return print(id === undefined ? listProviders(allSamples) : listSamples(samplesOf(id)));
	if (command !== 'send') throw new Mistake(usage);
	return send(samplesOf(id), values);
}

function parsed(args: string[]) {
	try {
		return parseArgs({ args, options, allowPositionals: true });
	} catch (error) {
		throw new Mistake((error as Error).message);
	}
}

function samplesOf(id: string | undefined): Samples {
	const samples = allSamples.find(({ provider }) => provider.id === id);
	const known = allSamples.map(({ provider }) => provider.id).join(', ');
	if (!samples) throw new Mistake(`${id === undefined ? 'Name a provider' : `There is no provider ${id}`}: ${known}.`);
	return samples;
}

async function send(samples: Samples, values: ReturnType<typeof parsed>['values']): Promise<number> {
	const { status, url, event, also, fault, 'external-id': externalId, 'subject-id': id, email, phone, name } = values;
	if (status === undefined) throw new Mistake('--status is missing: approved, rejected, pending or other.');
	if (url === undefined || !isWebUrl(url)) throw new Mistake('--url must be the http(s) address of a trigger.');

	const { fields } = samples.provider.credential;
	const secrets = await collectSecrets(fields, process.env, process.stdin.isTTY ? askHidden : null);
	if (!secrets.ok) throw new Mistake(`Set ${secrets.missing.join(' and ')}, or run this on a terminal to be asked.`);

	const details = detailsOf({ externalId, id, email, phone, name });
	const wish = { event, status, details, furtherEvents: also, fault };
	const simulated = await simulate(samples, wish, secrets.credential, Date.now());
	if (!simulated.ok) throw new Mistake(simulated.problem);
	const { sealed, expected } = simulated;
	print(`${shown(url, sealed)}\n\nExpected: ${Object.values(expected).join(' ')}\n`);
	const response = await post(url, sealed);
	print(`Answered: ${response.status} ${printable(await response.text())}\n`);
	return response.ok ? EXIT.answered2xx : EXIT.answeredOtherwise;
}

async function post(url: string, sealed: Sealed): Promise<Response> {
	const request = {
		method: 'POST',
		headers: headersOf(sealed),
		body: sealed.body,
		// Elsewhere is not where the user wanted it sent.
		redirect: 'manual',
		signal: AbortSignal.timeout(TIMEOUT),
	} as const;
	try {
		return await fetch(url, request);
	} catch (error) {
		const { cause, message } = error as Error;
		throw new Error(`There is no answer from ${url}: ${cause instanceof Error ? cause.message : message}`, {
			cause: error,
		});
	}
}

/** Without what a terminal would obey. */
function printable(text: string): string {
	return text.replace(/[^\P{Cc}\n\t]/gu, '');
}

function shown(url: string, sealed: Sealed): string {
	const headers = Object.entries(headersOf(sealed)).map(([name, value]) => `${name}: ${value}`);
	return [`POST ${url}`, ...headers, '', sealed.body].join('\n');
}

function print(text: string): number {
	process.stdout.write(text);
	return EXIT.answered2xx;
}
