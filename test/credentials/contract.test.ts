import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ICredentialType, INodeProperties, INodePropertyOptions, INodeType } from 'n8n-workflow';
import { credentialFiles, load, nodeFiles, providerTriggers, root } from '../support/package';
import { allSamples } from '../support/providers';

/** Who has a package of their own. */
const vendors = readdirSync(join(root, 'packages')).map((vendor) => vendor.replaceAll('-', ''));
const providers = allSamples.map(({ provider }) => provider);
const nodeOf = (folder: string) => load<INodeType>(`nodes/${folder}/${folder}Trigger.node.ts`);
const credentialOf = (type: string) =>
	load<ICredentialType>(`credentials/${type.charAt(0).toUpperCase()}${type.slice(1)}.credentials.ts`);

/** The fields of a credential, without the notice that says where its secrets are. */
const entered = (properties: INodeProperties[]) => properties.filter(({ type }) => type !== 'notice');

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
			credentials: expect.arrayContaining([expect.objectContaining({ name: type, required: true })]) as unknown,
			webhooks: [expect.objectContaining({ httpMethod: 'POST', path: 'webhook' })],
		});
		const { name: credentialName, properties } = await credentialOf(type);
		expect(credentialName).toBe(type);
		expect(entered(properties).map((field) => field.name)).toEqual([...required, ...optional, 'allowKycSimulator']);
		expect(properties.filter((field) => field.required).map((field) => field.name)).toEqual(required);
	});
});

