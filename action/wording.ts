import type { WishField } from '../api/api';

/** What the editor says of one provider's verifications. */
export interface Wording {
	/** What a verification is called there, after its article: "an inquiry". */
	readonly verification: string;
	/** What its ids look like. */
	readonly idExample: string;
	/** What it is begun from: the label and what its ids look like; absent where there is nothing to choose. */
	readonly template?: { readonly label: string; readonly idExample: string; readonly description: string };
	/** What follows when Create runs twice for the same person, one or two sentences. */
	readonly repetition: string;
	/** What there is to know before one is looked up, one or two sentences. */
	readonly lookUp?: string;
	/** What becomes of a field of Create at this provider, one or two sentences. */
	readonly hints?: Readonly<Partial<Record<WishField, string>>>;
	/** HTML: which key with which rights, and on which plan. */
	readonly notice: string;
}

/** A description with what the provider adds to it; one sentence alone has no full stop. */
export function described(text: string | undefined, addition: string | undefined): string | undefined {
	if (text === undefined || addition === undefined) return text ?? addition;
	return `${text.replace(/\.$/, '')}. ${addition}`;
}
