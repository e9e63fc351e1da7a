import { humanos } from '../../nodes/Humanos/humanos';
import { MAX_BODY_BYTES } from '../../webhook/body';
import { SeenEvents } from '../../webhook/duplicates';
import { kycEvent } from '../../webhook/event';
import { approved } from '../../webhook/outcome';
import type { Authenticated, Provider, ProviderEvent, ReadContext } from '../../webhook/provider';
import { refuse } from '../../webhook/refusal';
import { receive, type Reception, type Result } from '../../webhook/receive';
import { hmac } from '../support/openssl';
import { deliver, expectRefusal, NOW } from '../support/reception';

/** What happens to a delivery, in the order in which it happens. */
let steps: string[];
let authenticated: Authenticated;
let read: (payload: Record<string, unknown>, context: ReadContext) => ProviderEvent[];
let store: SeenEvents;

const event = (eventId: string, selector = 'done'): ProviderEvent => ({
	...approved,
	selector,
	check: null,
	eventId,
	eventType: 'Done',
	providerStatus: 'ok',
	verificationId: 'v1',
	externalId: null,
	subject: { id: '1', email: null, phone: null, name: null },
	occurredAt: null,
	payload: { id: eventId },
});

const provider: Provider = {
	id: 'example',
	displayName: 'Example',
	facts: { documentation: [], readOn: '2026-01-01', authenticity: '', eventId: '', word: '', words: [] },
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
	store = new SeenEvents(100);
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
		seenEvents: { store, scope: 'node' },
		now: NOW,
		...changed,
		settings: { events: ['*'], tolerance: 300, includePayload: true, parameters: {}, ...settings },
	});
}

/** Receives, and accepts what is handed out. */
async function accept(changed: Changed = {}): Promise<readonly string[]> {
	const result = await receiveWith(changed);
	if (!result.ok || result.result !== 'accepted') throw new Error(JSON.stringify(result));
	result.claim?.settle(true);
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
			...{ status: 'approved', reason: null, decidedBy: null, check: null },
			...{ eventId: 'e1', eventType: 'Done', providerStatus: 'ok', verificationId: 'v1', externalId: null },
			subject: { id: '1', email: null, phone: null, name: null },
			...{ occurredAt: null, receivedAt: '2026-03-04T05:06:07.089Z', payload: { id: 'e1' } },
		};
		expect(result).toEqual({ ok: true, result: 'accepted', events: [expected], claim: expect.anything() });
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
		expect(await accept({ seenEvents: { store, scope: 'other node' } })).toEqual(['e1']);
	});

	it('are let in where they are wanted, and claim nothing', async () => {
		read = () => [event('e1'), event('e1')];
		expect(await accept({ seenEvents: null })).toEqual(['e1', 'e1']);
		expect(await receiveWith({ seenEvents: null })).toMatchObject({ result: 'accepted', claim: null });
		expect(steps).not.toContain('claim');
	});

	it('are let in when the first delivery came to nothing', async () => {
		const first = await receiveWith();
		if (!first.ok || first.result !== 'accepted') throw new Error('The first delivery was not accepted.');
		const second = receiveWith();
		first.claim?.settle(false);
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
