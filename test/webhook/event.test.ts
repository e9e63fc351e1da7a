import { kycEvent, statuses, subject } from '../../webhook/event';

const event = {
	provider: 'truora',
	status: 'approved',
	reason: null,
	decidedBy: null,
	environment: null,
	check: null,
	eventId: 'HKE1',
	eventType: 'identity_process',
	providerStatus: 'success',
	verificationId: 'IDP1',
	externalId: null,
	subject: { id: 'customer-7', type: null, email: null, phone: null, name: null },
	occurredAt: '2024-10-11T00:00:00.000Z',
	receivedAt: '2024-10-11T00:00:01.000Z',
	payload: { id: 'HKE1' },
};

const isItem = (changed: object) => kycEvent.safeParse({ ...event, ...changed }).success;

describe('the item', () => {
	it('is as the contract has it', () => {
		expect(kycEvent.parse(event)).toEqual(event);
		expect(isItem({ check: { name: null, status: 'pending' }, reason: 'overridden', decidedBy: 'manual' })).toBe(true);
	});

	it('may go without the payload, and without no other field', () => {
		for (const name of Object.keys(event)) {
			const rest = Object.fromEntries(Object.entries(event).filter(([key]) => key !== name));
			expect([name, kycEvent.safeParse(rest).success]).toEqual([name, name === 'payload']);
		}
	});

	it.each(['constructor', 'toString', 'prototype', 'length', ''])('may have a payload with a key %j', (key) => {
		expect(isItem({ payload: { [key]: { a: 1 } } })).toBe(true);
	});

	it('knows the reasons of the contract', () => {
		const reasons =
			'started partial in_review declined fraud overridden expired canceled abandoned revoked resubmission provider_error delivery_failed scored notification alert test outdated unknown';
		for (const reason of reasons.split(' ')) expect([reason, isItem({ reason })]).toEqual([reason, true]);
	});

	it.each([
		['a field that the contract does not have', { extra: 1 }],
		['a status that the contract does not have', { status: 'APPROVED' }],
		['a reason that the contract does not have', { reason: 'because' }],
		['a decider that the contract does not have', { decidedBy: 'nobody' }],
		['a check without a status', { check: { name: 'email' } }],
		['an environment that the contract does not have', { environment: 'sandbox' }],
		['a subject with fewer fields', { subject: { id: '1' } }],
		['a subject of another type', { subject: { ...event.subject, type: 'robot' } }],
		['a subject with more fields', { subject: { ...event.subject, iban: null } }],
		['a time with an offset', { occurredAt: '2024-10-11T00:00:00+02:00' }],
		['a time that is a number', { occurredAt: 1728604800 }],
		['no time of receipt', { receivedAt: null }],
		['an event without an id', { eventId: null }],
		['a payload that is a list', { payload: [] }],
	])('does not have %s', (_, changed) => {
		expect(isItem(changed)).toBe(false);
	});

	it('comes out by four outputs, in this order', () => {
		expect(statuses).toEqual(['other', 'approved', 'rejected', 'pending']);
	});
});

describe('subject', () => {
	it('has null for what is not known', () => {
		expect(subject({})).toEqual({ id: null, type: null, email: null, phone: null, name: null });
		expect(subject({ id: '1', email: 'a@b' })).toEqual({ id: '1', type: null, email: 'a@b', phone: null, name: null });
	});
});
