import type { Api, Limit, Wish } from './api';
import { InputError } from './errors';

/** E.164, for providers that take a phone number in no other form: https://www.itu.int/rec/T-REC-E.164. */
export const phoneNumber: Limit = { pattern: /^\+[1-9]\d{1,14}$/, form: 'must look like +14155552671' };

/** The fields of a wish that a limit can stand for, as the user sees them. */
const labels = {
	externalId: 'External ID',
	template: 'Template',
	email: 'Email',
	phone: 'Phone',
	firstName: 'First Name',
	lastName: 'Last Name',
	redirectUrl: 'Redirect URL',
	expiresAfter: 'Expires After',
	language: 'Language',
} as const;

/**
 * Checks what the user gave before anything is sent.
 * @throws InputError that names the field
 */
export function checkLimits({ provider, limits = {} }: Pick<Api, 'provider' | 'limits'>, wish: Wish): void {
	for (const [name, limit] of Object.entries(limits) as [keyof typeof labels, Limit][]) {
		const value = wish[name];
		const problem = value === '' || value === 0 ? null : problemOf(value, limit);
		if (problem !== null) {
			throw new InputError(
				`${labels[name]} ${problem}`,
				`That is what ${provider.displayName} takes. Nothing was sent.`,
			);
		}
	}
}

function problemOf(value: string | number, { min, max, pattern, form }: Limit): string | null {
	const unit = typeof value === 'number' ? 'seconds' : 'characters';
	const size = typeof value === 'number' ? value : [...value].length;
	if (min !== undefined && size < min) return `must be at least ${min} ${unit}`;
	if (max !== undefined && size > max) return `must be at most ${max} ${unit}`;
	if (pattern && !pattern.test(String(value))) return form ?? 'has another form';
	return null;
}
