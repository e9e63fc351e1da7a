import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import {
	type INode,
	type INodeParameters,
	type INodeProperties,
	type INodePropertyOptions,
	type INodeType,
	resolveWebhookDescriptionField,
	webhookDescriptionIsNativelyResolvable,
} from 'n8n-workflow';
import {
	optionsParameter,
	outputs,
	outputsParameter,
	setupNotice,
	statusesParameter,
	webhook,
} from '../../trigger/description';
import { eventsParameter, subtitle } from '../../trigger/events';
import { statuses } from '../../webhook/event';
import { evaluated } from '../support/expression';

const namesOf = ({ options = [] }: INodeProperties) => options.map(({ name }) => name);
const optionOf = (parameter: INodeProperties, wanted: string) =>
	parameter.options?.find(({ name }) => name === wanted) as INodeProperties | undefined;

describe('the webhook', () => {
	const node: Omit<INode, 'parameters'> = {
		id: '1',
		name: 'Trigger',
		type: 'trigger',
		typeVersion: 2,
		position: [0, 0],
	};
	const answersBy = (options?: INodeParameters) =>
		['responseMode', 'responseData'].map((field) =>
			resolveWebhookDescriptionField(
				{ ...node, parameters: { events: ['*'], ...(options && { options }) } },
				webhook,
				field,
			),
		);

	it('takes POST, and answers with what the trigger says once the execution is created', () => {
		expect(webhook).toMatchObject({ name: 'default', httpMethod: 'POST', path: 'webhook' });
		for (const options of [undefined, {}, { responseMode: 'onReceived' }, { responseMode: 'responseNode' }]) {
			expect(answersBy(options)).toEqual([
				{ resolved: true, value: 'onReceived' },
				{ resolved: true, value: '' },
			]);
		}
	});

	it('answers when the last node finishes, with nothing of the workflow, when the user wants that', () => {
		expect(answersBy({ responseMode: 'lastNode' })).toEqual([
			{ resolved: true, value: 'lastNode' },
			{ resolved: true, value: 'noData' },
		]);
	});

	it('needs no expression engine', () => {
		expect(webhookDescriptionIsNativelyResolvable(webhook)).toBe(true);
	});
});

describe('the webhook in an n8n before 2.35, which knows expressions alone', () => {
	const { WEBHOOK_RESOLVERS: _, ...older } = jest.requireActual<typeof import('n8n-workflow')>('n8n-workflow');
	let old: typeof webhook;
	beforeAll(() => {
		jest.isolateModules(() => {
			jest.doMock('n8n-workflow', () => older);
			({ webhook: old } = jest.requireActual<typeof import('../../trigger/description')>('../../trigger/description'));
			jest.dontMock('n8n-workflow');
		});
	});

	it('has nothing beside them', () => {
		expect(Reflect.ownKeys(old).sort()).toEqual(['httpMethod', 'name', 'path', 'responseData', 'responseMode']);
	});

	it.each([
		[undefined, 'onReceived', ''],
		[{}, 'onReceived', ''],
		[{ responseMode: 'onReceived' }, 'onReceived', ''],
		[{ responseMode: 'responseNode' }, 'onReceived', ''],
		[{ responseMode: 'lastNode' }, 'lastNode', 'noData'],
	])('answers for the options %j as a newer one does', (options, mode, data) => {
		const parameters = { events: ['*'], ...(options && { options }) };
		for (const { responseMode, responseData } of [old, webhook]) {
			expect(evaluated(String(responseMode), parameters)).toBe(mode);
			expect(evaluated(String(responseData), parameters)).toBe(data);
		}
	});
});

