import { kycEvent } from '../../webhook/event';
import * as outcomes from '../../webhook/outcome';

const expected = {
	approved: ['approved', null],
	declined: ['rejected', 'declined'],
	fraud: ['rejected', 'fraud'],
	started: ['pending', 'started'],
	partial: ['pending', 'partial'],
	inReview: ['pending', 'in_review'],
	resubmission: ['pending', 'resubmission'],
	expired: ['other', 'expired'],
	canceled: ['other', 'canceled'],
	abandoned: ['other', 'abandoned'],
	revoked: ['other', 'revoked'],
	providerError: ['other', 'provider_error'],
	deliveryFailed: ['other', 'delivery_failed'],
	scored: ['other', 'scored'],
	notification: ['other', 'notification'],
	alert: ['other', 'alert'],
	test: ['other', 'test'],
	outdated: ['other', 'outdated'],
	unknown: ['other', 'unknown'],
} as const;

describe('an outcome', () => {
	it.each(Object.entries(expected))('%s is %j, decided by nobody in particular', (name, [status, reason]) => {
		expect(outcomes[name as keyof typeof expected]).toEqual({ status, reason, decidedBy: null });
	});

	it('is one of those above, or one of them as decided by somebody', () => {
		expect(Object.keys(outcomes).sort()).toEqual(
			[...Object.keys(expected), 'automatic', 'manual', 'overridden'].sort(),
		);
	});

	it('has a status and a reason that an item may have', () => {
		const { status, reason, decidedBy } = kycEvent.shape;
		const { automatic, manual, overridden, ...all } = outcomes;
		for (const each of [
			...Object.values(all),
			automatic(all.approved),
			manual(all.approved),
			overridden(all.declined),
		]) {
			expect(status.parse(each.status)).toBe(each.status);
			expect(reason.parse(each.reason)).toBe(each.reason);
			expect(decidedBy.parse(each.decidedBy)).toBe(each.decidedBy);
		}
	});

	it('says who decided, without a trace in the outcome that it is made of', () => {
		expect(outcomes.automatic(outcomes.approved)).toEqual({ status: 'approved', reason: null, decidedBy: 'automatic' });
		expect(outcomes.manual(outcomes.declined)).toEqual({
			status: 'rejected',
			reason: 'declined',
			decidedBy: 'manual',
		});
		expect(outcomes.overridden(outcomes.declined)).toEqual({
			status: 'rejected',
			reason: 'overridden',
			decidedBy: 'manual',
		});
		expect(outcomes.approved.decidedBy).toBeNull();
		expect(outcomes.declined).toEqual({ status: 'rejected', reason: 'declined', decidedBy: null });
	});
});
