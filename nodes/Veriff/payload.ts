import type { z } from 'zod';
import { anything, fields, text, word } from '../../webhook/fields';
import { fullName } from '../../webhook/name';

const session = { id: text, attemptId: text, code: text, vendorData: text, endUserId: text };

const value = fields({ value: text });

/** All kinds of webhook in one: none names itself as such, and each has some of these fields. */
export const rootFields = fields({
	...session,
	action: text,
	addressId: text,
	eventType: text,
	sessionId: text,
	checkType: text,
	matchStatus: text,
	reviewStatus: text,
	searchTerm: fields({ name: text }),
	totalHits: word,
	hits: anything,
	time: text,
	createdAt: text,
	verification: fields({
		...session,
		status: text,
		decisionTime: text,
		person: fields({ firstName: text, lastName: text }),
	}),
	data: fields({ verification: fields({ person: fields({ firstName: value, lastName: value }) }) }),
});

export type Root = z.infer<typeof rootFields>;

/** What a decision may say of itself once more, outside of `verification`. */
export const repeatedFields = fields({ status: word, code: word, action: word });

export type Repeated = z.infer<typeof repeatedFields>;

/** The person of a decision, of a Full Auto result, or whom a screening was about. */
export function nameOf({ verification: { person }, data, searchTerm }: Root): string | null {
	const { firstName, lastName } = data.verification.person;
	return fullName(person.firstName, person.lastName) ?? fullName(firstName.value, lastName.value) ?? searchTerm.name;
}
