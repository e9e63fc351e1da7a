import { createHmac, randomBytes } from 'node:crypto';
import type { JsonObject } from '../../webhook/json';
import type { Samples } from '../../webhook/samples';
import { persona } from './persona';

/** What Persona sends, after the sample in https://docs.withpersona.com/webhooks. */
export const samples: Samples<'webhookSecret' | 'previousWebhookSecret'> = {
	provider: persona,
	newSecrets: () => ({ webhookSecret: `wbhsec_${randomBytes(18).toString('base64url')}`, previousWebhookSecret: '' }),
	samples: [
		{ name: 'inquiry.approved', status: 'approved', payload: inquiry('inquiry.approved', 'approved') },
		{ name: 'inquiry.declined', status: 'rejected', payload: inquiry('inquiry.declined', 'declined') },
		{ name: 'inquiry.completed', status: 'pending', payload: inquiry('inquiry.completed', 'completed') },
		{ name: 'inquiry.expired', status: 'other', payload: inquiry('inquiry.expired', 'expired') },
		{
			name: 'verification.passed',
			status: 'other',
			payload: event('verification.passed', {
				type: 'verification/government-id',
				id: newId('ver'),
				attributes: { status: 'passed', 'created-at': '2026-03-04T05:05:00.000Z', 'country-code': 'US' },
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

function inquiry(name: string, status: string): JsonObject {
	return event(name, {
		type: 'inquiry',
		id: newId('inq'),
		attributes: {
			status,
			'reference-id': 'customer-7',
			'created-at': '2026-03-04T05:00:00.000Z',
			'started-at': '2026-03-04T05:01:00.000Z',
			'name-first': 'Jane',
			'name-middle': null,
			'name-last': 'Müller',
			'email-address': 'jane@example.com',
			'phone-number': null,
			tags: [],
		},
		relationships: { account: { data: { type: 'account', id: newId('act') } }, reports: { data: [] } },
	});
}

function event(name: string, about: JsonObject): JsonObject {
	const attributes = { name, payload: { data: about }, 'created-at': '2026-03-04T05:06:00.000Z' };
	return { data: { type: 'event', id: newId('evt'), attributes } };
}

function newId(prefix: string): string {
	return `${prefix}_${randomBytes(12).toString('hex')}`;
}
