import type { ICredentialType, INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { recipes } from '../recipes';
import { htmlOf } from '../recipe/markdown';
import type { Authentication } from '../recipe/authentication';
import { CUSTOM, presetsOf } from '../recipe/provider';
import { simulatorPermission } from '../trigger/simulatorPermission';

/** A recipe's way of signing, as the credential offers it. */
interface Preset {
	readonly value: string;
	readonly name: string;
	readonly scheme: Authentication['scheme'];
	readonly setUp: string;
}

const presets: readonly Preset[] = recipes
	.flatMap((recipe) => {
		const values = presetsOf(recipe);
		return recipe.authentication.map(({ scheme, name }, index) => ({
			value: values[index] ?? '',
			name: name === undefined ? recipe.name : `${recipe.name} (${name})`,
			scheme,
			setUp: recipe.setUp,
		}));
	})
	.sort((one, other) => one.name.localeCompare(other.name, 'en'));

const STATIC: readonly Authentication['scheme'][] = ['staticHeader', 'basic'];

/** Shown for the schemes: chosen by itself, or by a provider that signs so. */
function shownFor(schemes: readonly Authentication['scheme'][]) {
	const signing = presets.filter(({ scheme }) => schemes.includes(scheme)).map(({ value }) => value);
	return [{ provider: [CUSTOM], scheme: [...schemes] }, ...(signing.length > 0 ? [{ provider: signing }] : [])].map(
		(show) => ({ displayOptions: { show } }),
	);
}

/** n8n has no "or": the same field stands there once for each case. */
function inEachCase(
	schemes: readonly Authentication['scheme'][],
	fields: readonly INodeProperties[],
): INodeProperties[] {
	return shownFor(schemes).flatMap((shown) => fields.map((field) => ({ ...field, ...shown })));
}

const password = { type: 'string', typeOptions: { password: true }, default: '' } as const;
const plain = { type: 'string', default: '' } as const;

const ofCustom = (...schemes: Authentication['scheme'][]) => ({
	displayOptions: { show: { provider: [CUSTOM], scheme: schemes } },
});

const secret: INodeProperties = {
	displayName: 'Secret',
	name: 'secret',
	...password,
	required: true,
	description: 'The secret of the webhook, as the provider shows it or as you have set it there',
};

const previousSecret: INodeProperties = {
	displayName: 'Previous Secret (Rotation Only)',
	name: 'previousSecret',
	...password,
	placeholder: 'leave empty',
	description:
		'The one before, only while you change the secret: deliveries under either are accepted. Otherwise leave it empty.',
};

const schemes: INodePropertyOptions[] = [
	{ name: 'Basic Authentication', value: 'basic', description: 'A user name and password, sent as they are' },
	{ name: 'HMAC', value: 'hmac', description: 'A header with the HMAC of the body' },
	{ name: 'HMAC With Time in One Header', value: 'timestampedHmac', description: 'Such as t=1700000000,v1=5257a8…' },
	{ name: 'Secret in a Header', value: 'staticHeader', description: 'A secret or token, sent as it is' },
	{ name: 'Standard Webhooks', value: 'standardWebhooks', description: 'Three headers webhook-…, also by Svix' },
];

export class KycWebhookApi implements ICredentialType {
	name = 'kycWebhookApi';

	displayName = 'KYC Webhook API';

	icon = { light: 'file:../icons/kycWebhook.svg', dark: 'file:../icons/kycWebhook.dark.svg' } as const;

	documentationUrl = 'https://github.com/n8n-nodes-kyc/n8n-nodes-kyc/blob/main/docs/recipes/README.md';

	restrictToSupportedNodes = true as const;

	properties: INodeProperties[] = [
		{
			displayName: 'Provider',
			name: 'provider',
			type: 'options',
			options: [
				{ name: 'Custom', value: CUSTOM, description: 'You describe how the provider signs' },
				...presets.map(({ name, value }) => ({ name, value })),
			],
			default: CUSTOM,
			description: 'Who signs: the same provider as in the trigger. By default: Custom.',
		},
		...presets.map(({ value, setUp }): INodeProperties => ({
			displayName: htmlOf(setUp),
			name: 'setUpNotice',
			type: 'notice',
			default: '',
			displayOptions: { show: { provider: [value] } },
		})),
		{
			displayName: 'Scheme',
			name: 'scheme',
			type: 'options',
			options: schemes,
			default: 'hmac',
			displayOptions: { show: { provider: [CUSTOM] } },
			description:
				"How the provider proves that a delivery is its own; see its documentation under 'webhook signature'. By default: HMAC.",
		},
		...inEachCase(STATIC, [
			{
				displayName:
					'This proves who sends, not what: whoever reads one delivery, in a log or at a proxy, can send any other. Use it only over HTTPS and only if the provider does not sign.',
				name: 'staticNotice',
				type: 'notice',
				default: '',
			},
		]),
		{
			displayName: 'Header',
			name: 'header',
			...plain,
			required: true,
			placeholder: 'e.g. X-Signature',
			...ofCustom('hmac', 'timestampedHmac', 'staticHeader'),
			description: 'The name of the header with the signature or secret',
		},
		{
			displayName: 'Prefix',
			name: 'prefix',
			...plain,
			placeholder: 'e.g. sha256=',
			...ofCustom('hmac', 'staticHeader'),
			description:
				'What stands in the header before the signature or secret, such as "sha256=" or "Bearer " with its space; leave empty if nothing does',
		},
		{
			displayName: 'Algorithm',
			name: 'algorithm',
			type: 'options',
			options: [
				{
					name: 'SHA-1',
					value: 'sha1',
					description: 'Old, but not broken as an HMAC: only if the provider has no other',
				},
				{ name: 'SHA-256', value: 'sha256' },
				{ name: 'SHA-512', value: 'sha512' },
			],
			default: 'sha256',
			...ofCustom('hmac'),
			description: 'The hash function of the HMAC. By default: SHA-256.',
		},
		{
			displayName: 'Encoding',
			name: 'encoding',
			type: 'options',
			options: [
				{ name: 'Base64', value: 'base64', description: 'Such as lPON4GZcmdRtVPCcHoGFP+8NQEs=' },
				{ name: 'Base64url', value: 'base64url', description: 'Such as lPON4GZcmdRtVPCcHoGFP-8NQEs' },
				{ name: 'Hexadecimal', value: 'hex', description: 'Such as 0a8477639691d65f0923ef5d81547528' },
			],
			default: 'hex',
			...ofCustom('hmac'),
			description: 'How the signature is written. By default: Hexadecimal.',
		},
		{
			displayName: 'Signed Content',
			name: 'signedContent',
			...plain,
			default: '{body}',
			required: true,
			placeholder: 'e.g. {timestamp}.{body}',
			...ofCustom('hmac'),
			description:
				'What is signed. {body} is the body as it is sent, {body64} its base64; {timestamp}, {id} and {header:Name} are headers; \\n is a line break. By default: {body}.',
		},
		{
			displayName: 'Timestamp Header',
			name: 'timestampHeader',
			...plain,
			placeholder: 'e.g. X-Timestamp',
			...ofCustom('hmac'),
			description: 'The header that {timestamp} stands for; leave empty if no time is signed',
		},
		{
			displayName: 'ID Header',
			name: 'idHeader',
			...plain,
			placeholder: 'e.g. X-Webhook-ID',
			...ofCustom('hmac'),
			description: 'The header that {id} stands for; leave empty if no ID is signed',
		},
		{
			displayName: 'Signature Entry',
			name: 'entry',
			...plain,
			default: 'v1',
			...ofCustom('timestampedHmac'),
			description: 'The name of the entry with the signature, beside t. By default: v1.',
		},
		{
			displayName: 'Secret Encoding',
			name: 'secretEncoding',
			type: 'options',
			// It is none, but the linter goes by the name.
			typeOptions: { password: true },
			options: [
				{ name: 'Base64', value: 'base64' },
				{ name: 'Base64 After whsec_', value: 'whsec' },
				{ name: 'Hexadecimal', value: 'hex' },
				{ name: 'Text', value: 'utf8', description: 'The secret is used as it is' },
			],
			default: 'utf8',
			...ofCustom('hmac'),
			description: 'How the key is made of the secret. By default: Text.',
		},
		...inEachCase(['hmac', 'timestampedHmac', 'staticHeader'], [secret, previousSecret]),
		...inEachCase(['standardWebhooks'], [{ ...secret, placeholder: 'e.g. whsec_…' }, previousSecret]),
		...inEachCase(
			['basic'],
			[
				{
					displayName: 'Username',
					name: 'username',
					...plain,
					required: true,
					description: 'The user name that the provider sends',
				},
				{
					displayName: 'Password',
					name: 'password',
					...password,
					required: true,
					description: 'The password that the provider sends',
				},
				{
					displayName: 'Previous Username (Rotation Only)',
					name: 'previousUsername',
					...plain,
					placeholder: 'leave empty',
					description:
						'The one before, only while you change user name or password: deliveries under either are accepted. Otherwise leave it empty.',
				},
				{
					displayName: 'Previous Password (Rotation Only)',
					name: 'previousPassword',
					...password,
					placeholder: 'leave empty',
					description:
						'The one before, only while you change user name or password: deliveries under either are accepted. Otherwise leave it empty.',
				},
			],
		),
		simulatorPermission,
	];
}
