import type { KycEvent } from './event';
import type { JsonObject } from './json';
import type { Reading } from './reading';
import type { Refusal } from './refusal';

/** Most events of one delivery. Nobody sends as many; they would push everything else out of the memory. */
export const MAX_EVENTS = 1000;

/** One HTTP request from a provider, nothing of it believed yet. */
export interface Delivery {
	/** The request body, byte for byte. */
	readonly rawBody: Buffer;
	/** Names in lower case, as Node gives them. */
	readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

export interface Clock {
	/** Milliseconds since 1970. */
	readonly now: number;
	/** How far a signed time may lie from now, in seconds; 0 turns the check off. */
	readonly tolerance: number;
}

/** One secret of a credential. */
export interface SecretField<Name extends string = string> {
	readonly name: Name;
	/** As the user sees it. */
	readonly label: string;
	readonly required: boolean;
	/** One of a few known words, and no secret. */
	readonly isChoice?: boolean;
	/** White space at its ends counts. */
	readonly isVerbatim?: boolean;
	/** Why nothing can be done with a secret, as the rest of a sentence ("must be 32 bytes long"); null when it can. */
	readonly problem?: (secret: string) => string | null;
	/**
	 * Why a secret cannot be the provider's, in the same way, by the form that the provider documents. It is asked where
	 * a person sets the credential up; deliveries are judged by their signature alone.
	 */
	readonly mistake?: (secret: string) => string | null;
}

/** A stored credential that passed `readSecrets`. An optional secret that was left empty is ''. */
export type Secrets<Name extends string = string> = Readonly<Record<Name, string>>;

/** The bytes that the provider vouches for (decrypted), or why the delivery is refused. */
export type Authenticated =
	| {
			readonly ok: true;
			readonly payload: Uint8Array;
			/** An id that stands in the headers only, and is signed with the payload. */
			readonly signedId?: string;
	  }
	| Refusal;

/** An event as a provider tells it: the item without what the way of the delivery adds. */
export interface ProviderEvent extends Reading, Pick<KycEvent, 'eventId' | 'eventType' | 'occurredAt'> {
	/** The value of the `events` parameter that selects it. */
	readonly selector: string;
	/**
	 * What late events are told within, where the `verificationId` stands for several people or matters, or events about
	 * one person have several or none; else they are told within the `verificationId`.
	 */
	readonly sequence?: string | null;
	readonly payload: JsonObject;
}

export interface ReadContext {
	/** The values of the node parameters that `Provider.parameters` names. */
	readonly parameters: Readonly<Record<string, unknown>>;
	/** `signedId` of the authenticated delivery. */
	readonly signedId: string | null;
	/** Hexadecimal digest of the payload, to tell apart events that carry nothing to tell them by. */
	readonly fingerprint: () => string;
}

/** All that there is to know about one provider. */
export interface Provider<Name extends string = string> {
	/** The `provider` field of its items. */
	readonly id: string;
	readonly displayName: string;
	readonly credential: {
		readonly type: string;
		readonly fields: readonly SecretField<Name>[];
		/** One sentence that says why secrets that are right each by itself cannot work together; null when they can. */
		readonly problem?: (secrets: Secrets<Name>) => string | null;
	};
	/** Whether some of its deliveries tell live from test. */
	readonly tellsEnvironment?: boolean;
	/** Whether some of its deliveries tell when an event happened. */
	readonly tellsTime?: boolean;
	/** Default tolerance in seconds, where the provider signs a time. */
	readonly tolerance?: number;
	/** Node parameters of this provider alone, or options of it, handed to `read`. */
	readonly parameters?: readonly string[];
	/** One sentence that says what the node's parameters need before anything can be told by them. */
	readonly problem?: string;
	/** Does this delivery come from the provider, unchanged? Never throws. */
	authenticate(delivery: Delivery, secrets: Secrets<Name>, clock: Clock): Authenticated | Promise<Authenticated>;
	/** What an authentic payload tells. Never throws, never drops; past `MAX_EVENTS` it may stop. */
	read(payload: JsonObject, context: ReadContext): ProviderEvent[];
}
