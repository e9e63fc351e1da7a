import { truora } from '../../../nodes/Truora/truora';
import { SeenEvents } from '../../../webhook/duplicates';
import { jwt } from '../../support/crypto';
import { strangers, variants, voids, without, type Path } from '../../support/payloads';
import { acceptedEvent, acceptedEvents, deliver, expectRefusal } from '../../support/reception';
import { inTime } from '../../support/cpu';
import { carry, credential, event, eventOf, eventsOf, sample, sendEvents } from './sender';

const validation = { ...event('document_validation', 'failed'), id: 'HKE5' };
const failure = { ...event('identity_process', 'failed', { status: 'failure' }), id: 'HKE7' };

describe('the list of events', () => {
	test('is one item each, in its order, with its own payload', async () => {
		const events = await eventsOf([sample, validation, failure]);
		expect(events.map(({ status, payload }) => ({ status, payload }))).toEqual([
			{ status: 'approved', payload: sample },
			{ status: 'pending', payload: validation },
			{ status: 'rejected', payload: failure },
		]);
	});

	test('loses only those that were seen before', async () => {
		const seenEvents = new SeenEvents({ perScope: 10, total: 10 });
		const take = async (events: unknown) => {
			const result = await deliver(truora, credential, sendEvents(events), { seenEvents });
			if (result.ok && result.result === 'accepted') result.settle(true);
			return result;
		};
		const idsOf = async (events: unknown) => acceptedEvents(await take(events)).map(({ eventId }) => eventId);
		expect(await idsOf([sample])).toEqual([sample.id]);
		expect(await idsOf([validation, sample, failure])).toEqual(['HKE5', 'HKE7']);
		expect(await take([failure, sample])).toEqual({ ok: true, result: 'duplicate' });
		expect(
			await idsOf([
				{ ...sample, id: 'HKE9' },
				{ ...sample, id: 'HKE9' },
			]),
		).toEqual(['HKE9']);
	});

	test('may be of a thousand events, and no longer', async () => {
		const many = (count: number) => sendEvents(Array.from({ length: count }, (_, index) => ({ id: `HKE${index}` })));
		expect(acceptedEvents(await deliver(truora, credential, many(1000)))).toHaveLength(1000);
		for (const count of [1001, 16_000]) {
			expectRefusal(await deliver(truora, credential, many(count)), 'payload_unreadable');
		}
	});

	test('costs nothing when it is longer, however long it is', async () => {
		const fingerprint = jest.fn(() => 'f');
		const events = Array.from({ length: 16_000 }, () => ({ ...sample, id: undefined, timestamp: undefined }));
		const read = async () => truora.read({ events }, { parameters: {}, signedId: null, fingerprint });
		expect(await inTime(read)).toHaveLength(1001);
		expect(fingerprint.mock.calls.length).toBeLessThanOrEqual(10);
	});

	test('tells apart what is the same by its place, behind the one digest of the delivery', async () => {
		const nameless = { ...sample, id: undefined, timestamp: undefined };
		const events = await eventsOf(Array.from({ length: 100 }, () => nameless));
		const digests = events.map(({ eventId }) => /:([0-9a-f]{32}-\d+)$/.exec(eventId)?.[1]?.split('-') ?? []);
		expect(new Set(digests.map(([digest]) => digest)).size).toBe(1);
		expect(digests.map(([, index]) => index)).toEqual(Array.from({ length: 100 }, (_, index) => String(index)));
	});

	test('that is empty tells nothing', async () => {
		expect(await deliver(truora, credential, sendEvents([]))).toEqual({ ok: true, result: 'ignored' });
	});

	test.each([undefined, null, 5, 'events', true, {}, { 0: sample }, sample])(
		'that is no list is one unknown event, with the claims as payload: %j',
		async (events) => {
			const [only, ...more] = await eventsOf(events);
			expect(more).toEqual([]);
			expect(only).toMatchObject({ status: 'other', reason: 'unknown', eventType: 'unknown', verificationId: null });
			expect(only?.payload).toMatchObject({ iss: 'Truora', ...(events !== undefined && { events }) });
		},
	);

	test('keeps what is no event as an unknown one, each with an event id of its own', async () => {
		const list = [null, 5, 'succeeded', [], [sample], true, sample, {}];
		const events = await eventsOf(list);
		expect(events).toHaveLength(list.length);
		expect(events.filter(({ reason }) => reason === 'unknown')).toHaveLength(list.length - 1);
		expect(new Set(events.map(({ eventId }) => eventId)).size).toBe(list.length);
		for (const { payload } of events.slice(0, 6)) expect(payload).toMatchObject({ iss: 'Truora', events: list });
	});

	test.each([{ events: undefined }, { events: [5] }, { events: 'none' }])(
		'decides nothing when the claims themselves look like an event beside %j',
		async (claims) => {
			const [only] = await eventsOf(undefined, { ...sample, ...claims });
			expect(only).toMatchObject({ status: 'other', reason: 'unknown', eventType: 'unknown' });
		},
	);
});

