import { z } from 'zod';
import { statuses } from '../webhook/event';
import { authentication } from './authentication';
import { outcomeNames } from './outcomes';
import { parsePath } from './path';
import { checkRules } from './rules';

/** Names the place of a value: `data.checks[0].status`. */
const path = z.string().transform((text, context) => {
	const parsed = parsePath(text);
	if (parsed) return { text, parsed };
	const message = `has the field ${JSON.stringify(text)}: write names with dots between them, such as data.status, and positions in brackets`;
	context.addIssue({ code: 'custom', message });
	return z.NEVER;
});

/** One place or several, of which the first that holds something counts. */
const place = z.union([path, z.array(path).nonempty()]).transform((given) => [given].flat());

export type Place = z.infer<typeof place>;

const value = z
	.string()
	.min(1, 'has an empty value: remove it')
	.refine((text) => text.trim() === text, 'has a value that begins or ends with a space: remove it');

const NO_VALUES = 'has a condition without values: add one';

/** More than a person writes. */
const MOST = { rules: 200, conditions: 20, values: 100 };

/** Values compare as text, exactly: `true` is a boolean or a word. Null is what is absent, or null. */
export const condition = z
	.object({
		path: place,
		is: z.union([
			z.enum(['absent', 'present']),
			z
				.array(value.nullable())
				.nonempty(NO_VALUES)
				.max(MOST.values, `has more than ${MOST.values} values: make two of it`),
		]),
	})
	.strict();

export type Condition = z.infer<typeof condition>;

const rule = z
	.object({
		outcome: z.enum(outcomeNames, { errorMap: () => ({ message: 'has no outcome: choose one' }) }),
		/** Who decided, where the provider's words say it. */
		decidedBy: z.enum(['automatic', 'manual']).optional(),
		conditions: z.array(condition).max(MOST.conditions, `has more than ${MOST.conditions} conditions: make two of it`),
	})
	.strict();

export type Rule = z.infer<typeof rule>;

const fields = z
	.object({
		/** What the id of an event is made of: each part is needed to tell one from another. */
		eventId: z.array(place).default([]),
		eventType: place.optional(),
		providerStatus: place.optional(),
		verificationId: place.optional(),
		/** What late events are told within, where that is not the verification ID. */
		sequence: place.optional(),
		externalId: place.optional(),
		/** ISO 8601, Unix seconds or milliseconds. */
		occurredAt: place.optional(),
		/** The name of the part that an event with the outcome `partial` is about. */
		check: place.optional(),
		/** A word in none of the lists contradicts an approval; `untold` are words that tell neither. */
		environment: z
			.object({
				path: place,
				live: z.array(value),
				test: z.array(value).nonempty('has no test values: add one'),
				untold: z.array(value).default([]),
			})
			.strict()
			.optional(),
		subject: z
			.object({
				id: place,
				email: place,
				phone: place,
				name: place,
				firstName: place,
				lastName: place,
				type: z.union([
					z.enum(['person', 'company']),
					z.object({ path: place, person: z.array(z.string()), company: z.array(z.string()) }).strict(),
				]),
			})
			.partial()
			.strict()
			.default({}),
	})
	.strict();

const event = z
	.object({
		name: z.string().min(1),
		/** The provider's own name for it. */
		value: z.string().min(1),
		description: z.string().optional(),
		/** What tells it where nothing names it. */
		conditions: z.array(condition).nonempty().optional(),
	})
	.strict();

const meaningShape = {
	/** The `provider` field of its items. */
	id: z.string().regex(/^[a-z0-9-]{1,40}$/),
	name: z.string().min(1),
	fields,
	/** The first whose conditions all hold decides. */
	rules: z.array(rule).max(MOST.rules, `There are more than ${MOST.rules} rules`).superRefine(checkRules),
};

/** What the payloads of a provider mean: of a recipe, or of what a user has entered. */
export const meaning = z.object({ ...meaningShape, events: z.array(event).default([]) }).strict();

export type Meaning = z.infer<typeof meaning>;

const markdown = z.string().min(1);

/** All that there is to know about a provider, as data. Texts are Markdown. */
export const recipe = z
	.object({
		...meaningShape,
		/** What else people type to find it. */
		alias: z.array(z.string()).default([]),
		events: z.array(event).nonempty(),
		/** How it signs, in the order of preference. */
		authentication: z.array(authentication).nonempty(),
		/** Where the URL goes and where the secret is, one or two sentences. */
		setUp: markdown,
		/** What users must know. */
		goodToKnow: z.array(markdown).default([]),
		documentation: z.array(z.string().url()).nonempty(),
		/** ISO 8601. */
		readOn: z.string().date(),
		/** The best proof that there is of how it signs and what it sends. */
		evidence: z.enum(['vector', 'sdk', 'docs', 'archive']),
		/** A delivery that was not signed by this package: published by the provider, or made with other tools. */
		vector: z
			.object({
				source: markdown,
				credential: z.record(z.string()),
				headers: z.record(z.string()),
				body: z.string(),
				/** Unix seconds, where a time is signed. */
				signedAt: z.number().optional(),
				status: z.enum(statuses),
			})
			.strict(),
		/** What else it sends: the payload of the vector with other values, each by its path. */
		samples: z.array(z.object({ status: z.enum(statuses), set: z.record(z.unknown()) }).strict()),
	})
	.strict();

export type Recipe = z.infer<typeof recipe>;