describe.each(providers.map((provider) => [provider.displayName, provider] as const))(
	'the credential of %s',
	(_, provider) => {
		const { type, fields } = provider.credential;

		test('has the fields that the provider reads, under the labels that its hints name', async () => {
			const { properties } = await credentialOf(type);
			const secrets = entered(properties).filter(({ name }) => name !== 'allowKycSimulator');
			expect(
				secrets.map(({ name, displayName, required = false }) => ({ name, label: displayName, required })),
			).toEqual(fields.map(({ name, label, required }) => ({ name, label, required })));
		});

		test('masks every secret, has none by default, and says what each is', async () => {
			const { properties, documentationUrl } = await credentialOf(type);
			for (const field of entered(properties).slice(0, -1)) {
				expect(field).toMatchObject(
					field.type === 'options'
						? { options: expect.any(Array) as unknown }
						: { type: 'string', typeOptions: { password: true }, default: '' },
				);
				expect(field.description).toMatch(/^[A-Z].{10,}$/);
			}
			expect(documentationUrl).toMatch(/^https:\/\//);
		});

		test('says first where its secrets stand at the provider, and what is for a rotation alone', async () => {
			const { properties } = await credentialOf(type);
			expect(properties[0]).toMatchObject({ type: 'notice', displayName: expect.stringMatching(/^.{30,250}[.]$/) });
			for (const { name, displayName, placeholder } of properties) {
				const isPrevious = name.startsWith('previous');
				expect([isPrevious, isPrevious]).toEqual([
					displayName.endsWith(' (Rotation Only)'),
					placeholder === 'leave empty',
				]);
			}
		});

		test('shows what a secret looks like, where one that looks otherwise is refused', async () => {
			const { properties } = await credentialOf(type);
			const withForm = fields.filter(({ problem, mistake, isChoice }) => (problem ?? mistake) && !isChoice);
			for (const { name, required } of withForm) {
				const placeholder = properties.find((property) => property.name === name)?.placeholder;
				expect(placeholder).toMatch(required ? /^(?!leave empty).{5,}$/ : /^leave empty$/);
			}
		});

		test('is decrypted for the nodes of this package alone, unless a vendor’s package has it too', async () => {
			const { restrictToSupportedNodes } = await credentialOf(type);
			const isShared = vendors.includes(type.replace(/WebhookApi$/, '').toLowerCase());
			expect(restrictToSupportedNodes).toBe(isShared ? undefined : true);
		});

		test('has the Simulator switched off', async () => {
			const { properties } = await credentialOf(type);
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
		expect([...new Set(nodeFiles.map((file) => file.split('/')[1]))].sort()).toEqual(folders.sort());
	});

	test.each(providerTriggers)('names %s, whose credential is named too and has a test button', async (file) => {
		const { description, methods } = await load<INodeType>(file);
		const [credential, ...more] = description.credentials ?? [];
		// The other one registers the webhook; the user has either.
		for (const { name, displayOptions } of more) {
			expect(name).toMatch(/KycApi$/);
			expect(displayOptions).toEqual({ show: { registration: ['automatic'] } });
			expect(credential?.displayOptions).toEqual({ hide: { registration: ['automatic'] } });
		}
		expect(credentialFiles.map((name) => name.toLowerCase())).toContain(
			`credentials/${credential?.name.toLowerCase()}.credentials.ts`,
		);
		expect(providers.map(({ credential: { type } }) => type)).toContain(credential?.name);
		expect(Object.keys(methods?.credentialTest ?? {})).toEqual([credential?.testedBy]);
	});
});

test('every class loads in an n8n that lacks what came after n8n-workflow 1.82', () => {
	const {
		NodeConnectionTypes: _,
		WEBHOOK_RESOLVERS: __,
		...older
	} = jest.requireActual<typeof import('n8n-workflow')>('n8n-workflow');
	jest.isolateModules(() => {
		jest.doMock('n8n-workflow', () => older);
		for (const file of [...nodeFiles, ...credentialFiles]) {
			const [NodeClass] = Object.values(jest.requireActual<Record<string, new () => object>>(join(root, file)));
			expect(NodeClass && new NodeClass()).toBeDefined();
		}
		jest.dontMock('n8n-workflow');
	});
});

const actions = nodeFiles.filter((file) => /\/(\w+)\/\1\.node\.ts$/.test(file) && !file.includes('KycSimulator'));

describe.each(actions)('the action node %s', (file) => {
	test('stands beside its trigger, under the same name and with an API credential of its own', async () => {
		const { description } = await load<INodeType>(file);
		const trigger = await load<INodeType>(file.replace('.node.ts', 'Trigger.node.ts'));
		expect(`${description.name}Trigger`).toBe(trigger.description.name);
		expect(`${description.displayName} Trigger`).toBe(trigger.description.displayName);
		expect(description).toMatchObject({ usableAsTool: true, outputs: ['main'], inputs: ['main'], version: 1 });
		expect(description.credentials).toEqual([
			expect.objectContaining({ name: `${description.name}KycApi`, required: true }),
		]);
	});

	test('offers agents the operations that only look something up', async () => {
		const { description } = await load<INodeType>(file);
		const offered = description.properties
			.filter(({ name }) => name === 'operation')
			.flatMap(({ options }) => options as INodePropertyOptions[])
			.filter(({ displayOptions }) => displayOptions?.hide?.['@tool'] === undefined)
			.map(({ value }) => value);
		expect(new Set(offered)).toEqual(new Set(offered.filter((value) => value === 'get' || value === 'getAll')));
		expect(offered).toContain('get');
		expect(description.properties.find(({ name }) => name === 'operation')?.default).toMatch(/^get/);
	});

	test('has a credential that masks its secrets, signs requests, and has a test', async () => {
		const { description, methods } = await load<INodeType>(file);
		const [declared] = description.credentials ?? [];
		const credential = await credentialOf(String(declared?.name));
		expect(credential.displayName).toMatch(/ KYC API$/);
		expect(credential.documentationUrl).toMatch(/^https:\/\//);
		expect(credential.authenticate).toBeDefined();
		expect(credential.test ?? methods?.credentialTest?.[String(declared?.testedBy)]).toBeDefined();
		const masked = credential.properties.filter(({ typeOptions }) => typeOptions?.password);
		expect(masked.length).toBeGreaterThan(0);
		for (const { name, type } of credential.properties) {
			if (/key|secret|token|password/i.test(name) && type === 'string') {
				expect(masked.map((one) => one.name).concat('clientId')).toContain(name);
			}
		}
	});
});
