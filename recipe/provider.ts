import { randomBytes } from 'node:crypto';
import type { Provider, SecretField, Secrets } from '../webhook/provider';
import { refuse } from '../webhook/refusal';
import type { Samples } from '../webhook/samples';
import {
	type Authentication,
	authentication,
	authenticateBy,
	isStatic,
	type Proof,
	proofProblem,
	type Scheme,
	signsTime,
} from './authentication';
import { readBy } from './read';
import { detailsOf, samplesOf } from './samples';
import type { Meaning, Recipe } from './schema';
import { sealBy } from './seal';

export const CREDENTIAL_TYPE = 'kycWebhookApi';

/** In a credential: it says itself how the provider signs. */
export const CUSTOM = 'custom';

/** In seconds, where a time is signed. */
const TOLERANCE = 300;

const settingsOf: Readonly<Record<Scheme, readonly SettingName[]>> = {
	hmac: ['header', 'algorithm', 'encoding', 'prefix', 'signedContent', 'timestampHeader', 'idHeader', 'secretEncoding'],
	timestampedHmac: ['header', 'entry'],
	standardWebhooks: [],
	staticHeader: ['header', 'prefix'],
	basic: [],
};

type SettingName =
	| 'header'
	| 'algorithm'
	| 'encoding'
	| 'prefix'
	| 'entry'
	| 'signedContent'
	| 'timestampHeader'
	| 'idHeader'
	| 'secretEncoding';

export type CredentialField = keyof Proof | SettingName | 'provider' | 'scheme';

const secret = (name: CredentialField, label: string): SecretField<CredentialField> => ({
	name,
	label,
	required: false,
});
const setting = (name: CredentialField, label: string) => ({
	...secret(name, label),
	isChoice: true,
	isVerbatim: true,
});

const credentialFields: readonly SecretField<CredentialField>[] = [
	secret('secret', 'Secret'),
	secret('previousSecret', 'Previous Secret (Rotation Only)'),
	secret('password', 'Password'),
	secret('previousPassword', 'Previous Password'),
	setting('username', 'Username'),
	setting('previousUsername', 'Previous Username'),
	setting('provider', 'Provider'),
	setting('scheme', 'Scheme'),
	setting('header', 'Header'),
	setting('algorithm', 'Algorithm'),
	setting('encoding', 'Encoding'),
	setting('prefix', 'Prefix'),
	setting('entry', 'Signature Entry'),
	setting('signedContent', 'Signed Content'),
	setting('timestampHeader', 'Timestamp Header'),
	setting('idHeader', 'ID Header'),
	setting('secretEncoding', 'Secret Encoding'),
];

/** What a credential names the ways of signing of a recipe by, in their order. */
export function presetsOf({ id, authentication: ways }: Recipe): string[] {
	return ways.map(({ scheme }, index) => (index === 0 ? id : `${id}:${scheme}`));
}

/** The ways in which a provider signs, by their names in the credential. */
type Ways = ReadonlyMap<string, Authentication>;

function waysOf(recipe: Recipe): Ways {
	return new Map(presetsOf(recipe).map((preset, index) => [preset, recipe.authentication[index] as Authentication]));
}

function providerBy(meaning: Meaning, ways: Ways, tolerance: number | undefined): Provider<CredentialField> {
	const wayBy = (secrets: Secrets<CredentialField>) => wayOf(meaning.name, ways, secrets);
	return {
		id: meaning.id,
		displayName: meaning.name,
		credential: {
			type: CREDENTIAL_TYPE,
			fields: fieldsFor(ways),
			problem(secrets) {
				const way = wayBy(secrets);
				return typeof way === 'string' ? way : proofProblem(way, secrets);
			},
		},
		tellsEnvironment: true,
		tellsTime: true,
		tolerance,

		authenticate(delivery, secrets, clock) {
			const way = wayBy(secrets);
			return typeof way === 'string'
				? refuse('credential_invalid', way)
				: authenticateBy(delivery, way, secrets, clock);
		},

		read: (payload, context) => [readBy(meaning, payload, context)],
	};
}

