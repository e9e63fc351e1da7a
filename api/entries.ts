import { ApiError } from './errors';

/**
 * The entries of a list that a provider answered.
 * @param list as the schema read it: null when it is none
 * @throws ApiError then: it must not pass for an empty one, or a webhook would be made twice and a missed event be none
 */
export function entriesOf(list: readonly unknown[] | null, displayName: string): readonly unknown[] {
	if (list !== null) return list;
	throw new ApiError(`${displayName} answered with something other than a list`, 'Try again later.');
}
