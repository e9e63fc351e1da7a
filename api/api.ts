import type { JsonObject } from '../webhook/json';
import type { Provider, ProviderEvent } from '../webhook/provider';
import type { KycEvent } from '../webhook/event';
import type { Reading } from '../webhook/reading';

/** One request to a provider's API. */
export interface ApiRequest {
	readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
	/** Begins with `/`, follows the base URL, holds the query. */
	readonly path: string;
	/** Sent as JSON. */
	readonly json?: JsonObject;
	/** Sent as a form. */
	readonly form?: JsonObject;
	/** Begins a verification: where the provider has idempotency keys, a repetition begins no second one. */
	readonly startsVerification?: boolean;
	/** Instead of `Api.baseUrl`, where a provider has several hosts. */
	readonly baseUrl?: string;
}

/**
 * Sends a request.
 * @returns the JSON of the answer, null when the answer is empty
 * @throws ApiError when the provider refuses, or does not answer as it documents
 */
export type Ask = (request: ApiRequest) => Promise<unknown>;

/** What a verification is begun with. '' is what the user left empty. */
export interface Wish {
	/** The customer's own reference. */
	readonly externalId: string;
	/** Id of the template, level, workflow or flow; '' where the provider has none. */
	readonly template: string;
	readonly email: string;
	readonly phone: string;
	readonly firstName: string;
	readonly lastName: string;
	readonly redirectUrl: string;
	/** Seconds; 0 leaves it to the provider. */
	readonly expiresAfter: number;
	readonly language: string;
	/** The provider's own fields: put them into the body with `mergeBody`. */
	readonly body: JsonObject;
	/** Node parameters of this provider alone. */
	readonly parameters: Parameters;
}

/** Values of the node parameters that `Api.parameters` names. */
export type Parameters = Readonly<Record<string, unknown>>;

/** Fields of a wish that not every provider takes. */
export type WishField = 'email' | 'phone' | 'firstName' | 'lastName' | 'redirectUrl' | 'expiresAfter' | 'language';

/** A verification that was begun. */
export interface Started extends Pick<KycEvent, 'environment' | 'providerStatus' | 'verificationId' | 'externalId'> {
	readonly subject?: KycEvent['subject'];
	readonly url: string | null;
	/** ISO 8601, UTC. */
	readonly urlExpiresAt: string | null;
	readonly payload: JsonObject;
}

/** A verification as the provider has it now. */
export interface Verification extends Reading {
	/** When it was decided, as the provider says: ISO 8601, UTC. */
	readonly occurredAt: string | null;
	/** When it changed last, as the provider writes it: tells two states of one status apart. */
	readonly changedAt: string | null;
	/** Only while the person can still use it. */
	readonly url?: string | null;
	/** ISO 8601, UTC. */
	readonly urlExpiresAt?: string | null;
	readonly payload: JsonObject;
}

/** What a list is narrowed to. */
export interface Filter {
	/** The customer's own reference; '' for all. */
	readonly externalId: string;
	/** Milliseconds since 1970: what is older is left out; null for all. */
	readonly since: number | null;
}

/** A template, level or workflow. */
export interface Template {
	readonly id: string;
	readonly name: string;
}

/** Most that a provider takes of a text, or what it must look like. */
export interface Limit {
	/** Characters. */
	readonly min?: number;
	readonly max?: number;
	readonly pattern?: RegExp;
	/** What the pattern asks for, as the rest of a sentence: "may hold only letters and digits". */
	readonly form?: string;
}

/** A webhook as the provider has it. */
export interface RegisteredWebhook {
	readonly id: string;
	readonly url: string;
	readonly enabled: boolean;
}

/** How webhooks are registered through the API. All five calls are about one environment: that of the key. */
export interface Webhooks {
	/** The field of the trigger's credential that the issued secret stands for. */
	readonly secretField: string;
	/** The field of the API credential that holds the key. */
	readonly keyField: string;
	/** All that there are, enabled or not. */
	list(ask: Ask): Promise<readonly RegisteredWebhook[]>;
	/** For all events that the provider has. It may be disabled at first, where there is an `enable`. */
	create(ask: Ask, url: string): Promise<{ readonly id: string | null; readonly secret: string | null }>;
	enable?(ask: Ask, id: string): Promise<void>;
	/** Deletes it, or what comes closest. */
	remove(ask: Ask, id: string): Promise<void>;
}

/** The REST API of one provider. */
export interface Api {
	readonly provider: Pick<Provider, 'id' | 'displayName' | 'tellsEnvironment'>;
	/** Type of the credential that signs its requests. */
	readonly credentialType: string;
	/** Without a slash at the end; or the name of the credential's field that holds it. */
	readonly baseUrl: string | ((credential: JsonObject) => string);
	/** Live or test by the look of the key, where the answers do not tell and the webhooks do. */
	environmentOf?(credential: JsonObject): KycEvent['environment'];
	/** Header for the key by which the provider knows a repeated request. */
	readonly idempotencyHeader?: string;
	/** Fields of an answer that let their holder in, where `withoutSecrets` does not know them by their name. */
	readonly secretFields?: readonly string[];
	/** What `create` takes. */
	readonly wishes: readonly WishField[];
	readonly limits?: Readonly<Partial<Record<'externalId' | 'template' | WishField, Limit>>>;
	/** Node parameters of this provider alone, handed to every operation. */
	readonly parameters?: readonly string[];
	/** In the provider's words, why it refused; null where the body of the answer does not say it. */
	reasonOf(body: unknown): string | null;
	create(ask: Ask, wish: Wish): Promise<Started>;
	/** By the provider's id. */
	get(ask: Ask, verificationId: string, parameters: Parameters): Promise<Verification>;
	/** The newest by the customer's own reference; null when there is none. */
	find?(ask: Ask, externalId: string, parameters: Parameters): Promise<Verification | null>;
	/** The newest first. */
	list?(ask: Ask, filter: Filter, parameters: Parameters): AsyncIterable<Verification>;
	/** What its webhooks told since then, the newest first; ids as in the webhooks. */
	listEvents?(ask: Ask, since: number, parameters: Parameters): AsyncIterable<ProviderEvent>;
	cancel?(ask: Ask, verificationId: string, parameters: Parameters): Promise<Verification>;
	listTemplates?(ask: Ask): Promise<readonly Template[]>;
	/** Where webhooks can be registered through the API. */
	readonly webhooks?: Webhooks;
}
