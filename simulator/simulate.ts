import type { Status } from '../webhook/event';
import type { JsonObject } from '../webhook/json';
import type { ProviderEvent } from '../webhook/provider';
import { httpStatusOf, refuse, type RefusalCode } from '../webhook/refusal';
import type { Sample, SampleDetails, Samples, SchemeFault, Sealed } from '../webhook/samples';
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
	| {
			readonly result: 'accepted';
			readonly statuses: readonly Status[];
			/** Where a test delivery is among them, which counts there as if it were live. */
			readonly statusesOnTestUrl?: readonly Status[];
	  }
	| {
			readonly result: 'refused';
			readonly status: number;
			readonly code: RefusalCode;
			readonly condition?: string;
	  };

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
		return problem(
			`${displayName} has no event with that name and status; it has ${samples.samples.map(keyOf).join(', ')}.`,
		);
	}
	if (further.length > 0 && !samples.sealSeveral) {
		return problem(`A delivery of ${displayName} carries one event.`);
	}
	const faults = faultsOf(samples);
	const fault = faults.find(({ name }) => name === wish.fault);
	if (wish.fault !== undefined && !fault) {
		return problem(`${displayName} has no fault ${wish.fault}; it has ${faults.map(({ name }) => name).join(', ')}.`);
	}
	const checked = readSecrets(description, credential);
	if (!checked.ok) return problem(`The ${displayName} credential cannot work: ${checked.problem}`);

	const payloads = chosen.map(({ create }) => create(wish.details));
	const sealed = await (fault?.seal(payloads, checked.secrets, now) ?? seal(samples, payloads, checked.secrets, now));
	return { ok: true, sealed, expected: fault ? refusalBy(fault) : acceptance(samples, chosen, payloads) };
}

function refusalBy({ code, label, condition }: SchemeFault): Expected {
	return { result: 'refused', status: httpStatusOf(refuse(code, label)), code, ...(condition && { condition }) };
}

function acceptance(samples: Samples, chosen: readonly Sample[], payloads: readonly JsonObject[]): Expected {
	const statuses = chosen.map(({ status }) => status);
	const told = payloads.map((payload) => readAlone(samples, payload));
	if (!told.some(isTest)) return { result: 'accepted', statuses };
	const statusesOnTestUrl = statuses.map((status, index) => told[index]?.status ?? status);
	return { result: 'accepted', statuses, statusesOnTestUrl };
}

/** Whether a sample is a test delivery, which a Production URL puts out on Other. */
export function isTestDelivery(samples: Samples, { create }: Sample): boolean {
	return isTest(readAlone(samples, create({})));
}

function isTest(event: ProviderEvent | undefined): boolean {
	return event?.environment === 'test';
}

/** What the payload of a sample tells a trigger whose parameters are as they were. */
function readAlone({ provider }: Samples, payload: JsonObject): ProviderEvent | undefined {
	return provider.read(payload, { parameters: {}, signedId: null, fingerprint: () => '' })[0];
}

/** Tells a sample from the others of its provider. */
export function keyOf({ name, status }: Sample): string {
	return `${name}:${status}`;
}

/** What to put into the request. */
export function headersOf({ contentType, headers }: Sealed): Record<string, string> {
	return { 'content-type': contentType, ...headers };
}

function problem(sentence: string): Simulated {
	return { ok: false, problem: sentence };
}
