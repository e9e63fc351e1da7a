/** @jest-environment ./test/webhook/elsewhere.mjs */
import fc from 'fast-check';
import { kycEvent } from '../../webhook/event';
import { isoTime, isoTimeOfUnixSeconds } from '../../webhook/time';

const { occurredAt } = kycEvent.shape;

describe('isoTime', () => {
	it('is tested where local time is not UTC', () => {
		expect(new Date(0).getTimezoneOffset()).not.toBe(0);
	});

	it.each([
		['2024-01-15T18:30:00.000Z', '2024-01-15T18:30:00.000Z'],
		['2024-01-15T18:30:00Z', '2024-01-15T18:30:00.000Z'],
		['2024-01-15T18:30:00.5Z', '2024-01-15T18:30:00.500Z'],
		['2024-01-15T18:30:00.123456789Z', '2024-01-15T18:30:00.123Z'],
		['2024-02-29T00:00:00Z', '2024-02-29T00:00:00.000Z'],
	])('reads %s', (text, iso) => {
		expect(isoTime(text)).toBe(iso);
	});

	it.each([
		['2025-10-08T23:55:09+00:00', '2025-10-08T23:55:09.000Z'],
		['2025-10-08T23:55:09-00:00', '2025-10-08T23:55:09.000Z'],
		['2025-10-08T23:55:09+02:00', '2025-10-08T21:55:09.000Z'],
		['2025-12-31T23:55:09-05:30', '2026-01-01T05:25:09.000Z'],
		['2025-10-08 23:55:09+02:00', '2025-10-08T21:55:09.000Z'],
		['2024-02-23 15:21:13+0000', '2024-02-23T15:21:13.000Z'],
		['2024-02-23T15:21:13.5-0530', '2024-02-23T20:51:13.500Z'],
	])('turns the offset of %s into UTC', (text, iso) => {
		expect(isoTime(text)).toBe(iso);
	});

	it.each([
		['2020-02-21 13:23:19.321', '2020-02-21T13:23:19.321Z'],
		['2020-02-21T13:23:19', '2020-02-21T13:23:19.000Z'],
		['2020-02-21 13:23:19', '2020-02-21T13:23:19.000Z'],
	])('takes %s, which has no offset, for UTC', (text, iso) => {
		expect(isoTime(text)).toBe(iso);
	});

	it.each([
		null,
		'',
		' ',
		'yesterday',
		'2024-01-15',
		'18:30:00',
		'1757160000',
		'2024-01-15  18:30:00Z',
		' 2024-01-15T18:30:00Z',
		'2024-01-15T18:30:00Z ',
		'2024-01-15T18:30:00Z\n',
		'2024-01-15T18:30:00 Z',
		'2024/01/15T18:30:00Z',
		'24-01-15T18:30:00Z',
		'15.01.2024 18:30',
		'Mon, 15 Jan 2024 18:30:00 GMT',
		'2024-W03-1T18:30:00Z',
	])('reads %j as no time', (text) => {
		expect(isoTime(text)).toBeNull();
	});

	it.each([
		'2024-02-30T00:00:00Z',
		'2023-02-29T00:00:00Z',
		'1900-02-29T00:00:00Z',
		'2024-04-31T00:00:00Z',
		'2024-13-01T00:00:00Z',
		'2024-00-10T00:00:00Z',
		'2024-01-00T00:00:00Z',
		'2024-01-32T00:00:00Z',
		'2024-01-15T24:00:00Z',
		'2024-01-15T18:60:00Z',
		'2024-01-15T18:30:60Z',
	])('knows that there is no %s', (text) => {
		expect(isoTime(text)).toBeNull();
	});

	it.each(['2024-01-15T18:30:00+24:00', '2024-01-15T18:30:00-99:99', '2024-01-15T18:30:00+02:60'])(
		'knows that there is no such offset as in %s',
		(text) => {
			expect(isoTime(text)).toBeNull();
		},
	);

	it.each(['0000-01-01T00:00:00+01:00', '9999-12-31T23:59:59-01:00'])(
		'has no year of five digits for %s, which falls out of the calendar in UTC',
		(text) => {
			expect(isoTime(text)).toBeNull();
		},
	);

	it('returns a time that an item may carry, or null, for anything', () => {
		const digits = (most: number) => fc.integer({ min: 0, max: most }).map((value) => String(value).padStart(2, '0'));
		const looksLikeATime = fc
			.tuple(
				digits(9999),
				digits(13),
				digits(32),
				fc.constantFrom('T', ' '),
				digits(24),
				digits(60),
				digits(61),
				fc.constantFrom('', 'Z', '+', '-'),
				digits(99),
				digits(99),
			)
			.map(([year, month, day, separator, hour, minute, second, sign, hours, minutes]) => {
				const offset = sign.length === 1 && sign !== 'Z' ? `${sign}${hours}:${minutes}` : sign;
				return `${year.padStart(4, '0')}-${month}-${day}${separator}${hour}:${minute}:${second}${offset}`;
			});
		fc.assert(
			fc.property(fc.oneof(looksLikeATime, fc.string()), (text) => {
				expect(occurredAt.safeParse(isoTime(text)).success).toBe(true);
			}),
			{ numRuns: 5_000 },
		);
	});
});

describe('isoTimeOfUnixSeconds', () => {
	it.each([
		[0, '1970-01-01T00:00:00.000Z'],
		[1582628999, '2020-02-25T11:09:59.000Z'],
		[1582628999.5, '2020-02-25T11:09:59.500Z'],
		[-1, '1969-12-31T23:59:59.000Z'],
	])('reads %d', (seconds, iso) => {
		expect(isoTimeOfUnixSeconds(seconds)).toBe(iso);
	});

	it.each([null, Number.NaN, Infinity, -Infinity, 8.64e12 + 1, 1e300, -1e300])('reads %p as no time', (seconds) => {
		expect(isoTimeOfUnixSeconds(seconds)).toBeNull();
	});

	it.each([
		['milliseconds that were sent as seconds', 1582628999000],
		['the first second after the year 9999', 253402300800],
		['the last second before the year 0', -62167219201],
	])('has no year of five digits for %s', (_, seconds) => {
		expect(isoTimeOfUnixSeconds(seconds)).toBeNull();
	});

	it('returns a time that an item may carry, or null, for any number', () => {
		fc.assert(
			fc.property(fc.oneof(fc.double(), fc.integer(), fc.maxSafeInteger()), (seconds) => {
				expect(occurredAt.safeParse(isoTimeOfUnixSeconds(seconds)).success).toBe(true);
			}),
		);
	});
});
