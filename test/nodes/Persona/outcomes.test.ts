import { samples } from '../../../nodes/Persona/samples';
import { persona } from '../../../nodes/Persona/persona';
import type { JsonObject } from '../../../webhook/json';
import { LatestEvents } from '../../../webhook/latestEvents';
import { describeContradictions } from '../../support/describeContradictions';
import { strangers, variants, voids, withValue, type Path } from '../../support/payloads';
import { acceptedEvent, deliver, NOW } from '../../support/reception';
import { unsignedEventOf } from '../../support/unsigned';
import { credential, eventOf, inquiry, sample, send } from './sender';

const EVENT = ['data', 'attributes'];
const ABOUT = [...EVENT, 'payload', 'data'];

/** https://docs.withpersona.com/model-lifecycle, written here once more. */
const agreeing: ReadonlyArray<readonly [string, string, string, string | null]> = [
	['inquiry.created', 'created', 'pending', 'started'],
	['inquiry.started', 'pending', 'pending', 'started'],
	['inquiry.completed', 'completed', 'pending', 'in_review'],
	['inquiry.marked-for-review', 'needs_review', 'pending', 'in_review'],
	['inquiry.approved', 'approved', 'approved', null],
	['inquiry.declined', 'declined', 'rejected', 'declined'],
	['inquiry.failed', 'failed', 'rejected', 'declined'],
	['inquiry.expired', 'expired', 'other', 'expired'],
];
const statuses = agreeing.map(([, status]) => status);
const disagreeing = agreeing.flatMap(([name, agreed]) =>
	statuses.filter((status) => status !== agreed).map((status) => [name, status] as const),
);

describe('an event about an inquiry', () => {
	test.each([
		...agreeing,
		['inquiry.marked-for-review', 'needs review', 'pending', 'in_review'],
		['inquiry.marked-for-review', 'needs-review', 'pending', 'in_review'],
		['inquiry.marked-for-review', 'marked-for-review', 'other', 'unknown'],
		['inquiry.approved', 'something_new', 'other', 'unknown'],
		['inquiry.something-new', 'approved', 'other', 'unknown'],
	] as typeof agreeing)('%s, now %s, is %s, %s', async (name, word, status, reason) => {
		const payload = inquiry(name, word);
		expect(await eventOf(payload)).toStrictEqual({
			provider: 'persona',
			receivedAt: '2026-03-04T05:06:07.089Z',
			status,
			reason,
			decidedBy: null,
			environment: null,
			check: null,
			eventId: 'evt_XGuYWp7WuDzNxie5z16s7sGJ',
			eventType: name,
			providerStatus: word,
			verificationId: 'inq_2CVZ4HyVg7qaboXz2PUHknAn',
			externalId: 'Zo\u00eb/7',
			subject: {
				id: 'act_8',
				type: null,
				email: 'zoe@example.com',
				phone: '+4915112345678',
				name: 'Zo\u00eb M\u00fcller',
			},
			occurredAt: '2026-03-04T05:05:00.100Z',
			payload,
		});
	});

	test.each(disagreeing)('%s, now %s, is unknown: they disagree', async (name, word) => {
		const event = await eventOf(inquiry(name, word));
		expect(event).toMatchObject({ status: 'other', reason: 'unknown', eventType: name, providerStatus: word });
	});

	test.each(agreeing)('%s is %s without a status (attribute blocklist)', async (name, _, status, reason) => {
		const event = await eventOf(withValue(inquiry(name, null), [...ABOUT, 'attributes'], { tags: [] }));
		expect(event).toMatchObject({ status, reason, eventType: name, providerStatus: null });
	});

	test.each([
		'inquiry.redacted',
		'inquiry.transitioned',
		'inquiry.updated-tags',
		'inquiry.reusable-persona-created',
		'inquiry.reusable-persona-used',
	])('%s tells nothing new of the status', async (name) => {
		for (const status of ['approved', 'declined', 'completed', 'redacted', null]) {
			const event = await eventOf(inquiry(name, status));
			expect(event).toMatchObject({ status: 'other', reason: 'notification', providerStatus: status });
		}
	});

	test.each(['APPROVED', 'approved ', ' approved', 'Approved', 'constructor', '__proto__', 'needs_review_', 'passed'])(
		'%j is a status that nobody knows',
		async (status) => {
			expect(await eventOf(inquiry('inquiry.approved', status))).toMatchObject({ status: 'other', reason: 'unknown' });
		},
	);
});