describe('the object of an event', () => {
	test('may be JSON text', async () => {
		const asText = { ...sample, object: JSON.stringify({ ...sample.object, override_status: 'failure' }) };
		expect(await eventOf(asText)).toMatchObject({
			status: 'rejected',
			reason: 'overridden',
			providerStatus: 'success',
			verificationId: 'IDP3YeG65Lw',
			externalId: 'customer-7',
			payload: asText,
		});
	});

	test.each(['', 'text', '[]', 'null', '{"process_id":', 5, null, [], true])('may be no object: %j', async (object) => {
		expect(await eventOf({ ...sample, object })).toMatchObject({
			status: object === null ? 'approved' : 'other',
			providerStatus: 'succeeded',
			verificationId: null,
			externalId: null,
			eventId: sample.id,
		});
	});

	const ids = { process_id: 'IDP', identity_process_id: 'IDQ', validation_id: 'VLD', check_id: 'CHK' };
	test.each([
		[ids, 'IDP'],
		[{ ...ids, process_id: undefined }, 'IDQ'],
		[{ ...ids, process_id: null, identity_process_id: '' }, 'VLD'],
		[{ check_id: 'CHK' }, 'CHK'],
		[{ check_id: 7 }, '7'],
		[{}, null],
	])('names the verification: %j', async (object, verificationId) => {
		expect((await eventOf({ ...sample, object })).verificationId).toBe(verificationId);
	});

	const hexadecimal = 'a44a7a7b3c64184a35c56065e6fb7b79';
	test.each([
		['customer-7', 'customer-7', 'customer-7'],
		[`ACC${hexadecimal}`, `ACC${hexadecimal}`, null],
		[`ACC${hexadecimal.toUpperCase()}`, `ACC${hexadecimal.toUpperCase()}`, null],
		// Those of customers that look nearly like one of Truora's own.
		['ACCOUNT-77', 'ACCOUNT-77', 'ACCOUNT-77'],
		['ACCq8EyFGGa', 'ACCq8EyFGGa', 'ACCq8EyFGGa'],
		['ACC', 'ACC', 'ACC'],
		['ACC_000123', 'ACC_000123', 'ACC_000123'],
		[`acc${hexadecimal}`, `acc${hexadecimal}`, `acc${hexadecimal}`],
		[`ACC${hexadecimal}0`, `ACC${hexadecimal}0`, `ACC${hexadecimal}0`],
		[`ACC${hexadecimal.slice(1)}`, `ACC${hexadecimal.slice(1)}`, `ACC${hexadecimal.slice(1)}`],
		[`ACC${hexadecimal.slice(1)}g`, `ACC${hexadecimal.slice(1)}g`, `ACC${hexadecimal.slice(1)}g`],
		[`x-ACC${hexadecimal}`, `x-ACC${hexadecimal}`, `x-ACC${hexadecimal}`],
		['account', 'account', 'account'],
		[42, '42', '42'],
		['', null, null],
		[undefined, null, null],
	])('names the person: the account %j', async (account_id, id, externalId) => {
		const { subject, ...item } = await eventOf(event('identity_process', 'succeeded', { account_id }));
		expect({ subject, externalId: item.externalId }).toEqual({
			subject: { id, type: null, email: null, phone: null, name: null },
			externalId,
		});
	});

	const document = { details: { document_details: { name: 'JANE', last_name: 'DOE' } } };
	test.each([
		[
			{ email: 'jane@example.com', cell_phone: '+5255' },
			{ email: 'jane@example.com', phone: '+5255' },
		],
		[{ phone: '+5256' }, { phone: '+5256' }],
		[{ phone_number: '+5257' }, { phone: '+5257' }],
		[{ cell_phone: '', phone: '+5258' }, { phone: '+5258' }],
		[{ first_name: 'Jane', last_name: 'Doe' }, { name: 'Jane Doe' }],
		[{ first_name: 'Jane' }, { name: 'Jane' }],
		[{ first_name: null, last_name: 'Doe' }, { name: 'Doe' }],
		[{ first_name: '', last_name: [] }, {}],
		[document, { name: 'JANE DOE' }],
		[{ first_name: 'Jane', last_name: 'Roe', ...document }, { name: 'Jane Roe' }],
		[{ email: ['jane@example.com'], cell_phone: {}, details: 'none' }, {}],
	])('tells what is known of the person: %j', async (object, known) => {
		const { subject, eventId } = await eventOf(event('identity_process', 'succeeded', object));
		expect(subject).toEqual({ id: 'customer-7', type: null, email: null, phone: null, name: null, ...known });
		expect(eventId).toBe(sample.id);
	});

	test.each([
		['check', 'person', 'person'],
		['check', 'company', 'company'],
		['check', 'vehicle', null],
		['check', ['person'], null],
		['check', undefined, null],
		['document_validation', 'person', null],
		['identity_process', 'company', null],
	])('tells what a background check is about: %s of a %j', async (kind, type, expected) => {
		const { subject } = await eventOf(event(kind, 'created', { status: 'pending', type }));
		expect(subject.type).toBe(expected);
	});

	test.each([
		[{ status: 'success', validation_status: 'failure' }, 'success'],
		[{ validation_status: 'failure' }, 'failure'],
		[{ status: null, validation_status: '' }, 'succeeded'],
		[{}, 'succeeded'],
	])('has the word for the status: %j', async (object, providerStatus) => {
		expect((await eventOf({ ...sample, object })).providerStatus).toBe(providerStatus);
	});
});

