import { LatestEvents } from '../../webhook/latestEvents';
import { approved, declined, inReview, notification, outdated } from '../../webhook/outcome';
import type { ProviderEvent } from '../../webhook/provider';

const [EARLY, LATER, LATEST] = ['2026-03-04T05:00:00.000Z', '2026-03-04T05:00:00.001Z', '2026-03-04T06:00:00.000Z'];

function event(
	outcome: typeof approved,
	occurredAt: string | null,
	verificationId: string | null = 'v1',
	sequence?: string,
) {
	return { ...outcome, occurredAt, verificationId, sequence, providerStatus: 'word' } as ProviderEvent;
}

let latest: LatestEvents;
beforeEach(() => {
	latest = new LatestEvents({ perScope: 10, total: 10 });
});
const note = (...events: ProviderEvent[]) => latest.note('node', events);

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
	expect(latest.note('other node', [event(declined, EARLY)]).events).toEqual([event(declined, EARLY)]);
});

it('tells late events within one delivery too', () => {
	const { events } = note(event(approved, LATER), event(inReview, EARLY), event(declined, LATEST));
	expect(events.map(({ reason }) => reason)).toEqual([null, 'outdated', 'declined']);
});

it('takes back what was not accepted after all', () => {
	note(event(inReview, EARLY));
	note(event(declined, LATEST), event(approved, LATER, 'v2')).undo();
	expect(note(event(approved, LATER)).events[0]?.status).toBe('approved');
	expect(note(event(approved, EARLY, 'v2')).events[0]?.status).toBe('approved');
	expect(note(event(inReview, EARLY)).events[0]?.reason).toBe('outdated');
});

it('does not take back what a later event has replaced', () => {
	const first = note(event(approved, LATER));
	note(event(declined, LATEST));
	first.undo();
	expect(note(event(approved, LATER)).events[0]?.reason).toBe('outdated');
});

it('takes back several events of one verification, also where the last is the oldest', () => {
	note(event(approved, EARLY), event(declined, LATER), event(approved, LATEST)).undo();
	expect(note(event(inReview, EARLY)).events[0]?.status).toBe('pending');
});
