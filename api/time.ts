const FORM = /^\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d(\.\d+)?)?)?(Z|[+-]\d\d:?\d\d)?$/;

/**
 * A time in ISO 8601.
 * @param timeZone IANA name: where the text has no offset, that of this zone counts
 * @returns milliseconds since 1970; NaN when it is none
 */
export function parseTime(text: string, timeZone: string): number {
	const found = FORM.exec(text);
	if (!found) return Number.NaN;
	const [, clock = 'T00:00', , , offset] = found;
	const time = Date.parse(`${text.slice(0, 10)}${clock.replace(' ', 'T')}${offset ?? 'Z'}`);
	if (offset !== undefined || Number.isNaN(time)) return time;
	// Twice: near a change of the clocks, the offset of the first guess may be that of the other side.
	const guess = time - offsetAt(time, timeZone);
	return time - offsetAt(guess, timeZone);
}

/** In milliseconds, positive east of Greenwich. */
function offsetAt(time: number, timeZone: string): number {
	const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
	const name = format.formatToParts(time).find(({ type }) => type === 'timeZoneName')?.value ?? '';
	const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)/.exec(name) ?? [];
	const size = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60_000;
	return sign === '-' ? -size : size;
}
