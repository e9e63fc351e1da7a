import { parseArgs, type ParseArgsConfig } from 'node:util';
import { everything } from '../nodes/KycSimulator/everything';
import { addressOf, NO_ADDRESS, withoutPasswords } from '../simulator/address';
import { detailsOf } from '../simulator/details';
import { printable } from '../simulator/printable';
import { simulate } from '../simulator/simulate';
import { statuses } from '../webhook/event';
import type { DetailName, Samples } from '../webhook/samples';
import { deliver, EXIT } from './deliver';
import { typed } from './details';
import { collectSecrets } from './secrets';
import { listProviders, listSamples, usage } from './usage';

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

/** What the command has of the terminal on which it runs. */
export interface Terminal {
	readonly environment: Readonly<Record<string, string | undefined>>;
	/** Null when nobody is there to answer. */
	readonly ask: ((label: string) => Promise<string>) | null;
	print(text: string): void;
	complain(text: string): void;
}

const LIST = 'To see all of them: n8n-nodes-kyc list';
const HELP = 'See n8n-nodes-kyc --help.';

class Mistake extends Error {}

/** @returns the exit code */
export async function run(args: string[], terminal: Terminal): Promise<number> {
	try {
		return await obey(args, terminal);
	} catch (error) {
		terminal.complain(`${printable(withoutPasswords((error as Error).message))}\n`);
		return error instanceof Mistake ? EXIT.notDone : EXIT.otherwise;
	}
}

async function obey(args: string[], terminal: Terminal): Promise<number> {
	const { values, positionals } = parsed(args);
	const [command, id, ...more] = positionals;
	if (more.length > 0) throw new Mistake(`What is "${more.join(' ')}"? ${HELP}`);
	if (values.help) {
		terminal.print(usage);
		return EXIT.done;
	}
	if (command === 'send') return send(samplesOf(id), values, terminal);
	if (command === undefined) throw new Mistake(usage);
	if (command !== 'list') throw new Mistake(`There is no command "${command}": choose send or list. ${HELP}`);
	terminal.print(id === undefined ? listProviders(everything) : listSamples(samplesOf(id)));
	return EXIT.done;
}

function parsed(args: string[]) {
	try {
		return parseArgs({ args, options, allowPositionals: true });
	} catch (error) {
		// Node goes on about arguments that begin with a hyphen.
		const [problem] = (error as Error).message.split(/\.(?:\s|$)/);
		throw new Mistake(`${problem}. ${HELP}`);
	}
}

/** By its id or its name, in any spelling of it: Stripe Identity, stripe-identity, stripeidentity. */
function samplesOf(named: string | undefined): Samples {
	if (named === undefined) throw new Mistake(`Name a provider. ${LIST}`);
	const samples = everything.find(({ provider: { id, displayName } }) =>
		[id, displayName].some((name) => letters(name) === letters(named)),
	);
	if (!samples) throw new Mistake(`There is no provider "${named}". ${similar(named)}${LIST}`);
	return samples;
}

/** Names that begin as what was typed does. */
function similar(named: string): string {
	const ids = everything.map(({ provider: { id } }) => id).filter((id) => id.startsWith(letters(named).slice(0, 4)));
	return letters(named) === '' || ids.length === 0 ? '' : `Do you mean ${ids.join(' or ')}? `;
}

function letters(name: string): string {
	return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** A detail that no event of the provider tells would be left out without a word. */
function rejectUntold({ provider, details }: Samples, told: Readonly<Partial<Record<DetailName, string>>>): void {
	const untold = (Object.keys(told) as DetailName[]).filter((name) => told[name] && !details.includes(name));
	if (untold.length === 0) return;
	const others = details.length > 0 ? `Choose from ${typed(details)}` : 'Leave it out';
	throw new Mistake(`${provider.displayName} has no place for ${typed(untold)}. ${others}.`);
}

async function send(
	samples: Samples,
	values: ReturnType<typeof parsed>['values'],
	{ environment, ask, print }: Terminal,
): Promise<number> {
	const { status, url, event, also, fault, 'external-id': externalId, 'subject-id': id, email, phone, name } = values;
	const wished = statuses.find((one) => one === status?.toLowerCase());
	if (wished === undefined) {
		const wrong = status === undefined ? 'is missing' : `cannot be "${status}"`;
		throw new Mistake(`--status ${wrong}: choose approved, rejected, pending or other.`);
	}
	if (url === undefined) throw new Mistake('--url is missing: the Test URL or the Production URL of the trigger.');
	const address = addressOf(url);
	if (!address) throw new Mistake(`--url ${NO_ADDRESS}`);

	const told = { externalId, id, email, phone, name };
	rejectUntold(samples, told);

	const secrets = await collectSecrets(samples, environment, ask);
	if (!secrets.ok) throw new Mistake(`Set ${secrets.missing.join(' and ')}, or run this on a terminal to be asked.`);

	const wish = { event, status: wished, details: detailsOf(told), furtherEvents: also, fault };
	const simulated = await simulate(samples, wish, secrets.credential, Date.now());
	if (!simulated.ok) throw new Mistake(simulated.problem);
	return deliver(samples, simulated, address, print);
}