describe('the event id', () => {
	const nameless = without(sample, 'id');

	test('is derived when the provider gives none', async () => {
		for (const id of [undefined, null, '', [], {}, true]) {
			expect((await eventOf({ ...nameless, id })).eventId).toBe(
				'truora:identity_process:succeeded:IDP3YeG65Lw:2024-10-11T00:00:00Z',
			);
		}
	});

	test('is one of its own when it cannot be derived, the same each time', async () => {
		const paths: Path[] = [['event_type'], ['event_action'], ['timestamp'], ['object'], ['object', 'process_id']];
		const payloads = [
			{},
			...[nameless, { ...nameless, version: '2' }].flatMap((base) => variants(base, paths, voids)),
		].map((entry) => (Array.isArray(entry) ? entry[1] : entry));
		const ids = new Set<string>();
		for (const payload of payloads) {
			const { eventId } = await eventOf(payload);
			expect((await eventOf(payload)).eventId).toBe(eventId);
			ids.add(eventId);
		}
		expect(ids.size).toBe(payloads.length);
		const together = await eventsOf(payloads);
		expect(new Set(together.map(({ eventId }) => eventId)).size).toBe(payloads.length);
	});
});

describe('an event of another shape', () => {
	const all = { ...voids, ...strangers };
	test.each(variants(sample, [['event_type'], ['event_action']], all))('approves nobody: %s', async (_, payload) => {
		expect(await eventOf(payload)).toMatchObject({ status: 'other', reason: 'unknown', payload });
	});

	const override: Path = ['object', 'override_status'];
	const { absent, null: nothing, ...wrong } = voids;

	test.each(variants(sample, [override], { ...strangers, ...wrong }))('approves nobody: %s', async (_, payload) => {
		expect(await eventOf(payload)).toMatchObject({ status: 'other', reason: 'unknown', payload });
	});

	test.each(variants(sample, [override], { absent, nothing }))('is no reversal: %s', async (_, payload) => {
		expect(await eventOf(payload)).toMatchObject({ status: 'approved', reason: null, payload });
	});

	const elsewhere: Path[] = [['id'], ['timestamp'], ['version'], ['object', 'process_id'], ['object', 'account_id']];
	test.each(variants(sample, elsewhere, all))('is passed on: %s', async (_, payload) => {
		expect(await eventOf(payload)).toMatchObject({ status: 'approved', reason: null, payload });
	});

	test('is passed on however JSON spells it', async () => {
		const fields = '"id":"a\\/b","event_type":"identity\\u005fprocess","event_action" : "succeeded"';
		const more = '"n":12345678901234567890,"x":1.0,"name":"José \\u00e9"';
		const claims = `\n{ "events":[{${fields},${more}}],\r\n"iss":"Tru\\u006fra"}`;
		const result = await deliver(truora, credential, carry(jwt(credential.signingKey, claims)));
		expect(acceptedEvent(result)).toMatchObject({
			status: 'approved',
			eventId: 'a/b',
			payload: { x: 1, name: 'José é' },
		});
	});
});
