import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import type { JsonObject } from '../../webhook/json';
import type { Samples } from '../../webhook/samples';
import { veriff } from './veriff';

/** What Veriff sends, after the samples in https://devdocs.veriff.com/docs/webhooks-guide. */
export const samples: Samples<'sharedSecret' | 'previousSharedSecret'> = {
	provider: veriff,
	newSecrets: () => ({ sharedSecret: randomUUID(), previousSharedSecret: '' }),
	samples: [
		{ name: 'decision.approved', status: 'approved', payload: decision(9001, 'approved') },
		{ name: 'decision.declined', status: 'rejected', payload: decision(9102, 'declined') },
		{ name: 'decision.review', status: 'pending', payload: decision(9121, 'review') },
		{ name: 'event.submitted', status: 'pending', payload: event(7002, 'submitted') },
		{ name: 'decision.expired', status: 'other', payload: decision(9104, 'expired', null) },
		{ name: 'watchlist.initial_result', status: 'other', payload: watchlist() },
	],
	seal(payload, { sharedSecret }) {
		const body = JSON.stringify(payload);
		const signature = createHmac('sha256', sharedSecret).update(body).digest('hex');
		return {
			contentType: 'application/json',
			headers: { 'x-auth-client': randomBytes(16).toString('hex'), 'x-hmac-signature': signature },
			body,
		};
	},
};

function decision(code: number, status: string, decisionTime: string | null = '2026-05-19T08:30:25.597Z'): JsonObject {
	return {
		status: 'success',
		verification: {
			...attempt(),
			id: randomUUID(),
			code,
			status,
			reason: null,
			reasonCode: null,
			decisionTime,
			acceptanceTime: '2026-05-19T08:15:25.597Z',
			person: { firstName: 'Jane', lastName: 'Müller' },
			document: { type: 'PASSPORT', country: 'EE' },
		},
	};
}

function event(code: number, action: string): JsonObject {
	return { ...attempt(), id: randomUUID(), feature: 'selfid', code, action };
}

function watchlist(): JsonObject {
	return {
		...attempt(),
		sessionId: randomUUID(),
		checkType: 'initial_result',
		matchStatus: 'possible_match',
		totalHits: 1,
	};
}

function attempt(): JsonObject {
	return { attemptId: randomUUID(), vendorData: 'customer-7', endUserId: randomUUID() };
}
