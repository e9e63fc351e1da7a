import type { JsonObject } from '../webhook/json';
import type { Secrets } from '../webhook/provider';
import type { Samples, SchemeFault, Sealed } from '../webhook/samples';

/** So old that no tolerance in use takes it: 30 days, in milliseconds. */
const STALE = 30 * 86_400_000;

/** What a sender can do wrong on purpose: what every scheme of this kind can have, and the scheme's own. */
export function faultsOf(samples: Samples): SchemeFault[] {
	const { provider, forgedCode = 'signature_mismatch', bodyOnly, isBodySigned = true, faults = [] } = samples;
	const wrongSecret: SchemeFault = {
		name: 'wrongSecret',
		label: 'Wrong Secret',
		code: forgedCode,
		seal: (payloads, secrets, now) => seal(samples, payloads, withWrongSecret(samples, secrets), now),
	};
	const tamperedBody: SchemeFault = {
		name: 'tamperedBody',
		label: 'Tampered Body',
		code: forgedCode,
		async seal(...asked) {
			const sealed = await seal(samples, ...asked);
			return { ...sealed, body: tampered(sealed.body) };
		},
	};
	const staleTimestamp: SchemeFault = {
		name: 'staleTimestamp',
		label: provider.tolerance === 0 ? 'Stale Timestamp (Set Tolerance in the Trigger)' : 'Stale Timestamp',
		code: 'timestamp_outside_tolerance',
		...(provider.tolerance === 0 && { condition: 'if Tolerance is set in the trigger' }),
		seal: (payloads, secrets, now) => seal(samples, payloads, secrets, now - STALE),
	};
	const missingSignature: SchemeFault = {
		name: 'missingSignature',
		label: 'Missing Signature',
		code: 'signature_missing',
		seal: async (...asked) => ({ ...(await seal(samples, ...asked)), headers: {} }),
	};
	return [
		wrongSecret,
		...(isBodySigned ? [tamperedBody] : []),
		...(provider.tolerance === undefined ? [] : [staleTimestamp]),
		...(bodyOnly ? [] : [missingSignature]),
		...faults,
	];
}

/** Seals one event, or several where the provider's format carries them. */
export function seal(
	samples: Samples,
	payloads: readonly JsonObject[],
	secrets: Secrets,
	now: number,
): Sealed | Promise<Sealed> {
	return samples.sealSeveral
		? samples.sealSeveral(payloads, secrets, now)
		: samples.seal(payloads[0] ?? {}, secrets, now);
}

/** Only the first secret that is given: the others may say how to sign, not with what. */
function withWrongSecret({ provider, newSecrets }: Samples, secrets: Secrets): Secrets {
	const first = provider.credential.fields.find(({ name, isChoice }) => !isChoice && secrets[name] !== '');
	const name = first?.name ?? '';
	return { ...secrets, [name]: newSecrets()[name] ?? '' };
}

/** One character of it changed. JSON stays JSON, since n8n itself answers what is not. */
function tampered(body: string): string {
	if (body.startsWith('{')) return body.replace(/\d/, (digit) => (digit === '1' ? '2' : '1'));
	const middle = Math.floor(body.length / 2);
	return `${body.slice(0, middle)}${body[middle] === 'A' ? 'B' : 'A'}${body.slice(middle + 1)}`;
}
