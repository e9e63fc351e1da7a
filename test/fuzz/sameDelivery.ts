import type { Sent } from './mutations';

/**
 * Whether a mutated delivery is still the authentic one in everything that is signed. As a rule
 * that means the same bytes; what else a provider's scheme lets pass stands here, so that nothing
 * more can pass unnoticed.
 */
export function isSameDelivery(providerId: string, authentic: Sent, mutated: Sent, signedHeaders: readonly string[]) {
	const isSameBody = sameBody[providerId] ?? ((a: Buffer, b: Buffer) => a.equals(b));
	return (
		isSameBody(authentic.body, mutated.body) &&
		signedHeaders.every((name) => isSameHeader(authentic.headers[name], mutated.headers[name]))
	);
}

const sameBody: Readonly<Record<string, (authentic: Buffer, mutated: Buffer) => boolean>> = {
	/** The provider may sign its own compact serialisation of the wrapper. */
	humanos: (authentic, mutated) => JSON.stringify(jsonOf(mutated)) === authentic.toString('utf8'),
	/** The token may stand bare, in one pair of quotes, or in an object, whatever else that holds. */
	truora(authentic, mutated) {
		const body = mutated.toString('utf8').trim();
		const token = authentic.toString('utf8');
		if (body.startsWith('{')) return /"token"\s*:\s*"([^"]*)"/.exec(body)?.[1] === token;
		return body.replace(/^"(.*)"$/s, '$1') === token;
	},
	/** Lines may be broken. */
	passbase(authentic, mutated) {
		const body = mutated.toString('latin1').replace(/\s/g, '');
		return body === authentic.toString('latin1');
	},
};

function jsonOf(body: Buffer): unknown {
	try {
		return JSON.parse(body.toString('utf8').trim());
	} catch {
		return undefined;
	}
}

const HEX = /^(?:\w+=)?(?:[0-9a-f]{2})+$/i;
const inOneCase = (value: string) => (HEX.test(value) ? value.toLowerCase() : value);

/** Hex may be in either case; further entries may be added to a header that is a list. */
function isSameHeader(authentic: Sent['headers'][string], mutated: Sent['headers'][string]): boolean {
	if (mutated === undefined || typeof authentic !== 'string') return authentic === mutated;
	const value = Array.isArray(mutated) ? mutated.join(', ') : mutated;
	if (!authentic.includes(',')) return inOneCase(authentic) === inOneCase(value);
	const entriesOf = (list: string) => list.split(/[ ,]+/).map(inOneCase);
	return entriesOf(authentic).every((entry) => entriesOf(value).includes(entry));
}
