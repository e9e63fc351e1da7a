import type { Samples, Sealed } from '../webhook/samples';
import type { Address } from './address';

/** Characters of a proof that are shown, to tell one from another. */
const SHOWN = 4;

/** What is no longer than this proves nothing: `Basic`, `v1`. */
const SHORT = 5;

/**
 * What was sent, as it may be kept: nobody can send it once more as a valid delivery. Of every header that the seal
 * adds, only the name and the first characters remain, of ids and times too, since the provider alone knows which of
 * them is the signature. So it is with the body where that alone proves where it comes from.
 */
export function masked(samples: Samples, sealed: Sealed): Sealed {
	const headers = Object.entries(sealed.headers).map(([name, value]) => [name, cut(value)] as const);
	return {
		contentType: sealed.contentType,
		headers: Object.fromEntries(headers),
		body: samples.bodyOnly ? cut(sealed.body) : sealed.body,
	};
}

/**
 * Masks the same in what came back, and the password of the address, for a server that answers with what it was sent.
 * @returns what to do to each text of the answer
 */
export function masking(samples: Samples, sealed: Sealed, address: Address): (text: string) => string {
	const headers = { ...sealed.headers, ...address.headers };
	const proofs = [...Object.values(headers), ...(samples.bodyOnly ? [sealed.body] : [])]
		// A header may hold more than the signature: `t=1772600767,v1=…`.
		.flatMap((proof) => proof.split(/[^\w+/-]+/))
		.filter(({ length }) => length > SHORT)
		.map((part) => part.replaceAll('+', '\\+'));
	if (proofs.length === 0) return (text) => text;
	// Hexadecimal digits prove the same in either case.
	const anyOfThem = new RegExp(proofs.join('|'), 'gi');
	return (text) => text.replace(anyOfThem, cut);
}

function cut(proof: string): string {
	return proof.length > 2 * SHOWN ? `${proof.slice(0, SHOWN)}…` : '…';
}
