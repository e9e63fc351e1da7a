import { humanos } from '../../nodes/Humanos/humanos';
import { MAX_BODY_BYTES } from '../../webhook/body';
import { SeenEvents } from '../../webhook/duplicates';
import { kycEvent, statuses } from '../../webhook/event';
import { LatestEvents } from '../../webhook/latestEvents';
import { approved, declined, inReview } from '../../webhook/outcome';
import {
	MAX_EVENTS,
	type Authenticated,
	type Provider,
	type ProviderEvent,
	type ReadContext,
} from '../../webhook/provider';
import { refuse } from '../../webhook/refusal';
import { receive, type Reception, type Result } from '../../webhook/receive';
import { hmac } from '../support/crypto';
import { deliver, expectRefusal, NOW } from '../support/reception';

/** What happens to a delivery, in the order in which it happens. */
let steps: string[];
let authenticated: Authenticated;
let read: (payload: Record<string, unknown>, context: ReadContext) => ProviderEvent[];
let store: SeenEvents;

const event = (eventId: string, selector = 'done'): ProviderEvent => ({
	...approved,
	selector,
	environment: null,
	check: null,
	eventId,
	eventType: 'Done',
	providerStatus: 'ok',
	verificationId: 'v1',
	externalId: null,
	subject: { id: '1', type: null, email: null, phone: null, name: null },
	occurredAt: null,
	payload: { id: eventId },
});

const provider: Provider = {
	id: 'example',
	displayName: 'Example',
	credential: { type: 'exampleWebhookApi', fields: [{ name: 'key', label: 'Key', required: true }] },
	authenticate(delivery, secrets, clock) {
		steps.push('authenticate');
		authenticateArguments = { delivery, secrets, clock };
		return authenticated;
	},
	read(payload, context) {
		steps.push('read');
		return read(payload, context);
	},
};
let authenticateArguments: object;

beforeEach(() => {
	steps = [];
	authenticated = { ok: true, payload: Buffer.from('{"id":"1"}') };
	read = () => [event('e1')];
	store = new SeenEvents({ perScope: 100, total: 100 });
	const { claim } = store;
	store.claim = (...parameters) => {
		steps.push('claim');
		return claim.apply(store, parameters);
	};
});

interface Changed extends Partial<Omit<Reception, 'settings'>> {
	readonly settings?: Partial<Reception['settings']>;
}

function receiveWith({ settings, ...changed }: Changed = {}): Promise<Result> {
	return receive(provider, {
		request: { rawBody: Buffer.from('raw'), readRawBody: async () => {}, headers: { 'x-a': 'b' } },
		credential: { key: 'k' },
		scope: 'node',
		seenEvents: store,
		latestEvents: null,
		now: NOW,
		...changed,
		settings: {
			...{ events: ['*'], statuses, testsAreLive: false, tolerance: 300, includePayload: true, parameters: {} },
			...settings,
		},
	});
}

/** Receives, and accepts what is handed out. */
async function accept(changed: Changed = {}): Promise<readonly string[]> {
	const result = await receiveWith(changed);
	if (!result.ok || result.result !== 'accepted') throw new Error(JSON.stringify(result));
	result.settle(true);
	return result.events.map(({ eventId }) => eventId);
}

const tooLarge = { rawBody: Buffer.alloc(MAX_BODY_BYTES + 1), readRawBody: async () => {}, headers: {} };
const unreadable = { readRawBody: () => Promise.reject(new Error('aborted')), headers: {} };

