import type { IHookFunctions } from 'n8n-workflow';
import { customMeaning } from '../../nodes/KycWebhook/custom';
import { chosenProvider } from '../../nodes/KycWebhook/providers';
import { readBy } from '../../recipe/read';

interface Entered {
	providerName?: unknown;
	rules?: unknown;
	fields?: unknown;
	events?: unknown;
}

const condition = (path: string, ...values: string[]) => ({ path, is: 'oneOf', values });
const rule = (outcome: string, ...conditions: unknown[]) => ({ outcome, conditions: { condition: conditions } });
const rulesOf = (...rules: unknown[]) => ({ rule: rules });

const approves = rule('approved', condition('type', 'done'), condition('result', 'yes', 'true'));
const working = {
	providerName: 'acme-kyc',
	rules: rulesOf(approves, rule('declined', condition('type', 'done'), condition('result', 'no'))),
	fields: {},
};

function read(entered: Entered, isTest = false) {
	const parameters = { ...working, ...entered } as Record<string, unknown>;
	return customMeaning((name) => parameters[name], isTest);
}

const problemOf = (entered: Entered) => {
	const found = read(entered);
	return found.ok ? 'none' : found.problem;
};

function eventOf(payload: Record<string, unknown>, entered: Entered = {}, signedId: string | null = null) {
	const found = read(entered);
	if (!found.ok) throw new Error(found.problem);
	return readBy(found.meaning, payload, { parameters: {}, signedId, fingerprint: () => 'fingerprint' });
}

/** The provider that a trigger with these parameters has. */
function chosen(parameters: Readonly<Record<string, unknown>>, mode = 'trigger') {
	const getNodeParameter = (name: string, other: unknown) => parameters[name] ?? other;
	return chosenProvider({ getMode: () => mode, getNodeParameter } as unknown as IHookFunctions);
}

