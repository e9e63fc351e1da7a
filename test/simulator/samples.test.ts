import { keyOf } from '../../simulator/simulate';
import { statuses, type KycEvent } from '../../webhook/event';
import { type DetailName, type Sample, type SampleDetails, type Samples, splitName } from '../../webhook/samples';
import { allSamples } from '../support/providers';
import { acceptedEvent, acceptedEvents, deliver, NOW } from '../support/reception';

const every: Readonly<Record<DetailName, string>> = {
	externalId: 'order-5122',
	id: 'person-17',
	email: 'ann.marie@example.org',
	phone: '+441632960961',
	name: 'Ann Marie Smith',
};

/** One detail at a time: a person of Humanos has one contact, by e-mail or by phone. */
function askedFor(name: DetailName): SampleDetails {
	return name === 'externalId' ? { externalId: every.externalId } : { subject: { [name]: every[name] } };
}

function told(event: KycEvent, name: DetailName): string | null {
	return name === 'externalId' ? event.externalId : event.subject[name];
}

async function eventOf({ provider, newSecrets, seal }: Samples, { create }: Sample, details: SampleDetails = {}) {
	const secrets = newSecrets();
	return acceptedEvent(await deliver(provider, secrets, await seal(create(details), secrets, NOW)));
}

describe.each(allSamples.map((samples) => [samples.provider.displayName, samples] as const))('%s', (_, samples) => {
	const all = samples.samples.map((sample) => [keyOf(sample), sample] as const);

	test.each(all)('sends %s, which is accepted as what it claims to be', async (__, sample) => {
		const event = await eventOf(samples, sample);
		expect(event.status).toBe(sample.status);
		// Trusthub has no name for an event but its status, which the item writes in lower case.
		expect([event.eventType, event.providerStatus]).toContain(sample.name);
	});

	test.each(all)('sends %s each time as another event', async (__, sample) => {
		const [one, other] = [await eventOf(samples, sample), await eventOf(samples, sample)];
		expect(one.eventId).not.toBe(other.eventId);
	});

	test('tells the present time, where it tells when something happened', async () => {
		const { provider, newSecrets, seal } = samples;
		const secrets = newSecrets();
		for (const [, { create }] of all) {
			jest.useFakeTimers({ now: Date.parse('2031-05-06T07:08:09Z') });
			const payload = create({});
			jest.useRealTimers();
			const { occurredAt } = acceptedEvent(await deliver(provider, secrets, await seal(payload, secrets, NOW)));
			// Where the time of sending counts, it is signed.
			const isSigned = Math.abs(Date.parse(occurredAt ?? '') - NOW) < 1000;
			if (occurredAt !== null && !isSigned) expect(occurredAt).toMatch(/^2031-05-06T07:08:09/);
		}
	});

	test('has a sample of each status, and none twice', () => {
		expect(new Set(samples.samples.map(({ status }) => status)).size).toBeGreaterThanOrEqual(3);
		expect(samples.samples[0]?.status).toBe('approved');
		expect(new Set(samples.samples.map(keyOf)).size).toBe(samples.samples.length);
		for (const { status } of samples.samples) expect(statuses).toContain(status);
	});

	test('tells the details that it has a place for, and no others', async () => {
		const found = new Set<string>();
		for (const name of Object.keys(every) as DetailName[]) {
			for (const sample of samples.samples) {
				if (told(await eventOf(samples, sample, askedFor(name)), name) === every[name]) found.add(name);
			}
		}
		expect([...found]).toEqual(samples.details);
	});

	test('says whether it has a signature header', async () => {
		const { headers } = await samples.seal({}, samples.newSecrets(), NOW);
		expect(Object.keys(headers).length === 0).toBe(samples.bodyOnly ?? false);
	});
});

describe('the providers whose deliveries carry several events', () => {
	const several = allSamples.filter(({ sealSeveral }) => sealSeveral);

	test('are those that document it', () => {
		expect(several.map(({ provider }) => provider.id)).toEqual(['truora']);
	});

	test.each(several.map((samples) => [samples.provider.displayName, samples] as const))('%s', async (_, samples) => {
		const secrets = samples.newSecrets();
		const payloads = samples.samples.map(({ create }) => create({}));
		const sealed = await samples.sealSeveral?.(payloads, secrets, NOW);
		const events = acceptedEvents(await deliver(samples.provider, secrets, sealed ?? { body: '' }));
		expect(events.map(({ status }) => status)).toEqual(samples.samples.map(({ status }) => status));
	});
});

test.each([
	['Ann Marie Smith', { first: 'Ann Marie', last: 'Smith' }],
	['Plato', { first: null, last: 'Plato' }],
	[null, { first: null, last: null }],
	[undefined, { first: 'Jane', last: 'Müller' }],
])('the name %j is split into %j', (name, split) => {
	expect(splitName(name)).toEqual(split);
});
