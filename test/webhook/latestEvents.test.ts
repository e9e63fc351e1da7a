import { LatestEvents } from '../../webhook/latestEvents';
import { approved, declined, inReview, notification, outdated, partial, started } from '../../webhook/outcome';
import type { ProviderEvent } from '../../webhook/provider';

const [EARLY, LATER, LATEST] = ['2026-03-04T05:00:00.000Z', '2026-03-04T05:00:00.001Z', '2026-03-04T06:00:00.000Z'];

function event(
	outcome: typeof approved,
	occurredAt: string | null,
	verificationId: string | null = 'v1',
	sequence?: string,
) {
	return { ...outcome, occurredAt, verificationId, sequence, check: null, providerStatus: 'word' } as ProviderEvent;
}

const NOW = Date.parse(LATEST);

let latest: LatestEvents;
beforeEach(() => {
	latest = new LatestEvents({ perScope: 10, total: 10 });
});
const note = (...events: ProviderEvent[]) => latest.note('node', events, NOW);

it.each([
	['a pending behind an approval', approved, inReview],
	['a replayed approval behind a rejection', declined, approved],
	['a rejection behind a pending', inReview, declined],
] as const)('%s is outdated, its own word as it was sent', (_, later, early) => {
	note(event(later, LATER));
	expect(note(event(early, EARLY)).events).toEqual([{ ...event(early, EARLY), ...outdated }]);
	expect(note(event(later, LATER)).events).toEqual([event(later, LATER)]);
});

it.each([
	['of the same time', event(declined, LATER)],
	['later', event(declined, LATEST)],
	['of no time', event(declined, null)],
	['of another verification', event(declined, EARLY, 'v2')],
	['of another person under the same id', event(declined, EARLY, 'v1', 'v1 person 2')],
	['of no verification', event(declined, EARLY, null)],
	['that decides nothing', event(notification, EARLY)],
])('an event %s is as it is', (_, other) => {
	note(event(approved, LATER));
	expect(note(other).events).toEqual([other]);
});

it('what decides nothing makes nothing outdated', () => {
	note(event(notification, LATEST));
	expect(note(event(approved, EARLY)).events).toEqual([event(approved, EARLY)]);
});

it('keeps scopes apart', () => {
	note(event(approved, LATER));
	expect(latest.note('other node', [event(declined, EARLY)], NOW).events).toEqual([event(declined, EARLY)]);
});

it('tells late events within one delivery too', () => {
	const { events } = note(event(approved, LATER), event(inReview, EARLY), event(declined, LATEST));
	expect(events.map(({ reason }) => reason)).toEqual([null, 'outdated', 'declined']);
});

it('takes back what was not accepted after all', () => {
	note(event(inReview, EARLY));
	note(event(declined, LATEST), event(approved, LATER, 'v2')).settle(false);
	expect(note(event(approved, LATER)).events[0]?.status).toBe('approved');
	expect(note(event(approved, EARLY, 'v2')).events[0]?.status).toBe('approved');
	expect(note(event(inReview, EARLY)).events[0]?.reason).toBe('outdated');
});

it('does not take back what a later event has replaced', () => {
	const first = note(event(approved, LATER));
	note(event(declined, LATEST));
	first.settle(false);
	expect(note(event(approved, LATER)).events[0]?.reason).toBe('outdated');
});

it('takes back several events of one verification, also where the last is the oldest', () => {
	note(event(approved, EARLY), event(declined, LATER), event(approved, LATEST)).settle(false);
	expect(note(event(inReview, EARLY)).events[0]?.status).toBe('pending');
});

it.each([
	['a refusal', declined],
	['an approval', approved],
])('%s comes out behind a later part: what tells of the whole must not be lost', (_, decision) => {
	note(event(partial, LATER)).settle(true);
	expect(note(event(decision, EARLY)).events[0]?.status).toBe(decision.status);
});

describe('behind a later check that is pending', () => {
	const pendingCheck = { ...event(started, LATER), check: { name: 'Selfie', status: 'pending' } } as ProviderEvent;

	it('a refusal comes out: the person is refused as a whole', () => {
		note(pendingCheck).settle(true);
		expect(note(event(declined, EARLY)).events[0]?.status).toBe('rejected');
	});

	it('an approval is outdated: the check is no longer passed', () => {
		note(pendingCheck).settle(true);
		expect(note(event(approved, EARLY)).events[0]?.reason).toBe('outdated');
	});

	it('an approval comes out when the pending check was not accepted', () => {
		note(pendingCheck).settle(false);
		expect(note(event(approved, EARLY)).events[0]?.status).toBe('approved');
	});
});

it('a part that is late is outdated', () => {
	note(event(approved, LATER)).settle(true);
	expect(note(event(partial, EARLY)).events[0]?.reason).toBe('outdated');
});

it('a time far ahead of now makes nothing late', () => {
	for (const ahead of ['9999-01-01T00:00:00.000Z', '2026-03-05T06:00:00.001Z']) {
		note(event(approved, ahead)).settle(true);
		expect(note(event(declined, LATEST)).events[0]?.status).toBe('rejected');
	}
	note(event(approved, '2026-03-05T06:00:00.000Z')).settle(true);
	expect(note(event(declined, LATEST)).events[0]?.reason).toBe('outdated');
});

it('keeps a time that one of two deliveries with it was accepted for', () => {
	const [first, second] = [note(event(declined, LATER)), note(event(declined, LATER))];
	first.settle(false);
	second.settle(true);
	expect(note(event(approved, EARLY)).events[0]?.reason).toBe('outdated');
});

it('keeps such a time too where an earlier one of the verification is known', () => {
	note(event(inReview, EARLY)).settle(true);
	const [first, second] = [note(event(declined, LATEST)), note(event(declined, LATEST))];
	first.settle(false);
	second.settle(true);
	expect(note(event(approved, LATER)).events[0]?.reason).toBe('outdated');
});
