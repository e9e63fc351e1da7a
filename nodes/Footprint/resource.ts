import { type KycEvent, subject } from '../../webhook/event';
import { anything, fields, text, word } from '../../webhook/fields';
import type { Reading } from '../../webhook/reading';
import { outcomeOfStatus } from './outcomes';

/** What an onboarding, or the user or business behind it, says by its status. */
export function readResource(resource: unknown) {
	const onboarding = onboardingFields.parse(resource);
	const status = onboarding.status ?? onboarding.new_status;
	const fpId = onboarding.fp_id ?? onboarding.footprint_user_id;
	const reading: Reading = {
		...outcomeOfStatus(status, onboarding),
		environment: environmentOf(onboarding.is_live, fpId),
		check: null,
		providerStatus: status,
		verificationId: onboarding.onboarding_id ?? fpId,
		externalId: onboarding.external_id ?? onboarding.user_external_id,
		subject: subject({ id: fpId }),
	};
	return { reading, onboarding };
}

const onboardingFields = fields({
	fp_id: text,
	/** What `fp_id` was called. */
	footprint_user_id: text,
	external_id: text,
	/** Of `footprint.user.bank_link_updated`. */
	user_external_id: text,
	onboarding_id: text,
	status: word,
	/** Of `footprint.onboarding.status_changed`. */
	new_status: word,
	requires_manual_review: anything,
	is_live: anything,
});

/** An id that begins otherwise may still be of the sandbox. */
export const IN_SANDBOX = /^fp_b?id_test_/;

function environmentOf(isLive: unknown, fpId: string | null): KycEvent['environment'] {
	if (IN_SANDBOX.test(fpId ?? '')) return 'test';
	if (typeof isLive !== 'boolean') return null;
	return isLive ? 'live' : 'test';
}