describe('what a user has entered', () => {
	it.each([
		[{ type: 'done', result: 'yes' }, 'approved', null],
		[{ type: 'done', result: true }, 'approved', null],
		[{ type: 'done', result: 'no' }, 'rejected', 'declined'],
		[{ type: 'done', result: 'Yes' }, 'other', 'unknown'],
		[{ type: 'done', result: ['yes'] }, 'other', 'unknown'],
		[{ type: 'done', result: { yes: 'yes' } }, 'other', 'unknown'],
		[{ type: 'done' }, 'other', 'unknown'],
		[{ type: 'Done', result: 'yes' }, 'other', 'unknown'],
		[{}, 'other', 'unknown'],
	])('makes of %j %s, %s', (payload, status, reason) => {
		expect(eventOf(payload)).toMatchObject({ status, reason });
	});

	it('tells the fields that it names', () => {
		const fields = {
			eventId: 'id',
			eventType: 'type',
			verificationId: 'data.id',
			externalId: 'data.reference',
			providerStatus: 'result',
			occurredAt: 'at',
			id: 'data.person',
			firstName: 'data.first',
			lastName: 'data.last',
			phone: '',
		};
		const data = { id: 7, reference: 'customer-7', person: 'p-1', first: 'Jane', last: 'Müller' };
		const payload = { id: 'evt_1', type: 'done', result: 'yes', at: 1_790_000_000, data };
		expect(eventOf(payload, { fields })).toEqual({
			status: 'approved',
			reason: null,
			decidedBy: null,
			environment: null,
			check: null,
			selector: 'done',
			eventType: 'done',
			eventId: 'evt_1',
			providerStatus: 'yes',
			verificationId: '7',
			externalId: 'customer-7',
			subject: { id: 'p-1', type: null, email: null, phone: null, name: 'Jane Müller' },
			occurredAt: '2026-09-21T14:13:20.000Z',
			payload,
		});
	});

	it.each([
		[1_790_000_000_000, '2026-09-21T14:13:20.000Z'],
		['1790000000', '2026-09-21T14:13:20.000Z'],
		['2026-09-21T16:13:20+02:00', '2026-09-21T14:13:20.000Z'],
		['yesterday', null],
		[17, null],
		[{}, null],
	])('reads the time %j', (at, occurredAt) => {
		expect(eventOf({ at }, { fields: { occurredAt: 'at' } }).occurredAt).toBe(occurredAt);
	});

	it('takes what stands in the way of a path for something, not for nothing', () => {
		const rules = rulesOf(rule('approved', condition('type', 'done'), { path: 'aml.hit', is: 'absent' }));
		expect(eventOf({ type: 'done', aml: {} }, { rules }).status).toBe('approved');
		for (const aml of [true, 'none', [], 0]) expect(eventOf({ type: 'done', aml }, { rules }).status).toBe('other');
	});

	it('shows nobody an address in an id', () => {
		expect(eventOf({ id: 'jane@example.com' }, { fields: { eventId: 'id' } }).eventId).toMatch(/^[0-9a-f]{32}$/);
	});

	it('tells events apart by the whole body where it names no id, or where it is not there', () => {
		expect(eventOf({}).eventId).toBe('acme-kyc:fingerprint');
		expect(eventOf({}, { fields: { eventId: 'id' } }).eventId).toBe('acme-kyc:fingerprint');
	});

	it('tells events apart by the id that is signed, where the body has none', () => {
		const fields = { eventId: 'id' };
		expect(eventOf({}, {}, 'msg_1').eventId).toBe('msg_1');
		expect(eventOf({}, { fields }, 'msg_1').eventId).toBe('msg_1');
		expect(eventOf({ id: '7' }, { fields }, 'msg_1').eventId).toBe('7');
	});

	const environment = { environment: 'mode', testValues: ['sandbox'], liveValues: ['production'] };
	it.each([
		['sandbox', 'test', 'approved'],
		['production', 'live', 'approved'],
		['Sandbox', null, 'other'],
		[true, null, 'other'],
		[undefined, null, 'approved'],
	])('takes the environment %j for %s', (mode, told, status) => {
		const rules = rulesOf(...working.rules.rule, rule('started', condition('type', 'begun')));
		const entered = { fields: environment, rules };
		const event = eventOf({ type: 'done', result: 'yes', mode }, entered);
		expect(event).toMatchObject({ environment: told, status });
		expect(eventOf({ type: 'done', result: 'no', mode }, entered).status).toBe('rejected');
		expect(eventOf({ type: 'begun', mode }, entered).status).toBe('pending');
	});
});

