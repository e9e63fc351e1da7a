import type { Status } from '../webhook/event';
import type { RefusalCode } from '../webhook/refusal';
import type { Sample, SampleDetails, Samples, Sealed } from '../webhook/samples';
import { readSecrets } from '../webhook/secrets';
import { faultsOf, seal } from './faults';

/** What a person wants a provider to send. */
export interface Wish {
	/** The provider's own name for the event; any with the status where it is left out. */
	readonly event?: string;
	readonly status: string;
	readonly details: SampleDetails;
	/** More events for the same delivery, each as `keyOf` names it. */
	readonly furtherEvents?: readonly string[];
	/** The name of a fault of `faultsOf`. */
	readonly fault?: string;
}

/** What a trigger with the same credential makes of a delivery. */
export type Expected =
	| { readonly result: 'accepted'; readonly statuses: readonly Status[] }
	| { readonly result: 'refused'; readonly code: RefusalCode; readonly condition?: string };

/** A delivery to be sent, or one sentence that says why there is none. */
export type Simulated =
	| { readonly ok: true; readonly sealed: Sealed; readonly expected: Expected }
	| { readonly ok: false; readonly problem: string };

/**
 * Makes a delivery as the provider would make it.
 * @param credential as it is stored; what the trigger could not work with is refused here too
 * @param now milliseconds
 */
export async function simulate(
	samples: Samples,
	wish: Wish,
	credential: Readonly<Record<string, unknown>>,
	now: number,
): Promise<Simulated> {
	const { displayName, credential: description } = samples.provider;
	const { furtherEvents = [] } = wish;
	const first = samples.samples.find(
		({ name, status }) => status === wish.status && (wish.event === undefined || name === wish.event),
	);
	const further = furtherEvents.map((key) => samples.samples.find((sample) => keyOf(sample) === key));
	const chosen = [first, ...further].filter((sample) => sample !== undefined);
	if (chosen.length < 1 + furtherEvents.length) {
		return problem(`${displayName} has no such event; it has ${samples.samples.map(keyOf).join(', ')}.`);
	}
	if (further.length > 0 && !samples.sealSeveral) {
		return problem(`A delivery of ${displayName} carries one event.`);
	}
	const faults = faultsOf(samples);
	const fault = faults.find(({ name }) => name === wish.fault);
	if (wish.fault !== undefined && !fault) {
		return problem(`${displayName} has no fault ${wish.fault}; it has ${faults.map(({ name }) => name).join(', ')}.`);
	}
	const checked = readSecrets(description.fields, credential);
	if (!checked.ok) return problem(`The ${displayName} credential cannot work: ${checked.problem}`);

	const payloads = chosen.map(({ create }) => create(wish.details));
	return fault
		? {
				ok: true,
				sealed: await fault.seal(payloads, checked.secrets, now),
				expected: { result: 'refused', code: fault.code, ...(fault.condition && { condition: fault.condition }) },
			}
		: {
				ok: true,
				sealed: await seal(samples, payloads, checked.secrets, now),
				expected: { result: 'accepted', statuses: chosen.map(({ status }) => status) },
			};
}

/** Tells a sample from the others of its provider. */
export function keyOf({ name, status }: Sample): string {
	return `${name}:${status}`;
}

/** Whether a delivery can be sent there: an absolute address of HTTP. */
export function isWebUrl(text: string): boolean {
	return URL.canParse(text) && ['http:', 'https:'].includes(new URL(text).protocol);
}

/** What to put into the request. */
export function headersOf({ contentType, headers }: Sealed): Record<string, string> {
	return { 'content-type': contentType, ...headers };
}

function problem(sentence: string): Simulated {
	return { ok: false, problem: sentence };
}
