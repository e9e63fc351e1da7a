import { faultsOf } from '../simulator/faults';
import { isTestDelivery, keyOf } from '../simulator/simulate';
import type { Samples } from '../webhook/samples';
import { typed } from './details';
import { neededBy, variableOf } from './secrets';

export const usage = `Sends what an identity verification provider would send, to try out a KYC trigger of n8n.

  n8n-nodes-kyc send <provider> --status <status> --url <url> [options]
  n8n-nodes-kyc list [<provider>]     what there is to send

  --status <status>       approved, rejected, pending or other
  --url <url>             the Test URL or the Production URL of the trigger; nothing is sent anywhere else
  --event <name>          the provider's own name for the event; any with the status without it
  --also <event:status>   another event in the same delivery, where the provider sends several; may be repeated
  --fault <fault>         something done wrong on purpose, to see it refused
  --external-id, --subject-id, --email, --phone, --name <text>
                          what the event tells of the person; "list" says what the provider has a place for

Secrets come from environment variables, which "list" names, or are asked for. They are no arguments, since other
users of the machine and the shell's history would see them.

Signatures are shown by their first characters only, and so are bodies that prove by themselves where they come from.

Of an answer only what a trigger answers is shown.

Ends with 0 when the answer is as expected: without a fault that the delivery was accepted, with one that it was refused
for it; with 1 when the answer is another or none; with 2 when the command cannot be done.
`;

/** The providers, one a line. */
export function listProviders(allSamples: readonly Samples[]): string {
	const width = Math.max(...allSamples.map(({ provider }) => provider.id.length));
	return allSamples.map(({ provider }) => `${provider.id.padEnd(width)}  ${provider.displayName}\n`).join('');
}

/** What there is to send of one provider. */
export function listSamples(samples: Samples): string {
	const { displayName, credential } = samples.provider;
	const { secrets, settings } = neededBy(samples);
	const others = credential.fields.filter(({ name }) => Object.hasOwn(settings, name));
	const sections = {
		Events: samples.samples.map(
			(sample) => `${keyOf(sample)}${isTestDelivery(samples, sample) ? '  a test delivery' : ''}`,
		),
		Faults: faultsOf(samples).map(
			({ name, code, condition }) => `${name}  refused as ${code}${condition ? ` ${condition}` : ''}`,
		),
		Details: samples.details.length > 0 ? [typed(samples.details)] : [],
		Variables: [
			...secrets.map((field) => `${variableOf(field)}  ${field.label}`),
			...others.map((field) => `${variableOf(field)}  ${field.label}, ${settings[field.name]} unless it is set`),
		],
	};
	const lines = Object.entries(sections)
		.filter(([, entries]) => entries.length > 0)
		.map(([title, entries]) => `${title}\n${entries.map(indented).join('')}`);
	return `${displayName}\n\n${lines.join('\n')}`;
}

function indented(line: string): string {
	return `  ${line}\n`;
}
