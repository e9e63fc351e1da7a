import { z } from 'zod';
import { decodeBase64, decodeHex } from '../webhook/encoding';
import { matchesHmac, readDigest, signatureMismatch } from '../webhook/hmac';
import type { Authenticated, Clock, Delivery } from '../webhook/provider';
import { authenticateStandardWebhook, standardWebhooksSecretProblem } from '../webhook/standardWebhooks';
import { authenticateBasic, authenticateStaticSecret } from '../webhook/staticSecret';
import { authenticateTimestampedHmac } from '../webhook/timestampedHmac';
import { contentOf, freshnessOf, headerProblem, signedContentProblem } from './signedContent';

const header = z.string().superRefine((name, context) => {
	const problem = headerProblem(name);
	if (problem !== null) context.addIssue({ code: 'custom', message: `Header ${problem}.` });
});

const optionalHeader = z.union([z.literal(''), header]).default('');

/** How it is told from others of the same provider. */
const name = z.string().optional();

/** How a provider proves that a delivery is its own, without the secret. */
export const authentication = z
	.discriminatedUnion('scheme', [
		z
			.object({
				scheme: z.literal('hmac'),
				name,
				header,
				algorithm: z.enum(['sha256', 'sha512', 'sha1']).default('sha256'),
				encoding: z.enum(['hex', 'base64', 'base64url']).default('hex'),
				prefix: z.string().default(''),
				signedContent: z.string().default('{body}'),
				timestampHeader: optionalHeader,
				idHeader: optionalHeader,
				secretEncoding: z.enum(['utf8', 'base64', 'hex', 'whsec']).default('utf8'),
			})
			.strict(),
		z
			.object({
				scheme: z.literal('timestampedHmac'),
				name,
				header,
				entry: z
					.string()
					.regex(/^(?!t$)\w{1,20}$/, 'Signature Entry must be the name of the entry with the signature, such as v1.')
					.default('v1'),
			})
			.strict(),
		z.object({ scheme: z.literal('standardWebhooks'), name }).strict(),
		z.object({ scheme: z.literal('staticHeader'), name, header, prefix: z.string().default('') }).strict(),
		z.object({ scheme: z.literal('basic'), name }).strict(),
	])
	.superRefine((settings, context) => {
		const message = settings.scheme === 'hmac' ? signedContentProblem(settings) : null;
		if (message !== null) context.addIssue({ code: 'custom', message });
	});

export type Authentication = z.infer<typeof authentication>;
export type Scheme = Authentication['scheme'];

/** Whether a delivery that is held back for long shows it. */
export function signsTime(settings: Authentication): boolean {
	if (settings.scheme === 'hmac') return settings.signedContent.includes('{timestamp}');
	return settings.scheme === 'timestampedHmac' || settings.scheme === 'standardWebhooks';
}

/** Whether the proof is the same for every delivery, whatever its body is. */
export function isStatic({ scheme }: Authentication): boolean {
	return scheme === 'staticHeader' || scheme === 'basic';
}

/** What a credential holds to prove it with; '' where it holds nothing. */
export interface Proof {
	readonly secret: string;
	readonly previousSecret: string;
	readonly username: string;
	readonly password: string;
	readonly previousUsername: string;
	readonly previousPassword: string;
}

/** Shorter ones are guessed: bytes that sign, and characters that are sent as they are. */
const SHORTEST = { signing: 8, sent: 16 };

/** One sentence that says what to do with a credential; null when it can work. */
export function proofProblem(settings: Authentication, proof: Proof): string | null {
	if (settings.scheme === 'basic') return basicProblem(proof);
	const secrets = { Secret: proof.secret, 'Previous Secret (Rotation Only)': proof.previousSecret };
	if (proof.secret === '') return 'Secret is empty: copy it from the provider.';
	for (const [label, secret] of Object.entries(secrets)) {
		const problem = secret === '' ? null : secretProblem(settings, secret);
		if (problem !== null) return `${label} ${problem}.`;
	}
	return null;
}

