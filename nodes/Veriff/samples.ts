import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import type { JsonObject } from '../../webhook/json';
import { type SampleDetails, type Samples, someone, splitName } from '../../webhook/samples';
import { veriff } from './veriff';

/** What Veriff sends, after the samples in https://devdocs.veriff.com/docs/webhooks-guide. */
export const samples: Samples<'sharedSecret' | 'previousSharedSecret'> = {
	provider: veriff,
	newSecrets: () => ({ sharedSecret: randomUUID(), previousSharedSecret: '' }),
	details: ['externalId', 'id', 'name'],
	samples: [
		{ name: 'decision.approved', status: 'approved', create: decision(9001, 'approved') },
		{ name: 'decision.declined', status: 'rejected', create: decision(9102, 'declined') },
		{ name: 'decision.review', status: 'pending', create: decision(9121, 'review') },
		{ name: 'event.submitted', status: 'pending', create: event(7002, 'submitted') },
		{ name: 'decision.expired', status: 'other', create: decision(9104, 'expired', false) },
		{ name: 'watchlist.initial_result', status: 'other', create: watchlist('initial_result', 'no_match', []) },
		{
			name: 'watchlist.updated_result',
			status: 'other',
			create: watchlist('updated_result', 'possible_match', [{ matchedName: someone.name }]),
		},
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

function decision(code: number, status: string, isDecided = true) {
	return (details: SampleDetails): JsonObject => {
		const { first, last } = splitName(details.subject?.name);
		return {
			status: 'success',
			verification: {
				...attempt(details),
				id: randomUUID(),
				code,
				status,
				reason: null,
				reasonCode: null,
				decisionTime: isDecided ? new Date().toISOString() : null,
				acceptanceTime: new Date().toISOString(),
				person: { firstName: first, lastName: last },
				document: { type: 'PASSPORT', country: 'EE' },
			},
		};
	};
}

function event(code: number, action: string) {
	return (details: SampleDetails): JsonObject => {
		return { ...attempt(details), id: randomUUID(), feature: 'selfid', code, action };
	};
}

function watchlist(checkType: string, matchStatus: string, hits: readonly JsonObject[]) {
	return (details: SampleDetails): JsonObject => {
		return {
			...attempt(details),
			sessionId: randomUUID(),
			checkType,
			matchStatus,
			searchTerm: { name: details.subject?.name ?? someone.name, year: '1985' },
			totalHits: hits.length,
			createdAt: new Date().toISOString(),
			hits,
		};
	};
}

function attempt({ externalId = someone.externalId, subject }: SampleDetails): JsonObject {
	return { attemptId: randomUUID(), vendorData: externalId, endUserId: subject?.id ?? randomUUID() };
}