describe('what cannot work', () => {
	it.each([
		[undefined, 'Provider Name must be'],
		['', 'Provider Name must be'],
		['Acme', 'Provider Name must be'],
		['a'.repeat(41), 'Provider Name must be'],
	])('is the name %j', (providerName, problem) => {
		expect(problemOf({ providerName })).toContain(problem);
	});

	it.each([
		['no rules', undefined, 'No rule approves anybody'],
		['no approving rule', rulesOf(rule('declined', condition('a', 'b'))), 'No rule approves anybody'],
		['an approving rule without conditions', rulesOf(rule('approved')), 'Rule 1 approves without a condition'],
		[
			'one that approves what is there, whatever it is',
			rulesOf(rule('approved', { path: 'a', is: 'present' })),
			'Rule 1 approves without',
		],
		['a value with a space', rulesOf(rule('approved', condition('a', 'b '))), 'begins or ends with a space'],
		[
			'text for values',
			rulesOf(rule('approved', { path: 'a', is: 'oneOf', values: 'absent' })),
			'Rule 1 has a condition without values',
		],
		['a path that is none', rulesOf(approves, rule('declined', condition('a..b', 'c'))), 'Rule 2 has the field "a..b"'],
		['a condition without values', rulesOf(rule('approved', condition('a'))), 'Rule 1 has a condition without values'],
		['an empty value', rulesOf(rule('approved', condition('a', ''))), 'Rule 1 has an empty value'],
		['an outcome that there is not', rulesOf(rule('accepted', condition('a', 'b'))), 'Rule 1 has no outcome'],
		[
			'very many rules',
			{ rule: Array.from({ length: 201 }, (_, n) => rule('approved', condition('a', `${n}`))) },
			'more than 200 rules',
		],
		['the same rule twice', rulesOf(approves, approves), 'Rule 2 can never match'],
		[
			'a rule behind a wider one',
			rulesOf(rule('approved', condition('a', 'b', 'c')), rule('declined', condition('a', 'c'), condition('x', 'y'))),
			'Rule 2 can never match',
		],
		[
			'a rule that two earlier ones cover',
			rulesOf(
				rule('approved', condition('a', 'b')),
				rule('declined', condition('a', 'c')),
				rule('fraud', condition('a', 'b', 'c')),
			),
			'Rule 3 can never match',
		],
		['a rule behind one for all', rulesOf(rule('notification'), approves), 'Rule 2 can never match'],
		[
			'a rule that contradicts itself',
			rulesOf(rule('approved', condition('a', 'b'), condition('a', 'c'))),
			'Rule 1 asks one field for two different things',
		],
		[
			'a rule for what is there and is not',
			rulesOf(rule('approved', condition('b', 'c'), { path: 'a', is: 'absent' }, { path: 'a', is: 'present' })),
			'Rule 1 asks one field for two different things',
		],
	])('is %s', (_, rules, problem) => {
		expect(problemOf({ rules })).toContain(problem);
	});

	it.each(['persona', 'middesk'])('is the name of a provider that is known: %s', (providerName) => {
		expect(chosen({ ...working, providerName }).problem).toContain('choose another one');
		expect(chosen({ ...working }).problem).toBeUndefined();
	});

	it('is a provider that this version of the package does not know', () => {
		expect(chosen({ ...working, provider: 'gone' }).problem).toContain('has no recipe "gone"');
	});

	it.each([
		['values of tests without a field to find them in', { testValues: ['sandbox'] }, 'Environment Field is empty'],
		['live values without a field', { environment: '', liveValues: ['production'] }, 'Environment Field is empty'],
		[
			'a test value with a space',
			{ environment: 'mode', testValues: ['sandbox '] },
			'Environment Field has a value that begins or ends with a space',
		],
		['an empty live value', { environment: 'mode', testValues: ['t'], liveValues: [''] }, 'has an empty value'],
	])('is %s: tests would count as live', (_, fields, problem) => {
		expect(problemOf({ fields })).toContain(problem);
	});

	it('is a choice of events without the field that names them: none would be selected', () => {
		const events = ['verification.finished'];
		expect(problemOf({ events })).toContain('Event Type Field is empty');
		expect(problemOf({ events, fields: { eventType: 'type' } })).toBe('none');
		expect(problemOf({ events: ['*'] })).toBe('none');
	});

	it('is shown to who listens in the editor, and has no rule yet', () => {
		for (const rules of [undefined, rulesOf(rule('declined', condition('a', 'b')))]) {
			const found = read({ rules }, true);
			expect(
				found.ok && readBy(found.meaning, {}, { parameters: {}, signedId: null, fingerprint: () => 'f' }),
			).toMatchObject({
				status: 'other',
				reason: 'unknown',
			});
		}
		expect(read({ rules: rulesOf(rule('approved')) }, true).ok).toBe(false);
	});

	it('is what approves nobody, also after somebody has listened with it in the editor', () => {
		const unfinished = { ...working, rules: rulesOf(rule('declined', condition('a', 'b'))) };
		expect(chosen(unfinished, 'manual').problem).toBeUndefined();
		expect(chosen(unfinished).problem).toContain('No rule approves anybody');
	});

	it('is a field whose path is none', () => {
		expect(problemOf({ fields: { externalId: 'a[' } })).toContain('External ID Field has the field "a["');
	});

	it.each([
		rulesOf(rule('approved', condition('a', 'b'), condition('x', 'y')), rule('declined', condition('a', 'b'))),
		rulesOf(rule('approved', condition('a', 'b')), rule('declined', { path: 'a', is: 'present' })),
		rulesOf(
			rule('declined', { path: 'a', is: 'present' }),
			rule('approved', condition('b', 'c'), { path: 'a', is: 'absent' }),
		),
		rulesOf(approves, rule('notification')),
	])('is none of these: %j', (rules) => {
		expect(problemOf({ rules })).toBe('none');
	});
});
