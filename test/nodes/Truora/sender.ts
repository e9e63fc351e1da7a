import type { KycEvent } from '../../../webhook/event';
import type { JsonObject } from '../../../webhook/json';
import { truora } from '../../../nodes/Truora/truora';
import { jwt } from '../../support/crypto';
import { acceptedEvent, acceptedEvents, deliver, NOW, type Sent } from '../../support/reception';

export const credential = { signingKey: 'clave — ñ 71b0d4', previousSigningKey: 'the one before a93e' };

/** Unix seconds. */
export const SECONDS = Math.floor(NOW / 1000);

export function carry(token: string): Sent {
	return { body: token, headers: { 'content-type': 'application/jwt' } };
}

/** What Truora sends: a JWT whose claim `events` is a list. */
export function sendEvents(events: unknown, claims: JsonObject = {}): Sent {
	return carry(jwt(credential.signingKey, { events, iat: SECONDS, iss: 'Truora', ...claims }));
}

export async function eventOf(event: JsonObject): Promise<KycEvent> {
	return acceptedEvent(await deliver(truora, credential, sendEvents([event])));
}

export async function eventsOf(events: unknown, claims?: JsonObject): Promise<readonly KycEvent[]> {
	return acceptedEvents(await deliver(truora, credential, sendEvents(events, claims)));
}

export const sample = {
	id: 'HKE2ETYep6kn5H6ifK47PaS2QrALqeG2FJj',
	event_type: 'identity_process',
	event_action: 'succeeded',
	object: { process_id: 'IDP3YeG65Lw', account_id: 'customer-7', status: 'success' },
	timestamp: '2024-10-11T00:00:00Z',
	version: '1.0',
};

/** The sample with another type and action, and other fields in its object. */
export function event(event_type: unknown, event_action: unknown, object: JsonObject = {}): JsonObject {
	return { ...sample, event_type, event_action, object: { ...sample.object, ...object } };
}
