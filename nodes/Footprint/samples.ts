import { createHmac, randomBytes } from 'node:crypto';
import type { JsonObject } from '../../webhook/json';
import { type SampleDetails, type Samples, someone } from '../../webhook/samples';
import { footprint } from './footprint';

/** What Footprint sends, after the samples in https://docs.onefootprint.com/articles/integrate/webhooks. */
export const samples: Samples<'signingSecret' | 'previousSigningSecret'> = {
	provider: footprint,
	newSecrets: () => ({ signingSecret: `whsec_${randomBytes(24).toString('base64')}`, previousSigningSecret: '' }),
	details: ['externalId', 'id'],
	samples: [
		{ name: 'footprint.onboarding.completed', status: 'approved', create: onboarding('pass', false) },
		{ name: 'footprint.onboarding.completed', status: 'rejected', create: onboarding('fail', false) },
		{ name: 'footprint.onboarding.completed', status: 'pending', create: onboarding('fail', true) },
		{
			name: 'footprint.onboarding.status_changed',
			status: 'rejected',
			create: event('footprint.onboarding.status_changed', () => ({
				new_status: 'fail',
				requires_manual_review: false,
			})),
		},
		{
			name: 'footprint.watchlist_check.completed',
			status: 'other',
			create: event('footprint.watchlist_check.completed', () => ({ status: 'pass', error: null })),
		},
		// In the sandbox.
		{ name: 'footprint.onboarding.completed', status: 'other', create: onboarding('pass', false, false) },
	],
	seal(payload, { signingSecret }, now) {
		const body = JSON.stringify(payload);
		const id = newId('msg');
		const timestamp = Math.floor(now / 1000);
		const key = Buffer.from(signingSecret.slice('whsec_'.length), 'base64');
		const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
		return {
			contentType: 'application/json',
			headers: { 'svix-id': id, 'svix-timestamp': String(timestamp), 'svix-signature': `v1,${signature}` },
			body,
		};
	},
};

function onboarding(status: string, requiresManualReview: boolean, isLive = true) {
	return event('footprint.onboarding.completed', () => ({
		onboarding_id: newId('ob'),
		playbook_key: newId(isLive ? 'pb_live' : 'pb_test'),
		is_live: isLive,
		requires_manual_review: requiresManualReview,
		status,
	}));
}

function event(kind: string, about: () => JsonObject) {
	return ({ externalId = someone.externalId, subject }: SampleDetails): JsonObject => ({
		event_kind: kind,
		external_id: externalId,
		fp_id: subject?.id ?? newId('fp_id'),
		is_live: true,
		timestamp: new Date().toISOString(),
		...about(),
	});
}

function newId(prefix: string): string {
	return `${prefix}_${randomBytes(12).toString('base64url')}`;
}
