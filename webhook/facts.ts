import type { KycEvent, Subject } from './event';
import type { Outcome } from './outcome';

/** A word of a provider, or a condition, and what it becomes. */
export type Word = readonly [text: string, outcome: Outcome];

/**
 * What a reading of a provider's webhooks is founded on: a delivery with its signature that the provider has published;
 * the provider's own code or schema; its documentation; an old copy of that.
 */
export type Evidence = 'vector' | 'sdk' | 'docs' | 'archive';

/**
 * What users are told of a provider: `scripts/docs.mjs` makes its page of it. Nothing of it runs in n8n.
 * Texts are Markdown.
 */
export interface Facts {
	/** Where the provider documents its webhooks: URLs. */
	readonly documentation: readonly string[];
	/** The day on which the documentation was read: ISO 8601. After twelve months `npm run docs -- --check` fails. */
	readonly readOn: string;
	/** The strongest first. */
	readonly evidence: readonly Evidence[];
	/** What proves that a delivery is genuine. */
	readonly authenticity: string;
	/** What tells one event from another. */
	readonly eventId: string;
	/** What the words are, where they do not say it themselves. */
	readonly word: string;
	/**
	 * What each of them becomes, as the code has it that reads events: its Maps, or what it returns. The page sorts them
	 * by outcome: each text is understood without the others.
	 */
	readonly words: readonly Word[];
	/** Fields of the item that no sample tells, and the events that tell them nevertheless. These decide nothing. */
	readonly alsoTold?: Readonly<Partial<Record<ToldField, string>>>;
}

/** What an item may tell, as a path in it. */
export type ToldField =
	`subject.${keyof Subject}` | keyof Pick<KycEvent, 'externalId' | 'verificationId' | 'occurredAt' | 'environment'>;

/**
 * The entries of a Map for `Facts.words`.
 * @param of what the words are, where it is not `Facts.word`
 * @param condition under which they count
 */
export function wordsOf(outcomes: Iterable<Word>, of = '', condition = ''): Word[] {
	return Array.from(outcomes, ([word, outcome]) => [`${of}\`${word}\`${condition}`, outcome]);
}

/** Words in a sentence. */
export function oneOf(words: Iterable<string>): string {
	const quoted = Array.from(words, (word) => `\`${word}\``);
	const last = quoted.pop() ?? '';
	return quoted.length === 0 ? last : `${quoted.join(', ')} or ${last}`;
}

/** The events of which nothing more is known than that they decide nothing. */
export const OTHER_EVENTS = 'an event that no other row names';
