import { veriff } from '../../../nodes/Veriff/veriff';
import type { KycEvent } from '../../../webhook/event';
import type { JsonObject } from '../../../webhook/json';
import { hmac } from '../../support/crypto';
import { acceptedEvent, deliver, type Sent } from '../../support/reception';

export const credential = { sharedSecret: 'Geheimnis — 7f3c9e', previousSharedSecret: 'the one before 51d0' };

/** What Veriff sends: the header is the hex HMAC-SHA256 of the body. */
export function send(body: string | Uint8Array | JsonObject, sharedSecret = credential.sharedSecret): Sent {
	const text = typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body);
	return { body: text, headers: { 'X-HMAC-SIGNATURE': hmac(sharedSecret, text).toString('hex') } };
}

export async function eventOf(payload: JsonObject): Promise<KycEvent> {
	return acceptedEvent(await deliver(veriff, credential, send(payload)));
}

const ATTEMPT = {
	attemptId: 'e30122d1-740b-4764-853f-470374a7abf4',
	vendorData: 'customer-7',
	endUserId: 'f9a2b3c4-0000-4000-8000-000000000007',
};

/** A decision, after the documented sample. */
export const sample = {
	status: 'success',
	verification: {
		...ATTEMPT,
		id: '12df6045-3846-3e45-946a-14fa6136d78b',
		code: 9001,
		status: 'approved',
		reason: null,
		reasonCode: null,
		decisionTime: '2019-11-06T07:18:36.916Z',
		acceptanceTime: '2019-11-06T07:15:27.000Z',
		person: { firstName: 'ZOË', lastName: 'MÜLLER', dateOfBirth: '1977-01-14' },
		document: { type: 'PASSPORT', country: 'EE' },
	},
	technicalData: { ip: '192.0.2.7' },
};

/** The sample with another decision. */
export function decision(code: unknown, status: unknown): JsonObject {
	return { ...sample, verification: { ...sample.verification, code, status } };
}

/** Progress, after the documented sample. */
export function progress(code: unknown, action: unknown): JsonObject {
	return { ...ATTEMPT, id: 'f04bdb47-d3be-4b28-b028-a652feb060b5', feature: 'selfid', code, action };
}

/** The result of a watchlist screening, after the documented sample. */
export function watchlist(checkType: unknown): JsonObject {
	const session = { sessionId: 'f04bdb47-d3be-4b28-b028-a652feb060b5', checkType };
	const searched = { searchTerm: { name: 'Zoë Müller', year: '1977' }, createdAt: '2021-06-02T11:04:00.287Z' };
	return { ...ATTEMPT, ...session, ...searched, matchStatus: 'possible_match', totalHits: 1, hits: [{}] };
}

/** A status that a person set by hand, after the documented sample. */
export const userStatus = {
	...ATTEMPT,
	data: {
		verification: {
			id: 'a1c68aea-7f4d-478d-80ab-ca9356074f69',
			userDefinedData: { reason: 'Looks like velocity abuse', status: 'approved', statusCode: 'approved' },
		},
	},
	time: '2023-10-27T10:00:02.998Z',
	eventType: 'user-status.created',
	sessionId: 'a1c68aea-7f4d-478d-80ab-ca9356074f69',
};

/** The one webhook of the Essential plan. */
export const fullAuto = {
	...ATTEMPT,
	status: 'success',
	eventType: 'fullauto',
	sessionId: 'a1c68aea-7f4d-478d-80ab-ca9356074f69',
	time: '2023-10-27T10:00:02.998Z',
	data: { verification: { decision: 'approved', decisionScore: 0.99 } },
};
