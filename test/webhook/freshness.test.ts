import { checkFreshness, parseUnixTime } from '../../webhook/freshness';
import { expectRefusal, NOW } from '../support/reception';
import { refused } from './refused';

describe('parseUnixTime', () => {
	it.each([
		['1757160000', 1757160000000],
		['0000000000', 0],
		['9999999999', 9999999999000],
		['1757160000123', 1757160000123],
		['0000000000001', 1],
	])('reads %s as seconds when it has 10 digits, as milliseconds when it has 13', (text, milliseconds) => {
		expect(parseUnixTime(text)).toBe(milliseconds);
	});

	it.each([
		'',
		'175716000',
		'17571600001',
		'175716000012',
		'17571600001234',
		'1757160000.5',
		'-757160000',
		'+757160000',
		'1.75716e12',
		'0x68bc1d40',
		' 1757160000',
		'1757160000 ',
		'1757160000\n',
		'1757160000, 1757160000',
		'2025-09-06T12:00:00Z',
		'NaN',
		'\uff11757160000',
	])('reads %j as no time', (text) => {
		expect(parseUnixTime(text)).toBeNull();
	});
});

describe('checkFreshness', () => {
	const check = (ageInMilliseconds: number, tolerance: number) =>
		checkFreshness(NOW - ageInMilliseconds, { now: NOW, tolerance }, 'The x-timestamp header');

	it.each([
		['now', 0],
		['a little ago', 1],
		['exactly the tolerance ago', 300_000],
		['exactly the tolerance ahead', -300_000],
	])('takes a time that lies %s', (_, age) => {
		expect(check(age, 300)).toBeNull();
	});

	it.each([
		['a millisecond more than the tolerance ago', 300_001],
		['a millisecond more than the tolerance ahead', -300_001],
		['years ago', 1e12],
		['years ahead', -1e12],
		['nowhere', Number.NaN],
		['at the end of time', -Infinity],
	])('refuses a time that lies %s', (_, age) => {
		expectRefusal(refused(check(age, 300) ?? { ok: true }), 'timestamp_outside_tolerance');
	});

	it.each([0, 1e12, -1e12])('takes any time when the tolerance is 0', (age) => {
		expect(check(age, 0)).toBeNull();
	});

	it.each([Number.NaN, -1, -Infinity])('refuses even the present when the tolerance is %d', (tolerance) => {
		expect(refused(check(0, tolerance) ?? { ok: true }).code).toBe('timestamp_outside_tolerance');
	});

	it('counts fractions of a second of tolerance', () => {
		expect(check(500, 0.5)).toBeNull();
		expect(check(501, 0.5)).not.toBeNull();
	});

	it('says where the time stands', () => {
		expect(refused(check(1e12, 1) ?? { ok: true }).hint).toMatch(/^The x-timestamp header lies further/);
	});
});