describe('the outputs', () => {
	const evaluate = (parameters: object) => evaluated<{ type: string; displayName?: string }[]>(outputs, parameters);

	it('are one for each status, in the order in which events are put out', () => {
		const perStatus = evaluate({ outputs: 'perStatus' });
		expect(perStatus.map(({ displayName }) => displayName)).toEqual(['Other', 'Approved', 'Rejected', 'Pending']);
		expect(perStatus.map(({ displayName }) => displayName?.toLowerCase())).toEqual([...statuses]);
		expect(new Set(perStatus.map(({ type }) => type))).toEqual(new Set(['main']));
	});

	it('are one for all events, when the user wants one', () => {
		expect(evaluate({ outputs: 'single' })).toEqual([{ type: 'main', displayName: 'Events' }]);
	});

	it.each(['perStatus', 'single'])('end with one for refusals, when the user wants that (%s)', (outputs) => {
		const all = evaluate({ outputs, options: { refusedOutput: true } });
		expect(all).toHaveLength(evaluate({ outputs }).length + 1);
		expect(all.at(-1)).toEqual({ type: 'main', displayName: 'Refused' });
	});

	it('are one for each status, unless the user says otherwise', () => {
		expect(outputsParameter).toMatchObject({ name: 'outputs', type: 'options', default: 'perStatus' });
		expect(outputsParameter.options?.map((option) => 'value' in option && option.value)).toEqual([
			'perStatus',
			'single',
		]);
		expect(evaluate({})).toHaveLength(4);
	});
});

describe('the parameters', () => {
	it('begin with a notice', () => {
		expect(setupNotice('<b>Here</b>')).toMatchObject({ displayName: '<b>Here</b>', type: 'notice' });
	});

	it('select all events, also unknown ones, unless the user says otherwise', () => {
		const known = { name: 'Done', value: 'done' };
		const parameter = eventsParameter([known]);
		expect(parameter).toMatchObject({ name: 'events', type: 'multiOptions', default: ['*'] });
		expect(parameter.options).toEqual([expect.objectContaining({ value: '*' }), { ...known, action: 'On Done' }]);
	});

	it('offer a tolerance where the provider signs a time, also one of 0', () => {
		expect(namesOf(optionsParameter({}))).not.toContain('tolerance');
		for (const seconds of [0, 300]) {
			const tolerance = optionOf(optionsParameter({ tolerance: seconds }), 'tolerance');
			expect(tolerance).toMatchObject({ type: 'number', default: seconds, typeOptions: { minValue: 0 } });
		}
	});

	it('let all statuses start the workflow, unless the user says otherwise', () => {
		expect(statusesParameter).toMatchObject({ name: 'statuses', type: 'multiOptions' });
		const values = statusesParameter.options?.map((option) => 'value' in option && option.value);
		expect([...(values ?? [])].sort()).toEqual([...statuses].sort());
		expect([...(statusesParameter.default as string[])].sort()).toEqual([...statuses].sort());
	});

	it.each([
		['testDeliveries', { tellsEnvironment: true }, ['other', 'live']],
		['lateEvents', { tellsTime: true }, ['other', 'keep']],
	] as const)(
		'offer %s where the provider tells what it takes: on Other, unless the user says otherwise',
		(name, told, choices) => {
			expect(namesOf(optionsParameter({}))).not.toContain(name);
			const parameter = optionOf(optionsParameter(told), name);
			expect(parameter).toMatchObject({ type: 'options', default: 'other' });
			const values = parameter?.options?.map((option) => 'value' in option && option.value) ?? [];
			expect([...values].sort()).toEqual([...choices].sort());
		},
	);

	it('stand in alphabetical order, with those of the provider alone', () => {
		const own: INodeProperties = { displayName: 'Late Something', name: 'own', type: 'string', default: '' };
		const all = optionsParameter({ tolerance: 0, tellsTime: true, tellsEnvironment: true }, [own]);
		const names = all.options?.map((option) => ('displayName' in option ? option.displayName : '')) ?? [];
		expect(names).toContain('Late Something');
		expect(names).toEqual([...names].sort((one, other) => one.localeCompare(other, 'en')));
	});

	it('drop duplicates and hand out the payload, unless the user says otherwise', () => {
		expect(optionOf(optionsParameter({}), 'ignoreDuplicates')).toMatchObject({ type: 'boolean', default: true });
		expect(optionOf(optionsParameter({}), 'includePayload')).toMatchObject({ type: 'boolean', default: true });
		expect(optionsParameter({})).toMatchObject({ name: 'options', type: 'collection', default: {} });
	});
});

