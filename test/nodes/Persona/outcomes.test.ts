import { samples } from '../../../nodes/Persona/samples';
import { persona } from '../../../nodes/Persona/persona';
import type { JsonObject } from '../../../webhook/json';
import { strangers, variants, voids, withValue, type Path } from '../../support/payloads';
import { acceptedEvent, deliver, NOW } from '../../support/reception';
import { eventOf, inquiry, sample } from './sender';

const EVENT = ['data', 'attributes'];
const ABOUT = [...EVENT, 'payload', 'data'];

describe('an event about an inquiry', () => {
	test.each([
		['inquiry.approved', 'approved', 'approved', null],
		['inquiry.declined', 'declined', 'rejected', 'declined'],
		['inquiry.failed', 'failed', 'rejected', 'declined'],
		['inquiry.expired', 'expired', 'other', 'expired'],
		['inquiry.created', 'created', 'pending', 'started'],
		['inquiry.started', 'pending', 'pending', 'started'],
		['inquiry.completed', 'completed', 'pending', 'in_review'],
		['inquiry.marked-for-review', 'needs_review', 'pending', 'in_review'],
		['inquiry.marked-for-review', 'needs review', 'pending', 'in_review'],
		['inquiry.marked-for-review', 'needs-review', 'pending', 'in_review'],
		['inquiry.transitioned', 'pending', 'pending', 'started'],
		['inquiry.completed', 'approved', 'approved', null],
		['inquiry.approved', 'something_new', 'other', 'unknown'],
		['inquiry.something-new', 'approved', 'other', 'unknown'],
	])('%s, now %s, is %s, %s', async (name, word, status, reason) => {
		const payload = inquiry(name, word);
		expect(await eventOf(payload)).toStrictEqual({
			provider: 'persona',
			receivedAt: '2026-03-04T05:06:07.089Z',
			status,
			reason,
			decidedBy: null,
			check: null,
			eventId: 'evt_XGuYWp7WuDzNxie5z16s7sGJ',
			eventType: name,
			providerStatus: word,
			verificationId: 'inq_2CVZ4HyVg7qaboXz2PUHknAn',
			externalId: 'Zo\u00eb/7',
			subject: { id: 'act_8', email: 'zoe@example.com', phone: '+4915112345678', name: 'Zo\u00eb M\u00fcller' },
			occurredAt: '2026-03-04T05:05:00.100Z',
			payload,
		});
	});

	test.each(['inquiry.completed', 'inquiry.approved', 'inquiry.transitioned', 'inquiry.created'])(
		'%s never approves an inquiry that is completed',
		async (name) => {
			expect(await eventOf(inquiry(name, 'completed'))).toMatchObject({ status: 'pending', reason: 'in_review' });
		},
	);

	test.each([
		'inquiry.redacted',
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
		['report/watchlist.ready', 'report/watchlist', 'ready'],
		['account.created', 'account', 'approved'],
		['case.resolved', 'case', 'approved'],
		['inquiry-session.started', 'inquiry-session', 'active'],
		['inquiry.approved', 'inquiry-session', 'approved'],
		['inquiry.approved', 'Inquiry', 'approved'],
		['inquiry.approved', 'constructor', 'approved'],
		['something.new', 'something', 'approved'],
	])('%s, of type %s, is a notification', async (name, type, status) => {
		expect(await eventOf(inquiry(name, status, type))).toMatchObject({
			status: 'other',
			reason: 'notification',
			eventType: name,
			providerStatus: status,
		});
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
	const texts: Path[] = [
		[...ABOUT, 'attributes', 'status'],
		[...ABOUT, 'type'],
		[...EVENT, 'name'],
	];
	const objects: Path[] = [['data'], EVENT, [...EVENT, 'payload'], ABOUT, [...ABOUT, 'attributes']];

	test.each([
		...variants(sample, texts, { ...voids, ...strangers }),
		...variants(sample, objects, { ...voids, ...strangers }),
	])('is never approved: %s', async (_, payload) => {
		expect(await eventOf(payload)).toMatchObject({ status: 'other', decidedBy: null, payload });
	});

	test.each(variants(sample, texts, voids))('is not known: %s', async (_, payload) => {
		expect(await eventOf(payload)).toMatchObject({ reason: 'unknown' });
	});

	test('is passed on when everything is missing or of another type', async () => {
		for (const payload of [{}, { a: 1 }, { data: [] }, { data: { id: {}, attributes: 'inquiry.approved' } }]) {
			expect(await eventOf(payload)).toMatchObject({
				status: 'other',
				reason: 'unknown',
				eventType: 'unknown',
				providerStatus: null,
				verificationId: null,
				externalId: null,
				subject: { id: null, email: null, phone: null, name: null },
				occurredAt: null,
				payload,
			});
		}
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

describe('the event id', () => {
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