function basicProblem({ username, password, previousUsername, previousPassword }: Proof): string | null {
	if (username === '') return 'Username is empty: enter the one that the provider sends.';
	if (password === '') return 'Password is empty: enter the one that the provider sends.';
	if ([password, previousPassword].some((one) => one !== '' && one.length < SHORTEST.signing)) {
		return `Password must have at least ${SHORTEST.signing} characters: it may be guessed.`;
	}
	if (`${username}${previousUsername}`.includes(':')) return 'Username must not hold a colon, which ends it.';
	if ((previousUsername === '') !== (previousPassword === '')) {
		return 'Previous Username and Previous Password belong together: fill in both, or none.';
	}
	return null;
}

/** The rest of a sentence. */
function secretProblem(settings: Authentication, secret: string): string | null {
	if (settings.scheme === 'standardWebhooks') {
		return standardWebhooksSecretProblem(secret) ?? tooShort(keyOf('whsec', secret) ?? '');
	}
	if (settings.scheme === 'staticHeader') {
		return secret.length < SHORTEST.sent ? `must have at least ${SHORTEST.sent} characters: it may be guessed` : null;
	}
	const key = settings.scheme === 'hmac' ? keyOf(settings.secretEncoding, secret) : secret;
	if (key === null) return 'is not of the form that Secret Encoding names';
	return tooShort(key);
}

function tooShort(key: string | Buffer): string | null {
	return key.length < SHORTEST.signing ? `must have at least ${SHORTEST.signing} bytes: it may be guessed` : null;
}

/** @returns null when the secret is not of that form */
export function keyOf(encoding: 'utf8' | 'base64' | 'hex' | 'whsec', secret: string): string | Buffer | null {
	if (encoding === 'utf8') return secret;
	if (encoding === 'hex') return decodeHex(secret);
	if (encoding === 'base64') return decodeBase64(secret);
	return secret.startsWith('whsec_') ? decodeBase64(secret.slice('whsec_'.length)) : null;
}

/** What a hint says to compare. */
const fieldsToCompare: Readonly<Record<Authentication['scheme'], string>> = {
	hmac: 'Secret and, where Provider is Custom, Prefix, Algorithm, Encoding and Signed Content',
	timestampedHmac: 'Secret and, where Provider is Custom, Signature Entry',
	standardWebhooks: 'Secret',
	staticHeader: 'Secret and, where Provider is Custom, Prefix',
	basic: 'Username and Password',
};

/** Whether a delivery is proved by a credential in which `proofProblem` finds nothing. */
export function authenticateBy(
	delivery: Delivery,
	settings: Authentication,
	proof: Proof,
	clock: Clock,
): Authenticated {
	const secrets = [proof.secret, proof.previousSecret].filter((secret) => secret !== '');
	const field = fieldsToCompare[settings.scheme];
	switch (settings.scheme) {
		case 'hmac': {
			const claimed = readDigest(delivery, { ...settings, field });
			if (!claimed.ok) return claimed;
			const content = contentOf(delivery, settings);
			if (!content.ok) return content;
			const keys = secrets.flatMap((secret) => keyOf(settings.secretEncoding, secret) ?? []);
			const isMatch = matchesHmac(keys, content.parts, [claimed.digest], settings.algorithm);
			if (!isMatch) return signatureMismatch({ header: settings.header, field });
			const { signedId } = content;
			return freshnessOf(delivery, settings, clock) ?? { ok: true, payload: delivery.rawBody, signedId };
		}
		case 'timestampedHmac':
			return authenticateTimestampedHmac(delivery, { ...settings, isSpaced: true, field }, secrets, clock);
		case 'standardWebhooks':
			return authenticateStandardWebhook(delivery, field, secrets, clock);
		case 'staticHeader':
			return authenticateStaticSecret(delivery, { ...settings, field }, secrets);
		case 'basic': {
			const { username, password, previousUsername, previousPassword } = proof;
			const previous = { username: previousUsername, password: previousPassword };
			const pairs = [{ username, password }, ...(previousUsername === '' ? [] : [previous])];
			return authenticateBasic(delivery, pairs);
		}
	}
}
