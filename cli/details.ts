import type { DetailName } from '../webhook/samples';

/** The option for what an event tells of the person. */
export const OPTION_OF = {
	externalId: 'external-id',
	id: 'subject-id',
	email: 'email',
	phone: 'phone',
	name: 'name',
} as const satisfies Record<DetailName, string>;

/** The options as one types them: "--email, --phone". */
export function typed(details: readonly DetailName[]): string {
	return details.map((detail) => `--${OPTION_OF[detail]}`).join(', ');
}
