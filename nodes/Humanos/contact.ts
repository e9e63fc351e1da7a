import type { Subject } from '../../webhook/event';

/** The one address by which Humanos knows a person. */
export function contactOf(contact: string | null): Partial<Pick<Subject, 'email' | 'phone'>> {
	if (contact === null) return {};
	return contact.includes('@') ? { email: contact } : { phone: contact };
}
