import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ICredentialType, INodeType } from 'n8n-workflow';
import { credentialFiles, load, nodeFiles, root } from '../support/package';
import { allSamples } from '../support/providers';

const providers = allSamples.map(({ provider }) => provider);
const nodeOf = (folder: string) => load<INodeType>(`nodes/${folder}/${folder}Trigger.node.ts`);
const credentialOf = (type: string) =>
	load<ICredentialType>(`credentials/${type.charAt(0).toUpperCase()}${type.slice(1)}.credentials.ts`);

/** What users' workflows and stored credentials depend on: folder, node, name, credential, required and optional fields. */
const contract = [
	['Trusthub', 'trusthubTrigger', 'Trusthub Trigger', 'trusthubWebhookApi', ['apiPassword'], ['previousApiPassword']],
	[
		'TrustSwiftly',
		'trustSwiftlyTrigger',
		'Trust Swiftly Trigger',
		'trustSwiftlyWebhookApi',
		['signingSecret'],
		['previousSigningSecret'],
	],
	[
		'Humanos',
		'humanosTrigger',
		'Humanos Trigger',
		'humanosWebhookApi',
		['signatureSecret', 'encryptionSecret', 'encryptionSalt'],
		['previousSignatureSecret', 'previousEncryptionSecret', 'previousEncryptionSalt'],
	],
	[
		'Passbase',
		'passbaseTrigger',
		'Passbase Trigger',
		'passbaseWebhookApi',
		['encryptionSecret'],
		['previousEncryptionSecret'],
	],
	['Truora', 'truoraTrigger', 'Truora Trigger', 'truoraWebhookApi', ['signingKey'], ['previousSigningKey']],
] as const;

describe('the names that must never change', () => {
	test.each(contract)('%s', async (folder, name, displayName, type, required, optional) => {
		const { description } = await nodeOf(folder);
		expect(description).toMatchObject({
			name,
			displayName,
			version: 2,
			defaults: { name: displayName },
			credentials: [{ name: type, required: true }],
			webhooks: [{ httpMethod: 'POST', path: 'webhook', responseMode: 'onReceived', responseData: '' }],
		});
		const { name: credentialName, properties } = await credentialOf(type);
		expect(credentialName).toBe(type);
		expect(properties.map((field) => field.name)).toEqual([...required, ...optional, 'allowKycSimulator']);
		expect(properties.filter((field) => field.required).map((field) => field.name)).toEqual(required);
	});
});

describe.each(providers.map((provider) => [provider.displayName, provider] as const))(
	'the credential of %s',
	(_, provider) => {
		const { type, fields } = provider.credential;

		test('has the fields that the provider reads, under the labels that its hints name', async () => {
			const { properties } = await credentialOf(type);
			const secrets = properties.filter(({ name }) => name !== 'allowKycSimulator');
			expect(
				secrets.map(({ name, displayName, required = false }) => ({ name, label: displayName, required })),
			).toEqual(fields.map(({ name, label, required }) => ({ name, label, required })));
		});

		test('masks every secret, has none by default, and says what each is', async () => {
			const { properties, documentationUrl } = await credentialOf(type);
			for (const field of properties.slice(0, -1)) {
				expect(field).toMatchObject(
					field.type === 'options'
						? { options: expect.any(Array) as unknown }
						: { type: 'string', typeOptions: { password: true }, default: '' },
				);
				expect(field.description).toMatch(/^[A-Z].{10,}$/);
			}
			expect(documentationUrl).toMatch(/^https:\/\//);
		});

		test('is decrypted for the nodes of this package alone, and has the Simulator switched off', async () => {
			const { restrictToSupportedNodes, properties } = await credentialOf(type);
			expect(restrictToSupportedNodes).toBe(true);
			expect(properties.at(-1)).toMatchObject({
				...{ name: 'allowKycSimulator', displayName: 'Allow KYC Simulator' },
				...{ type: 'boolean', default: false },
			});
		});

		test('has a name that no other package has, and is found by its file', async () => {
			const credential = await credentialOf(type);
			expect(credential.name).toBe(type);
			expect(type).toMatch(/^[a-z][A-Za-z]+WebhookApi$/);
			expect(credential.displayName).toMatch(/ Webhook API$/);
		});

		test('has icons that are there', async () => {
			const { icon } = await credentialOf(type);
			expect(icon).toEqual({ light: expect.any(String), dark: expect.any(String) });
			for (const url of Object.values(icon as Record<string, string>)) {
				expect(existsSync(join(root, 'credentials', url.replace('file:', '')))).toBe(true);
			}
		});
	},
);

describe('package.json', () => {
	const inFolder = (folder: string, ending: string) =>
		readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
			.filter((file) => file.endsWith(ending))
			.map((file) => join(folder, file));

	test('names every node and every credential of the package, each once', () => {
		expect([...nodeFiles].sort()).toEqual(inFolder('nodes', '.node.ts').sort());
		expect([...credentialFiles].sort()).toEqual(inFolder('credentials', '.credentials.ts').sort());
	});

	test('names a node for every folder', () => {
		const folders = readdirSync(join(root, 'nodes'));
		expect(nodeFiles.map((file) => file.split('/')[1]).sort()).toEqual(folders.sort());
	});

	test.each(nodeFiles.filter((file) => file.endsWith('Trigger.node.ts')))(
		'names %s, whose credential is named too and has a test button',
		async (file) => {
			const { description, methods } = await load<INodeType>(file);
			const [credential, ...more] = description.credentials ?? [];
			expect(more).toEqual([]);
			expect(credentialFiles.map((name) => name.toLowerCase())).toContain(
				`credentials/${credential?.name.toLowerCase()}.credentials.ts`,
			);
			expect(providers.map(({ credential: { type } }) => type)).toContain(credential?.name);
			expect(Object.keys(methods?.credentialTest ?? {})).toEqual([credential?.testedBy]);
		},
	);
});
