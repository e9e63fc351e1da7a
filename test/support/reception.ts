import { isDeepStrictEqual } from 'node:util';
import type { SeenEvents } from '../../webhook/duplicates';
import { kycEvent, type KycEvent, statuses } from '../../webhook/event';
import type { LatestEvents } from '../../webhook/latestEvents';
import type { Provider } from '../../webhook/provider';
import { receive, type Reception, type Result, type Settings } from '../../webhook/receive';
import { httpStatusOf, type RefusalCode } from '../../webhook/refusal';

/** When the deliveries of the tests are received, in milliseconds. */
export const NOW = Date.parse('2026-03-04T05:06:07.089Z');

export type Credential = Readonly<Record<string, unknown>>;

/** One HTTP request, as a provider or somebody else sends it. */
export interface Sent {
	readonly body: string | Uint8Array;
	/** Names in any case. */
	readonly headers?: Readonly<Record<string, string | string[] | undefined>>;
}

export interface Circumstances extends Partial<Settings> {
	readonly now?: number;
	readonly seenEvents?: SeenEvents;
	readonly latestEvents?: LatestEvents;
}

/** Hands a delivery to the public way of all deliveries, with the trigger's defaults. */
export function deliver(
	provider: Provider,
	credential: Credential | null,
	sent: Sent,
	circumstances: Circumstances = {},
): Promise<Result> {
	return deliverRequest(provider, credential, requestOf(sent), circumstances);
}

/** The same for a request whose body cannot be read in the usual way. */
export function deliverRequest(
	provider: Provider,
	credential: Credential | null,
	request: Reception['request'],
	{ now = NOW, seenEvents, latestEvents, ...settings }: Circumstances = {},
): Promise<Result> {
	return receive(provider, {
		request,
		credential,
		settings: {
			events: ['*'],
			statuses,
			testsAreLive: false,
			tolerance: provider.tolerance ?? 0,
			includePayload: true,
			parameters: {},
			...settings,
		},
		scope: 'workflow node',
		seenEvents: seenEvents ?? null,
		latestEvents: latestEvents ?? null,
		now,
	});
}

function requestOf({ body, headers = {} }: Sent): Reception['request'] {
	return {
		rawBody: Buffer.from(body),
		readRawBody: () => Promise.reject(new Error('the body was read already')),
		headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])),
	};
}

/** The events of an accepted delivery, each of which is a valid item. Thousands are looked at: Jest's matchers are slow. */
export function acceptedEvents(result: Result): readonly KycEvent[] {
	if (!result.ok) throw new Error(`refused: ${result.code}: ${result.hint}`);
	if (result.result !== 'accepted') throw new Error(`not accepted: ${result.result}`);
	for (const event of result.events) {
		const item = kycEvent.parse(event);
		if (!isDeepStrictEqual(item, event)) expect(item).toStrictEqual(event);
	}
	return result.events;
}

/** The event of an accepted delivery that tells just one. */
export function acceptedEvent(result: Result): KycEvent {
	const [event, ...more] = acceptedEvents(result);
	if (event === undefined || more.length > 0) throw new Error(`accepted with ${acceptedEvents(result).length} events`);
	return event;
}

/** What each refusal is answered with: written here once more, as the contract has it. */
const httpStatus: Readonly<Record<RefusalCode, number>> = {
	signature_missing: 401,
	signature_malformed: 401,
	signature_mismatch: 401,
	timestamp_missing: 401,
	timestamp_malformed: 401,
	timestamp_outside_tolerance: 401,
	token_malformed: 401,
	token_algorithm_not_allowed: 401,
	token_claims_invalid: 401,
	decryption_failed: 401,
	payload_unreadable: 400,
	body_unreadable: 400,
	body_too_large: 413,
	credential_invalid: 503,
	settings_unsafe: 503,
};

/** A hint is a sentence or two for people. */
const SENTENCE = /^[A-Z][^\n]{10,250}\.$/;

/** @param untold texts that a hint must never show, such as secrets and digests */
export function expectRefusal(result: Result, code: RefusalCode, untold: Iterable<unknown> = []): void {
	if (result.ok) throw new Error(`not refused: ${result.result}`);
	const { hint, detail } = result;
	expect({ code: result.code, status: httpStatusOf(result) }).toEqual({ code, status: httpStatus[code] });
	for (const told of [hint, detail ?? hint]) if (!SENTENCE.test(told)) throw new Error(`no sentence: ${told}`);
	for (const text of untold)
		if (typeof text === 'string' && text !== '' && `${hint} ${detail}`.includes(text)) throw new Error(`told: ${text}`);
}
