import type { Api, Started, Verification } from '../api/api';
import { ApiError } from '../api/errors';

/**
 * What the provider answered, if it is a verification at all.
 * @throws ApiError
 */
export function complete<Answered extends Started | Verification>({ provider }: Api, answered: Answered): Answered {
	if (answered.verificationId !== null || answered.url) return answered;
	throw new ApiError(
		`${provider.displayName} answered with something other than a verification`,
		'The answer is not as the provider documents it. Look in the dashboard of the provider.',
	);
}
