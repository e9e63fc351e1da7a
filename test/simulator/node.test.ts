import type { IExecuteFunctions, INode, INodeProperties } from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';
import { KycSimulator } from '../../nodes/KycSimulator/KycSimulator.node';
import { keyOf } from '../../simulator/simulate';
import { allSamples } from '../support/providers';
import { acceptedEvent, deliver } from '../support/reception';

const simulator = new KycSimulator();
const { description } = simulator;
const node = { id: '1', name: 'KYC Simulator', type: 'kycSimulator', typeVersion: 1, position: [0, 0], parameters: {} };

/** The parameters as n8n completes them with defaults. */
const completed = (parameters: object) =>
	NodeHelpers.getNodeParameters(
		description.properties,
		parameters as INode['parameters'],
		true,
		false,
		node as INode,
		description,
	);

/** The choices that the user has. */
function choicesOf(name: string, parameters: object): unknown[] {
	const isShown = (property: INodeProperties) =>
		NodeHelpers.displayParameter(parameters as INode['parameters'], property, node as INode, description);
	const shown = description.properties.filter((property) => property.name === name && isShown(property));
	expect(shown.length).toBeLessThanOrEqual(1);
	return (shown[0]?.options ?? []).map((option) => ('value' in option ? option.value : option.name));
}

describe.each(allSamples.map((samples) => [samples.provider.displayName, samples] as const))('%s', (_, samples) => {
	const provider = samples.provider.id;

	test('offers its events, and for each the statuses that it can have', () => {
		const offered = choicesOf('event', { provider }).flatMap((event) =>
			choicesOf('status', { provider, event }).map((status) => `${String(event)}:${String(status)}`),
		);
		expect(offered.sort()).toEqual(samples.samples.map(keyOf).sort());
	});

	test('sends its first sample when nothing is chosen but the provider', () => {
		const [sample] = samples.samples;
		expect(completed({ provider })).toMatchObject({ provider, event: sample?.name, status: sample?.status });
	});

	test('offers the details and further events that its format has a place for', () => {
		expect(choicesOf('details', { provider })).toEqual(samples.details);
		expect(choicesOf('furtherEvents', { provider })).toHaveLength(samples.sealSeveral ? samples.samples.length : 0);
	});

	test('takes the stored credential of its trigger, and no other', () => {
		const shown = description.credentials?.filter((credential) =>
			NodeHelpers.displayParameter({ provider }, credential, node as INode, description),
		);
		expect(shown).toEqual([expect.objectContaining({ name: samples.provider.credential.type, required: true })]);
		expect(simulator.methods.credentialTest).toHaveProperty([String(shown?.[0]?.testedBy)]);
	});
});

describe('the node', () => {
	it('has no credential that is shown by the provider: the editor would hide the parameter', () => {
		expect(description.credentials?.filter(({ displayOptions }) => displayOptions?.show)).toEqual([]);
	});

	const requests: { url: string; headers: Record<string, string>; body: Buffer }[] = [];
	const trusthub = allSamples.find(({ provider }) => provider.id === 'trusthub')!;
	const secrets = trusthub.newSecrets();

	/** As much of n8n's context as the node uses, with an item for each set of parameters. */
	function contextOf(items: object[], continues: boolean): IExecuteFunctions {
		const parameters = items.map((item) => completed({ provider: 'trusthub', ...item }) as Record<string, unknown>);
		return {
			getInputData: () => items.map(() => ({ json: {} })),
			getNodeParameter: (name: string, index: number, otherwise: unknown) => parameters[index]?.[name] ?? otherwise,
			getCredentials: async () => secrets,
			getNode: () => node,
			continueOnFail: () => continues,
			helpers: {
				httpRequest: async (request: (typeof requests)[number]) => {
					requests.push(request);
					return { statusCode: 401, body: { result: 'refused' }, headers: {} };
				},
			},
		} as unknown as IExecuteFunctions;
	}

	const url = 'https://n8n.example.com/webhook/x';
	beforeEach(() => requests.splice(0));

	test('sends to the address that the user typed, and follows no redirect', async () => {
		await simulator.execute.call(contextOf([{ url: ` ${url} ` }], false));
		expect(requests).toEqual([
			expect.objectContaining({ method: 'POST', url, disableFollowRedirect: true, ignoreHttpStatusErrors: true }),
		]);
		const { headers, body } = requests[0]!;
		acceptedEvent(await deliver(trusthub.provider, secrets, { headers, body }));
	});

	test('puts out what was sent and what was answered, but no secret', async () => {
		const [[item] = []] = await simulator.execute.call(contextOf([{ url }], false));
		expect(item).toEqual({
			json: {
				sent: {
					url,
					contentType: 'application/json',
					headers: { 'X-Signature': expect.any(String) },
					body: requests[0]?.body.toString(),
				},
				answer: { status: 401, body: { result: 'refused' } },
				expected: { result: 'accepted', statuses: ['approved'] },
			},
			pairedItem: { item: 0 },
		});
		expect(JSON.stringify(item)).not.toContain(secrets.apiPassword);
	});

	test('goes on with the next item after an error, where the user wants that', async () => {
		const items = [{ url: 'nowhere' }, { url }];
		const [sent = []] = await simulator.execute.call(contextOf(items, true));
		expect(sent.map(({ json, pairedItem }) => [json.error ?? 'sent', pairedItem])).toEqual([
			[expect.stringContaining('The URL'), { item: 0 }],
			['sent', { item: 1 }],
		]);
		await expect(simulator.execute.call(contextOf(items, false))).rejects.toThrow('The URL');
	});
});