describe('an event about something else', () => {
	test.each([
		['verification.passed', 'verification/government-id', 'passed'],
		['verification.passed', 'verification/selfie', 'approved'],
		['account.created', 'account', 'approved'],
		['case.resolved', 'case', 'approved'],
		['inquiry-session.started', 'inquiry-session', 'active'],
		['something.new', 'something', 'approved'],
		['transaction.status-updated', 'transaction', 'declined'],
		['constructor', 'constructor', 'approved'],
	])('%s, of type %s, is a notification', async (name, type, status) => {
		expect(await eventOf(inquiry(name, status, type))).toMatchObject({
			status: 'other',
			reason: 'notification',
			eventType: name,
			providerStatus: status,
		});
	});
});

describe('an event whose name and resource disagree is unknown', () => {
	test.each([
		['inquiry.approved', 'inquiry-session'],
		['inquiry.approved', 'Inquiry'],
		['inquiry.approved', 'constructor'],
		['inquiry.approved', ['inquiry']],
		['inquiry-session.started', 'inquiry'],
		['account.created', 'inquiry'],
		['verification.passed', 'inquiry'],
		['something.new', 'inquiry'],
		['report/watchlist.matched', 'watchlist'],
		['report/watchlist.matched', 'inquiry'],
		[null, 'account'],
	])('%s of type %j', async (name, type) => {
		expect(await eventOf(inquiry(name, 'approved', type))).toMatchObject({ status: 'other', reason: 'unknown' });
	});
});

describe('a report', () => {
	const report = (name: string, hasMatch: unknown, type = 'report/watchlist') =>
		withValue(inquiry(name, 'ready', type), [...ABOUT, 'attributes', 'has-match'], hasMatch);

	test.each([
		['report/watchlist.matched', true, 'alert'],
		['report/watchlist.matched', undefined, 'alert'],
		['report/adverse-media.matched', true, 'alert'],
		['report/politically-exposed-person.matched', true, 'alert'],
		['report/screening.matched', true, 'alert'],
		['report/something-new.matched', true, 'alert'],
		['report/watchlist.matched', false, 'unknown'],
		['report/watchlist.matched', ['true'], 'unknown'],
		['report/watchlist.matched', '', 'unknown'],
		['report/watchlist.ready', true, 'alert'],
		['report/adverse-media.ready', true, 'alert'],
		['report/business-watchlist.ready', true, 'alert'],
		['report/synthetic.ready', true, 'alert'],
		['report/watchlist.ready', false, 'notification'],
		['report/watchlist.ready', undefined, 'notification'],
		['report/watchlist.ready', { value: true }, 'unknown'],
		['report/watchlist.ready', 1, 'unknown'],
		['report/business-lookup.ready', true, 'notification'],
		['report/phone-number.ready', true, 'notification'],
		['report/watchlist.dismissed', true, 'notification'],
		['report/watchlist.errored', false, 'notification'],
		['report/screening.reviewed', true, 'notification'],
	])('%s, has-match %j, is other, %s', async (name, hasMatch, reason) => {
		expect(await eventOf(report(name, hasMatch))).toMatchObject({
			status: 'other',
			reason,
			eventType: name,
			providerStatus: 'ready',
			subject: { id: 'act_8', name: 'Zo\u00eb M\u00fcller' },
		});
	});

	test('is read whatever the key inflection', async () => {
		const { data } = report('report/watchlist.ready', undefined) as typeof sample;
		for (const key of ['hasMatch', 'has_match']) {
			const payload = withValue({ data }, [...ABOUT, 'attributes', key], true);
			expect(await eventOf(payload)).toMatchObject({ status: 'other', reason: 'alert' });
		}
	});
});

describe('the reference', () => {
	const account = (id: string, type = 'account') => ({ type, id, attributes: { 'reference-id': 'customer-7' } });
	const withoutReference = (included: unknown) =>
		withValue(
			withValue(sample, [...ABOUT, 'attributes', 'reference-id'], null),
			[...EVENT, 'payload', 'included'],
			included,
		);

	test('stands at the account where the resource has none of its own', async () => {
		expect((await eventOf(withoutReference([account('act_7'), account('act_8')]))).externalId).toBe('customer-7');
		expect((await eventOf(withValue(sample, [...EVENT, 'payload', 'included'], [account('act_8')]))).externalId).toBe(
			'Zo\u00eb/7',
		);
	});

	test.each([
		['another account', [account('act_9')]],
		['another resource', [account('act_8', 'verification')]],
		['no resource', [null, 5, [account('act_8')]]],
		['no list', account('act_8')],
	])('is not taken from %s', async (_, included) => {
		expect(await eventOf(withoutReference(included))).toMatchObject({ status: 'approved', externalId: null });
	});
});

