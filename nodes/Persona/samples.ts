import { createHmac, randomBytes } from 'node:crypto';
import type { JsonObject } from '../../webhook/json';
import { type SampleDetails, type Samples, someone, splitName } from '../../webhook/samples';
import { persona } from './persona';

/** What Persona sends, after the sample in https://docs.withpersona.com/webhooks. */
export const samples: Samples<'webhookSecret' | 'previousWebhookSecret'> = {
	provider: persona,
	newSecrets: () => ({ webhookSecret: `wbhsec_${randomBytes(18).toString('base64url')}`, previousWebhookSecret: '' }),
	details: ['externalId', 'id', 'email', 'phone', 'name'],
	samples: [
		{ name: 'inquiry.approved', status: 'approved', create: inquiry('inquiry.approved', 'approved') },
		{ name: 'inquiry.declined', status: 'rejected', create: inquiry('inquiry.declined', 'declined') },
		{ name: 'inquiry.completed', status: 'pending', create: inquiry('inquiry.completed', 'completed') },
		{ name: 'inquiry.expired', status: 'other', create: inquiry('inquiry.expired', 'expired') },
		{ name: 'report/watchlist.matched', status: 'other', create: watchlistHit },
		{
			name: 'verification.passed',
			status: 'other',
			create: () =>
				event('verification.passed', {
					type: 'verification/government-id',
					id: newId('ver'),
					attributes: { status: 'passed', 'created-at': new Date().toISOString(), 'country-code': 'US' },
				}),
		},
	],
	seal(payload, { webhookSecret }, now) {
		const body = JSON.stringify(payload);
		const timestamp = Math.floor(now / 1000);
		const signature = createHmac('sha256', webhookSecret).update(`${timestamp}.${body}`).digest('hex');
		return {
			contentType: 'application/json',
			headers: { 'Persona-Signature': `t=${timestamp},v1=${signature}` },
			body,
		};
	},
};

function inquiry(name: string, status: string) {
	return ({ externalId = someone.externalId, subject = {} }: SampleDetails) => {
		const { first, last } = splitName(subject.name);
		return event(name, {
			type: 'inquiry',
			id: newId('inq'),
			attributes: {
				status,
				'reference-id': externalId,
				'created-at': new Date().toISOString(),
				'started-at': new Date().toISOString(),
				tags: [],
				fields: {
					'name-first': { type: 'string', value: first },
					'name-middle': { type: 'string', value: null },
					'name-last': { type: 'string', value: last },
					'email-address': { type: 'string', value: subject.email ?? someone.email },
					'phone-number': { type: 'string', value: subject.phone ?? null },
				},
			},
			relationships: {
				account: { data: { type: 'account', id: subject.id ?? newId('act') } },
				reports: { data: [] },
			},
		});
	};
}

/** The account has been screened before; now there is a hit. */
function watchlistHit({ subject = {} }: SampleDetails) {
	const { first, last } = splitName(subject.name);
	return event('report/watchlist.matched', {
		type: 'report/watchlist',
		id: newId('rep'),
		attributes: {
			status: 'ready',
			'has-match': true,
			'is-continuous': true,
			'created-at': new Date().toISOString(),
			'name-first': first,
			'name-middle': null,
			'name-last': last,
			'matched-lists': [],
		},
		relationships: { account: { data: { type: 'account', id: subject.id ?? newId('act') } } },
	});
}

function event(name: string, about: JsonObject): JsonObject {
	const attributes = { name, payload: { data: about }, 'created-at': new Date().toISOString() };
	return { data: { type: 'event', id: newId('evt'), attributes } };
}

function newId(prefix: string): string {
	return `${prefix}_${randomBytes(12).toString('hex')}`;
}
