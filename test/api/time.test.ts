import { parseTime } from '../../api/time';

describe('a time that a user gives', () => {
	it.each([
		['2026-11-28T10:00:00Z', 'Asia/Tokyo', '2026-11-28T10:00:00Z'],
		['2026-11-28T10:00:00+02:00', 'Asia/Tokyo', '2026-11-28T08:00:00Z'],
		['2026-11-28T10:00:00', 'UTC', '2026-11-28T10:00:00Z'],
		['2026-11-28T10:00:00', 'Europe/Berlin', '2026-11-28T09:00:00Z'],
		['2026-07-01 10:00', 'Europe/Berlin', '2026-07-01T08:00:00Z'],
		['2026-07-01', 'America/New_York', '2026-07-01T04:00:00Z'],
		['2026-11-28T10:00:00.250', 'Asia/Kolkata', '2026-11-28T04:30:00.250Z'],
		// The clocks in Berlin: forward at 01:00 UTC on 29 March, back at 01:00 UTC on 25 October 2026.
		['2026-03-29T01:30:00', 'Europe/Berlin', '2026-03-29T00:30:00Z'],
		['2026-03-29T03:30:00', 'Europe/Berlin', '2026-03-29T01:30:00Z'],
		['2026-10-25T03:30:00', 'Europe/Berlin', '2026-10-25T02:30:00Z'],
	])('%s in %s is %s', (text, zone, utc) => {
		expect(parseTime(text, zone)).toBe(Date.parse(utc));
	});

	it.each(['yesterday', '28.11.2026', '1', '', '2026-13-01', '2026-11-28T25:00'])('is not %j', (text) => {
		expect(parseTime(text, 'UTC')).toBeNaN();
	});
});