describe('the key inflection of the webhook', () => {
	const inflect = (value: unknown, change: (key: string) => string): unknown => {
		if (Array.isArray(value)) return value.map((each) => inflect(each, change));
		if (typeof value !== 'object' || value === null) return value;
		return Object.fromEntries(Object.entries(value).map(([key, each]) => [change(key), inflect(each, change)]));
	};
	const camel = inflect(sample, (key) => key.replace(/-./g, ([, letter = '']) => letter.toUpperCase())) as JsonObject;
	const snake = inflect(sample, (key) => key.replaceAll('-', '_')) as JsonObject;

	test('is as the documentation has it', () => {
		expect(JSON.stringify(camel)).toContain('"referenceId":"Zo\u00eb/7","createdAt":"2019-09-09T22:40:56.000Z"');
		expect(JSON.stringify(snake)).toContain('"reference_id":"Zo\u00eb/7","created_at":"2019-09-09T22:40:56.000Z"');
	});

	test.each([
		['camel', camel],
		['snake', snake],
	])('makes no difference when it is %s case', async (_, payload) => {
		expect(await eventOf(payload)).toStrictEqual({ ...(await eventOf(sample)), payload });
	});
});

describe('a payload of another shape', () => {
	const { absent, null: nothing, ...others } = voids;
	const { 'an empty object': _, 'an object of objects': __, ...noObjects } = voids;
	const status: Path = [...ABOUT, 'attributes', 'status'];
	const named: Path[] = [
		[...ABOUT, 'type'],
		[...EVENT, 'name'],
	];
	const around: Path[] = [['data'], EVENT, [...EVENT, 'payload'], ABOUT];

	test.each([
		...variants(sample, [status], { ...others, ...strangers }),
		...variants(sample, [...named, ...around], { ...voids, ...strangers }),
		...variants(sample, [[...ABOUT, 'attributes']], { ...noObjects, ...strangers }),
	])('is not known: %s', async (_, payload) => {
		expect(await eventOf(payload)).toMatchObject({ status: 'other', reason: 'unknown', decidedBy: null, payload });
	});

	test.each(variants(sample, [status], { absent, nothing }))(
		'is decided by the name of the event alone: %s',
		async (_, payload) => {
			expect(await eventOf(payload)).toMatchObject({ status: 'approved', providerStatus: null });
		},
	);

	test('is passed on when everything is missing or of another type', async () => {
		for (const payload of [{}, { a: 1 }, { data: [] }, { data: { id: {}, attributes: 'inquiry.approved' } }]) {
			expect(await eventOf(payload)).toMatchObject({
				status: 'other',
				reason: 'unknown',
				eventType: 'unknown',
				providerStatus: null,
				verificationId: null,
				externalId: null,
				subject: { id: null, type: null, email: null, phone: null, name: null },
				occurredAt: null,
				payload,
			});
		}
	});

	test.each([
		['name-first', 'nameFirst', 'name_first'],
		['email-address', 'emailAddress', 'email_address'],
		['phone-number', 'phoneNumber', 'phone_number'],
	])('names the person where `fields` alone has %s', async (...keys) => {
		for (const key of keys) {
			const attributes = { status: 'approved', fields: { [key]: { type: 'string', value: 'here' } } };
			const event = await eventOf(withValue(sample, [...ABOUT, 'attributes'], attributes));
			expect(Object.values(event.subject).filter((value) => value === 'here')).toHaveLength(1);
		}
	});

	test('names the person by the attributes themselves before `fields`', async () => {
		const field = (value: string) => ({ type: 'string', value });
		const nested = { 'name-first': field('X'), 'name-middle': field('Y'), 'email-address': field('x@example.com') };
		const event = await eventOf(withValue(sample, [...ABOUT, 'attributes', 'fields'], nested));
		expect(event.subject).toMatchObject({ name: 'Zo\u00eb M\u00fcller', email: 'zoe@example.com' });
	});

	test.each([
		[{ 'name-last': null }, 'Zo\u00eb'],
		[{ 'name-middle': 'X.' }, 'Zo\u00eb X. M\u00fcller'],
		[{ 'name-first': {}, 'name-last': '' }, null],
	])('names the person as far as it can: %j', async (names, name) => {
		const attributes = { ...sample.data.attributes.payload.data.attributes, ...names };
		expect((await eventOf(withValue(sample, [...ABOUT, 'attributes'], attributes))).subject.name).toBe(name);
	});

	test('is read when it is nested as deep as a body can hold', async () => {
		const depth = 200_000;
		const attributes = '{"status":"approved","deep":DEEP}'.replace('DEEP', '['.repeat(depth) + ']'.repeat(depth));
		const { data } = sample.data.attributes.payload;
		const body = JSON.stringify(withValue(sample, ABOUT, { ...data, attributes: 'HERE' })).replace(
			'"HERE"',
			attributes,
		);
		const context = { parameters: {}, signedId: null, fingerprint: () => '' };
		expect(persona.read(JSON.parse(body), context)).toMatchObject([{ status: 'approved' }]);
	});
});