describe('an accepted delivery', () => {
	it('is authenticated, read and then claimed, in this order', async () => {
		await accept();
		expect(steps).toEqual(['authenticate', 'read', 'claim']);
	});

	it('puts out items of the contract, with all fields and nothing else', async () => {
		const result = await receiveWith();
		const expected = {
			provider: 'example',
			...{ status: 'approved', reason: null, decidedBy: null, environment: null, check: null },
			...{ eventId: 'e1', eventType: 'Done', providerStatus: 'ok', verificationId: 'v1', externalId: null },
			subject: { id: '1', type: null, email: null, phone: null, name: null },
			...{ occurredAt: null, receivedAt: '2026-03-04T05:06:07.089Z', payload: { id: 'e1' } },
		};
		expect(result).toMatchObject({ ok: true, result: 'accepted', events: [expected] });
		expect(Object.keys(expected).sort()).toEqual(Object.keys(kycEvent.shape).sort());
	});

	it('leaves out the payload when it is not wanted', async () => {
		const result = await receiveWith({ settings: { includePayload: false } });
		expect(result.ok && result.result === 'accepted' && Object.keys(result.events[0] ?? {})).not.toContain('payload');
	});

	it('hands the raw body, the headers, the secrets and the clock to the provider', async () => {
		const rawBody = Buffer.from('raw');
		const request = { rawBody, readRawBody: async () => {}, headers: { 'x-a': 'b' } };
		await accept({ request, settings: { tolerance: 7 } });
		expect(authenticateArguments).toEqual({
			delivery: { rawBody, headers: { 'x-a': 'b' } },
			secrets: { key: 'k' },
			clock: { now: NOW, tolerance: 7 },
		});
	});

	it('hands the payload that was authenticated to the reader, not the body', async () => {
		authenticated = { ok: true, payload: Buffer.from('{"id":"2"}'), signedId: 'msg_1' };
		const contexts: ReadContext[] = [];
		read = (payload, context) => {
			expect(payload).toEqual({ id: '2' });
			contexts.push(context);
			return [event(context.fingerprint())];
		};
		const ids = await accept({ settings: { parameters: { approvedWhen: 'eachCheck' } } });
		expect(contexts).toMatchObject([{ parameters: { approvedWhen: 'eachCheck' }, signedId: 'msg_1' }]);
		expect(ids).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/)]);
	});

	it('has no signed id where the provider has none, and a fingerprint of its payload', async () => {
		read = (_, { signedId, fingerprint }) => [event(`${signedId} ${fingerprint()}`)];
		const [first] = await accept();
		expect(first).toMatch(/^null /);
		await expect(receiveWith()).resolves.toEqual({ ok: true, result: 'duplicate' });
		authenticated = { ok: true, payload: Buffer.from('{"id":"1" }') };
		expect(await accept()).not.toEqual([first]);
	});
});