describe('the events', () => {
	const known = [
		{ name: 'Person Passed', value: 'person.passed', decides: true, description: 'The person is approved' },
		{ name: 'WhatsApp', value: 'whatsapp' },
	] as const;

	it('are named for what they are, in the panel of nodes, too', () => {
		expect(eventsParameter(known).options?.slice(1)).toEqual([
			{
				name: 'Person Passed (Decides)',
				value: 'person.passed',
				action: 'On Person Passed (Decides)',
				description: 'The person is approved',
			},
			{ name: 'WhatsApp', value: 'whatsapp', action: 'On WhatsApp' },
		]);
	});

	it.each([
		[['*'], undefined, 'All Events'],
		[['*'], ['approved', 'other', 'pending', 'rejected'], 'All Events'],
		[['*'], [], 'All Events'],
		[['*'], ['approved'], 'All Events (Approved)'],
		[['whatsapp', 'person.passed'], undefined, 'WhatsApp, Person Passed'],
		[['whatsapp'], ['rejected', 'approved'], 'WhatsApp (Rejected, Approved)'],
		[['person.gone'], undefined, 'person.gone'],
	])(
		'stand below the node by their names, with the statuses unless all are chosen: %j, %j',
		(events, chosen, shown) => {
			expect(evaluated(subtitle(known), { events, statuses: chosen })).toBe(shown);
		},
	);
});

const decides = (name: string) => name.endsWith(' (Decides)');

const { n8n } = JSON.parse(readFileSync('package.json', 'utf8')) as { n8n: { nodes: string[] } };
const triggers = n8n.nodes
	.filter((path) => path.endsWith('Trigger.node.js'))
	.map((path) => {
		const className = basename(path, '.node.js');
		const exported = jest.requireActual<Record<string, new () => INodeType>>(
			`../../${path.replace(/^dist\/(.*)\.js$/, '$1')}`,
		);
		const Trigger = exported[className];
		if (!Trigger) throw new Error(`${path} does not export ${className}`);
		return [className, new Trigger()] as const;
	});

describe.each(triggers)('%s', (className, trigger) => {
	const { description } = trigger;
	const parameter = (name: string) => description.properties.find((property) => property.name === name);

	it('is of version 2: for version 1, n8n evaluates an expression for each request', () => {
		expect(description.version).toBe(2);
	});

	it('has no option binaryData, which n8n would take for its own', () => {
		expect(namesOf(parameter('options') as INodeProperties)).not.toContain('binaryData');
		expect(JSON.stringify(description)).not.toContain('binaryData');
	});

	it('has the webhook, the outputs and the parameters of every trigger', () => {
		expect(description).toMatchObject({ inputs: [], outputs, webhooks: [webhook], group: ['trigger'] });
		expect(description.name).toBe(className.charAt(0).toLowerCase() + className.slice(1));
		expect(description.displayName).toMatch(/ Trigger$/);
		expect(description.properties.slice(0, 2).map(({ type }) => type)).toContain('notice');
		for (const name of ['events', 'statuses', 'outputs', 'options']) expect(parameter(name)).toBeDefined();
	});

	it('offers its events each once, behind the one for all: those that decide first, the others by the alphabet', () => {
		const lists = description.properties.filter(({ name, type }) => name === 'events' && type === 'multiOptions');
		for (const list of lists) {
			const options = list.options as INodePropertyOptions[];
			const names = options.map(({ name }) => name);
			const others = names.slice(1).filter((name) => !decides(name));
			expect(names).toEqual(['All Events', ...names.filter(decides), ...others]);
			expect(new Set(names).size).toBe(names.length);
			expect(others).toEqual([...others].sort((a, b) => a.localeCompare(b, 'en')));
			expect(options.slice(1).map(({ action }) => action)).toEqual(names.slice(1).map((name) => `On ${name}`));
		}
	});

	it('tests its credential, which must be there', () => {
		const [credential, ...others] = description.credentials ?? [];
		expect(others.every(({ name }) => name.endsWith('KycApi'))).toBe(true);
		expect(credential?.required).toBe(true);
		expect(trigger.methods?.credentialTest).toHaveProperty([String(credential?.testedBy)]);
	});
});