test('an event that comes after a later one of its inquiry is outdated', async () => {
	const latestEvents = new LatestEvents({ perScope: 10, total: 10 });
	const receive = async (name: string, status: string, at: string) => {
		const payload = withValue(inquiry(name, status), [...EVENT, 'created-at'], at);
		return acceptedEvent(await deliver(persona, credential, send(payload), { latestEvents }));
	};
	expect(await receive('inquiry.declined', 'declined', '2026-03-04T05:00:00.000Z')).toMatchObject({
		status: 'rejected',
	});
	expect(await receive('inquiry.approved', 'approved', '2026-03-03T05:00:00.000Z')).toMatchObject({
		status: 'other',
		reason: 'outdated',
		providerStatus: 'approved',
	});
	expect(await receive('inquiry.approved', 'approved', '2026-03-05T05:00:00.000Z')).toMatchObject({
		status: 'approved',
	});
});

describeContradictions({
	eventOf: unsignedEventOf(persona, credential),
	approving: sample,
	deciding: [
		{ path: [...EVENT, 'name'], agreeing: ['inquiry.approved'] },
		{ path: [...ABOUT, 'type'], agreeing: ['inquiry'] },
		{ path: [...ABOUT, 'attributes', 'status'], agreeing: ['approved', null] },
	],
	refusing: [...agreeing.map(([name]) => name), ...statuses].filter((word) => !word.endsWith('approved')),
});

describe('the event id', () => {
	test('is the same when Persona sends an event again in other words', async () => {
		const again = withValue(sample, [...ABOUT, 'attributes', 'tags'], ['seen']);
		expect((await eventOf(again)).eventId).toBe((await eventOf(sample)).eventId);
	});

	test("is Persona's own", async () => {
		expect((await eventOf(withValue(sample, ['data', 'id'], 'evt_2'))).eventId).toBe('evt_2');
	});

	test('is made of name, resource, status and time where there is none', async () => {
		const { eventId } = await eventOf(withValue(sample, ['data', 'id'], null));
		expect(eventId).toBe(
			'persona:inquiry.approved:inq_2CVZ4HyVg7qaboXz2PUHknAn:approved:2026-03-04T06:05:00.100+01:00',
		);
	});

	test('is one of its own where a part is missing too, the same each time', async () => {
		const paths = [
			[...EVENT, 'name'],
			[...EVENT, 'created-at'],
			[...ABOUT, 'id'],
			[...ABOUT, 'attributes', 'status'],
		];
		const payloads = variants(withValue(sample, ['data', 'id'], null), paths, voids);
		const ids = new Set<string>();
		for (const [, payload] of payloads) {
			const { eventId } = await eventOf(payload);
			expect((await eventOf(payload)).eventId).toBe(eventId);
			ids.add(eventId);
		}
		expect(ids.size).toBe(payloads.length);
	});
});

test.each(samples.samples.map((each) => [each.name, each] as const))(
	'the sample of %s',
	async (name, { status, create }) => {
		const payload = create({});
		const secrets = samples.newSecrets();
		const sealed = await samples.seal(payload, secrets, NOW);
		expect(acceptedEvent(await deliver(persona, secrets, sealed))).toMatchObject({ status, eventType: name, payload });
	},
);