describe('the way of a delivery', () => {
	it.each([
		['body_too_large', { request: tooLarge, credential: null }, []],
		['body_unreadable', { request: unreadable, credential: null }, []],
		['credential_invalid', { credential: null }, []],
		['credential_invalid', { credential: {} }, []],
		['credential_invalid', { credential: { key: 'k ' } }, []],
	] as const)('ends with %s before anything is authenticated (%#)', async (code, changed, expected) => {
		authenticated = refuse('signature_mismatch', 'Wrong.');
		expectRefusal(await receiveWith(changed), code);
		expect(steps).toEqual(expected);
	});

	it('ends with the refusal of the provider before anything is read', async () => {
		authenticated = refuse('timestamp_outside_tolerance', 'Stale.');
		expect(await receiveWith({ settings: { events: [] } })).toBe(authenticated);
		expect(steps).toEqual(['authenticate']);
	});

	it.each([
		['no JSON', 'id=1'],
		['nothing', ''],
		['a list', '[]'],
		['a number', '1'],
		['null', 'null'],
		['bytes that are no UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d])],
	])('ends with payload_unreadable when what is authentic is %s', async (_, payload) => {
		authenticated = { ok: true, payload: Buffer.from(payload) };
		expectRefusal(await receiveWith({ settings: { events: [] } }), 'payload_unreadable');
		expect(steps).toEqual(['authenticate']);
	});

	it('ignores an event that is not selected, before it is looked up among those seen', async () => {
		await accept();
		steps = [];
		expect(await receiveWith({ settings: { events: ['other'] } })).toEqual({ ok: true, result: 'ignored' });
		expect(await receiveWith({ settings: { events: [] } })).toEqual({ ok: true, result: 'ignored' });
		expect(steps).not.toContain('claim');
	});

	it('lets an ignored event in once it is selected', async () => {
		await receiveWith({ settings: { events: ['other'] } });
		expect(await accept({ settings: { events: ['other', 'done'] } })).toEqual(['e1']);
	});

	it('ignores a delivery that tells no event', async () => {
		read = () => [];
		expect(await receiveWith()).toEqual({ ok: true, result: 'ignored' });
	});

	it('takes the selected ones of several events', async () => {
		read = () => [event('e1', 'a'), event('e2', 'b'), event('e3', 'a')];
		expect(await accept({ settings: { events: ['a'] } })).toEqual(['e1', 'e3']);
		expect(await accept({ settings: { events: ['*'] } })).toEqual(['e2']);
	});
});

describe('a delivery that is encrypted and signed with a time', () => {
	const credential = {
		signatureSecret: 'signature secret',
		encryptionSecret: Buffer.alloc(32).toString('base64'),
		encryptionSalt: 'salt',
	};
	const body = '{"iv":"AAAA","data":"AAAA","tag":"AAAA"}';
	const sentAt = (time: number, key = credential.signatureSecret) => {
		const headers = { 'x-timestamp': String(time), 'x-signature': hmac(key, `${time}.${body}`).toString('hex') };
		return deliver(humanos, credential, { body, headers });
	};

	it.each([
		['signature_mismatch', 'forged, stale and undecryptable', NOW - 400_000, 'other'],
		['signature_mismatch', 'forged and undecryptable', NOW, 'other'],
		['timestamp_outside_tolerance', 'stale and undecryptable', NOW - 400_000, undefined],
		['timestamp_outside_tolerance', 'signed ahead of its time and undecryptable', NOW + 400_000, undefined],
		['decryption_failed', 'undecryptable', NOW, undefined],
	] as const)('is refused with %s when it is %s', async (code, _, time, key) => {
		expectRefusal(await sentAt(time, key), code);
	});
});

describe('duplicates', () => {
	it('are told from new events, also within one delivery', async () => {
		read = () => [event('e1'), event('e2'), event('e1')];
		expect(await accept()).toEqual(['e1', 'e2']);
		read = () => [event('e2'), event('e3')];
		expect(await accept()).toEqual(['e3']);
		expect(await receiveWith()).toEqual({ ok: true, result: 'duplicate' });
	});

	it('are kept apart by scope', async () => {
		await accept();
		expect(await accept({ scope: 'other node' })).toEqual(['e1']);
	});

	it('are let in where they are wanted, and claim nothing', async () => {
		read = () => [event('e1'), event('e1')];
		expect(await accept({ seenEvents: null })).toEqual(['e1', 'e1']);
		expect(await receiveWith({ seenEvents: null })).toMatchObject({ result: 'accepted' });
		expect(steps).not.toContain('claim');
	});

	it('are let in when the first delivery came to nothing', async () => {
		const first = await receiveWith();
		if (!first.ok || first.result !== 'accepted') throw new Error('The first delivery was not accepted.');
		const second = receiveWith();
		first.settle(false);
		expect(await second).toMatchObject({ result: 'accepted' });
	});

	it('of a forged delivery are never counted', async () => {
		const trusted = authenticated;
		authenticated = refuse('signature_mismatch', 'Wrong.');
		await receiveWith();
		authenticated = trusted;
		expect(await accept()).toEqual(['e1']);
	});
});

describe('the statuses that start the workflow', () => {
	const told = [approved, declined, inReview].map((outcome, index) => ({ ...event(`e${index}`), ...outcome }));

	it.each([
		[['approved'], ['e0']],
		[
			['pending', 'rejected'],
			['e1', 'e2'],
		],
		[[...statuses], ['e0', 'e1', 'e2']],
	] as const)('%j let those events out', async (wanted, expected) => {
		read = () => told;
		expect(await accept({ settings: { statuses: wanted } })).toEqual(expected);
	});

	it('let nothing out, and nothing be remembered, of an event of another', async () => {
		expect(await receiveWith({ settings: { statuses: ['rejected'] } })).toEqual({ ok: true, result: 'ignored' });
		expect(await accept()).toEqual(['e1']);
	});
});

describe('a test delivery', () => {
	beforeEach(() => {
		read = () => [{ ...event('e1'), environment: 'test' }];
	});

	it('is other, with its own word', async () => {
		const result = await receiveWith();
		expect(result).toMatchObject({
			events: [{ status: 'other', reason: 'test', decidedBy: null, environment: 'test', providerStatus: 'ok' }],
		});
	});

	it('is what it says where the user wants that', async () => {
		const result = await receiveWith({ settings: { testsAreLive: true } });
		expect(result).toMatchObject({ events: [{ status: 'approved', reason: null, environment: 'test' }] });
	});

	it('is selected as what it comes out as', async () => {
		expect(await receiveWith({ settings: { statuses: ['approved'] } })).toEqual({ ok: true, result: 'ignored' });
		expect(await accept({ settings: { statuses: ['other'] } })).toEqual(['e1']);
	});
});

describe('a late event', () => {
	const at = (eventId: string, occurredAt: string, outcome = approved) => ({
		...event(eventId),
		...outcome,
		occurredAt,
	});
	const [early, late] = ['2026-03-04T05:00:00.000Z', '2026-03-04T05:00:01.000Z'];
	let latestEvents: LatestEvents;
	beforeEach(() => {
		latestEvents = new LatestEvents({ perScope: 10, total: 10 });
	});

	it.each([
		['that was accepted', {}],
		['that was not selected', { settings: { events: ['other'] } }],
		['whose status was not selected', { settings: { statuses: ['other'] } }],
	] as const)('is other when it is older than one %s', async (_, changed) => {
		read = () => [at('e2', late, declined)];
		const first = await receiveWith({ latestEvents, ...changed });
		if (first.ok && first.result === 'accepted') first.settle(true);
		read = () => [at('e1', early)];
		const again = { seenEvents: null };
		expect(await receiveWith({ ...again, latestEvents })).toMatchObject({
			events: [{ status: 'other', reason: 'outdated' }],
		});
		expect(await receiveWith(again)).toMatchObject({ events: [{ status: 'approved' }] });
	});

	it('is as it is when the one after it came to nothing', async () => {
		for (const seenEvents of [store, null]) {
			read = () => [at('e2', late, declined)];
			const first = await receiveWith({ latestEvents, seenEvents });
			if (first.ok && first.result === 'accepted') first.settle(false);
			read = () => [at('e1', early)];
			const second = await receiveWith({ latestEvents, seenEvents });
			expect(second).toMatchObject({ events: [{ status: 'approved' }] });
			if (second.ok && second.result === 'accepted') second.settle(false);
		}
	});

	it('is not made late by a test', async () => {
		read = () => [{ ...at('e2', late), environment: 'test' }];
		await accept({ latestEvents });
		read = () => [at('e1', early)];
		expect(await receiveWith({ latestEvents })).toMatchObject({ events: [{ status: 'approved' }] });
	});

	it('is told when it gets its turn, not when it comes in', async () => {
		read = () => [at('e1', early)];
		const first = await receiveWith({ latestEvents });
		const second = receiveWith({ latestEvents });
		await new Promise((resolve) => setImmediate(resolve));
		read = () => [at('e2', late, declined)];
		await accept({ latestEvents });
		if (first.ok && first.result === 'accepted') first.settle(false);
		expect(await second).toMatchObject({ events: [{ eventId: 'e1', status: 'other', reason: 'outdated' }] });
	});

	it('is told by a copy that was accepted, whatever became of the one before', async () => {
		read = () => [at('e2', late, declined)];
		const first = await receiveWith({ latestEvents });
		const second = receiveWith({ latestEvents });
		if (first.ok && first.result === 'accepted') first.settle(false);
		const accepted = await second;
		if (accepted.ok && accepted.result === 'accepted') accepted.settle(true);
		read = () => [at('e1', early)];
		expect(await receiveWith({ latestEvents })).toMatchObject({ events: [{ reason: 'outdated' }] });
	});

	it('is not selected any more where its status is not', async () => {
		read = () => [at('e2', late, declined)];
		await accept({ latestEvents });
		read = () => [at('e1', early)];
		const settings = { statuses: ['approved'] } as const;
		expect(await receiveWith({ latestEvents, settings })).toEqual({ ok: true, result: 'ignored' });
		expect(await accept({ latestEvents })).toEqual(['e1']);
	});

	it('is taken once where only what is late is selected', async () => {
		read = () => [at('e2', late, declined)];
		await accept({ latestEvents });
		read = () => [at('e1', early)];
		const settings = { statuses: ['other'] } as const;
		expect(await accept({ latestEvents, settings })).toEqual(['e1']);
		expect(await receiveWith({ latestEvents, settings })).toEqual({ ok: true, result: 'duplicate' });
	});

	it('is still a duplicate when it was accepted before', async () => {
		read = () => [at('e1', early)];
		await accept({ latestEvents });
		read = () => [at('e2', late)];
		await accept({ latestEvents });
		read = () => [at('e1', early)];
		expect(await receiveWith({ latestEvents })).toEqual({ ok: true, result: 'duplicate' });
	});
});

describe('a delivery of many events', () => {
	const many = (count: number) => Array.from({ length: count }, (_, index) => event(`e${index}`));

	it('is taken up to 1,000 of them, and refused beyond', async () => {
		expect(MAX_EVENTS).toBe(1000);
		read = () => many(1000);
		expect(await accept()).toHaveLength(1000);
		read = () => many(1001);
		expectRefusal(await receiveWith(), 'payload_unreadable');
	});

	it('makes its fingerprint once', async () => {
		const fingerprints: string[] = [];
		authenticated = { ok: true, payload: Buffer.alloc(900_000, ' ').fill('{}', 0, 2) };
		read = (_, { fingerprint }) => {
			for (let index = 0; index < 20_000; index++) fingerprints.push(fingerprint());
			return [event('e1')];
		};
		const before = process.cpuUsage();
		await accept();
		expect(process.cpuUsage(before).user).toBeLessThan(2_000_000);
		expect(new Set(fingerprints).size).toBe(1);
	});
});
