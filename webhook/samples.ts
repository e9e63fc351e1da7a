import type { Status, Subject } from './event';
import type { JsonObject } from './json';
import type { Provider, Secrets } from './provider';
import type { RefusalCode } from './refusal';

/** What a sample may be asked to tell of a person. */
export interface SampleDetails {
	readonly externalId?: string;
	readonly subject?: Partial<Omit<Subject, 'type'>>;
}

export type DetailName = 'externalId' | keyof Omit<Subject, 'type'>;

/** A payload as the provider would send it, and what it means. */
export interface Sample {
	/** The provider's own name for the event. With the status, no other sample of the provider has it. */
	readonly name: string;
	readonly status: Status;
	/** A payload with ids of its own. Details for which it has no place are left out. */
	create(details: SampleDetails): JsonObject;
}

/** A delivery as the provider would send it. */
export interface Sealed {
	readonly contentType: string;
	readonly headers: Readonly<Record<string, string>>;
	readonly body: string;
}

/** A fault that only a scheme like this provider's can have. */
export interface SchemeFault<Name extends string = string> {
	readonly name: string;
	/** In Title Case, as n8n shows it. */
	readonly label: string;
	/** How such a delivery is refused. */
	readonly code: RefusalCode;
	/** When it is, as the rest of a sentence, where it depends on the trigger. */
	readonly condition?: string;
	seal(payloads: readonly JsonObject[], secrets: Secrets<Name>, now: number): Sealed | Promise<Sealed>;
}

/** The sending side of a provider: what its deliveries look like. */
export interface Samples<Name extends string = string> {
	readonly provider: Provider<Name>;
	/** Made-up secrets of the right shape, other ones each time. */
	newSecrets(): Secrets<Name>;
	/** The details for which the payloads have a place; not every event has each. */
	readonly details: readonly DetailName[];
	readonly samples: readonly Sample[];
	/** Signs or encrypts a payload. `now` in milliseconds. */
	seal(payload: JsonObject, secrets: Secrets<Name>, now: number): Sealed | Promise<Sealed>;
	/** The same for several events in one delivery, where the format has a place for them. */
	sealSeveral?(payloads: readonly JsonObject[], secrets: Secrets<Name>, now: number): Sealed | Promise<Sealed>;
	/** False where the signature, or what stands for it, is the same for every body. */
	readonly isBodySigned?: boolean;
	/** Whether the body alone proves where it comes from, so that there is no signature header to leave out. */
	readonly bodyOnly?: boolean;
	/** How a changed delivery, or one sealed with another secret, is refused; `signature_mismatch` unless it is named. */
	readonly forgedCode?: RefusalCode;
	readonly faults?: readonly SchemeFault<Name>[];
}

/** Who a sample is about, where nobody else is wished for. */
export const someone = { externalId: 'customer-7', email: 'jane@example.com', name: 'Jane Müller' };

/** A full name as the first names, if there are any, and the last name. */
export function splitName(name: string | null = someone.name): { first: string | null; last: string | null } {
	const words = name?.split(' ') ?? [];
	const last = words.pop() ?? null;
	return { first: words.join(' ') || null, last };
}