/** Which fields must be filled in, where the ways of signing agree in that. */
function fieldsFor(ways: Ways): readonly SecretField<CredentialField>[] {
	const schemes = [...ways.values()].map(({ scheme }) => scheme);
	const isBasic = schemes.map((scheme) => scheme === 'basic');
	if (schemes.length === 0 || new Set(isBasic).size > 1) return credentialFields;
	const needed: readonly CredentialField[] = isBasic[0] ? ['username', 'password'] : ['secret'];
	return credentialFields.map((field) => ({ ...field, required: needed.includes(field.name) }));
}

/** How a credential says that deliveries are signed, or one sentence that says what to do. */
function wayOf(name: string, ways: Ways, secrets: Secrets<CredentialField>): Authentication | string {
	const { provider: preset, header, scheme } = secrets;
	const [first] = ways.values();
	const isPlain = preset === '' && header === '' && scheme === '';
	const chosen = isPlain ? first : ways.get(preset);
	if (chosen) return chosen;
	if (preset === '' || preset === CUSTOM) return customWay(secrets);
	const here = ways.size === 0 ? 'Custom' : name;
	return `it is for the provider ${JSON.stringify(preset)}, and Provider in the trigger is ${here}: select another credential, or create one for ${here}.`;
}

function customWay(secrets: Secrets<CredentialField>): Authentication | string {
	const scheme = secrets.scheme === '' ? 'hmac' : secrets.scheme;
	const names = Object.hasOwn(settingsOf, scheme) ? settingsOf[scheme as Scheme] : [];
	const given = names.flatMap((name) => (secrets[name] === '' ? [] : [[name, secrets[name]]]));
	const read = authentication.safeParse({ scheme, ...(Object.fromEntries(given) as object) });
	if (read.success) return read.data;
	const [issue] = read.error.issues;
	const [name] = issue?.path ?? [];
	if (issue?.code === 'custom' || issue?.code === 'invalid_string') return issue.message;
	const label = credentialFields.find((field) => field.name === name)?.label ?? 'Scheme';
	return names.includes(name as SettingName) && secrets[name as SettingName] === ''
		? `${label} is empty: take it from the provider's documentation.`
		: `${label} is none of those that there are: choose one from the list.`;
}

/** The provider of a recipe. */
export function providerOf(recipe: Recipe): Provider<CredentialField> {
	const { id, name, fields, rules, events } = recipe;
	const tolerance = recipe.authentication.some(signsTime) ? TOLERANCE : undefined;
	return providerBy({ id, name, fields, rules, events }, waysOf(recipe), tolerance);
}

/** A provider whose meaning a user has entered. */
export function customProvider(meaning: Meaning): Provider<CredentialField> {
	return providerBy(meaning, new Map(), TOLERANCE);
}

/** The sending side of a recipe. */
export function samplesBy(recipe: Recipe): Samples<CredentialField> {
	const ways = waysOf(recipe);
	const [first] = recipe.authentication;
	const none = Object.fromEntries(credentialFields.map(({ name }) => [name, ''])) as Secrets<CredentialField>;
	return {
		provider: providerOf(recipe),
		newSecrets: () => ({ ...none, provider: recipe.id, ...newProof(first as Authentication) }),
		details: detailsOf(recipe),
		samples: samplesOf(recipe),
		isBodySigned: !recipe.authentication.some(isStatic),
		seal(payload, secrets, now) {
			const way = wayOf(recipe.name, ways, secrets);
			if (typeof way === 'string') throw new Error(way);
			return sealBy(way, secrets, payload, now);
		},
	};
}

function newProof(way: Authentication): Partial<Proof> {
	const secret = randomBytes(24).toString('base64url');
	if (way.scheme === 'basic') return { username: `n8n-${randomBytes(4).toString('hex')}`, password: secret };
	const encoding = way.scheme === 'hmac' ? way.secretEncoding : way.scheme === 'standardWebhooks' ? 'whsec' : 'utf8';
	if (encoding === 'utf8') return { secret };
	const key = randomBytes(32);
	return { secret: encoding === 'whsec' ? `whsec_${key.toString('base64')}` : key.toString(encoding) };
}
