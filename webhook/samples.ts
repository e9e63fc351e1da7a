import type { Status } from './event';
import type { JsonObject } from './json';
import type { Provider, Secrets } from './provider';

/** A payload as the provider would send it, and what it means. */
export interface Sample {
	/** The provider's own name for the event. */
	readonly name: string;
	readonly status: Status;
	readonly payload: JsonObject;
}

/** A delivery as the provider would send it. */
export interface Sealed {
	readonly contentType: string;
	readonly headers: Readonly<Record<string, string>>;
	readonly body: string;
}

/** The sending side of a provider: what its deliveries look like. */
export interface Samples<Name extends string = string> {
	readonly provider: Provider<Name>;
	/** Made-up secrets of the right shape, other ones each time. */
	newSecrets(): Secrets<Name>;
	readonly samples: readonly Sample[];
	/** Signs or encrypts a payload. `now` in milliseconds. */
	seal(payload: JsonObject, secrets: Secrets<Name>, now: number): Sealed | Promise<Sealed>;
}
