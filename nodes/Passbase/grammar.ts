const SPACE = String.raw`[ \t\n\r]*`;
const OBJECT = new RegExp(String.raw`^${SPACE}\{([^{}]*)\}${SPACE}$`);
const MEMBER = new RegExp(String.raw`^${SPACE}"([a-z]+)"${SPACE}:${SPACE}(\S+?)${SPACE}$`);
/** No longer than what a number in JavaScript holds exactly, nor than a block. */
const INTEGER = /^(?:0|-?[1-9]\d{0,14})$/;

/** What may stand behind each name. No value holds a comma, a brace or an escape. */
const values = new Map<string, RegExp>([
	[
		'event',
		/^"(?:VERIFICATION_COMPLETED|VERIFICATION_REVIEWED|DATAPOINT_UPDATED|WATCHLIST_MONITORING|IDENTITY_AUTHENTICATED)"$/,
	],
	['key', /^"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"$/i],
	['status', /^"(?:approved|declined|pending)"$/],
	['created', INTEGER],
	['updated', INTEGER],
	['processed', INTEGER],
]);

/**
 * Whether a text is an event in the documented form, to the letter: a JSON object with each of the six members once,
 * `event` first, as it is documented: nothing that could be something else stands in the first block then. It is asked before anything parses the text, which would let spellings pass that were never sent.
 * Source: https://docs.passbase.com/server/webhook, "Event Types".
 */
export function isEvent(text: string): boolean {
	const members =
		OBJECT.exec(text)?.[1]
			?.split(',')
			.map((member) => MEMBER.exec(member)) ?? [];
	const names = new Set(members.map((member) => member?.[1]));
	return (
		members.length === values.size &&
		names.size === values.size &&
		members[0]?.[1] === 'event' &&
		members.every((member) => values.get(member?.[1] ?? '')?.test(member?.[2] ?? '') ?? false)
	);
}
