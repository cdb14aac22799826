const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const MONTH = MONTHS.join('|');
const TIME = '(?<time>\\d\\d:\\d\\d:\\d\\d)';

/** The three forms of an HTTP date (RFC 9110, section 5.6.7); the last two are obsolete, yet to be read. */
const DATE_FORMS = [
	`(Mon|Tue|Wed|Thu|Fri|Sat|Sun), (?<day>\\d\\d) (?<month>${MONTH}) (?<year>\\d{4}) ${TIME} GMT`,
	`(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, (?<day>\\d\\d)-(?<month>${MONTH})-(?<year>\\d\\d) ${TIME} GMT`,
	`(Mon|Tue|Wed|Thu|Fri|Sat|Sun) (?<month>${MONTH}) (?<day>[ \\d]\\d) ${TIME} (?<year>\\d{4})`,
].map((form) => new RegExp(`^${form}$`));

/** A year of two digits that would be further ahead means the past. */
const FURTHEST_YEARS = 50;

/**
 * Reads the header Retry-After (RFC 9110, section 10.2.3): seconds, or an HTTP date.
 *
 * @param now in milliseconds since 1970
 * @returns how long to wait, in milliseconds from 0; undefined where the header is missing or says nothing usable
 */
export function retryAfterMs(header: unknown, now: number): number | undefined {
	const text = String(header ?? '').trim();
	if (/^\d+(\.\d+)?$/.test(text)) return Number(text) * 1000;
	const date = httpDate(text, now);
	return date === undefined ? undefined : Math.max(0, date - now);
}

/** @returns the moment in milliseconds since 1970; undefined for anything but an HTTP date of a day that exists */
function httpDate(text: string, now: number): number | undefined {
	const parts = DATE_FORMS.map((form) => form.exec(text)?.groups).find((groups) => groups);
	if (!parts) return undefined;
	const [hour, minute, second] = parts.time.split(':').map(Number);
	const isTime = hour < 24 && minute < 60 && second <= 60;
	const monthIndex = MONTHS.indexOf(parts.month);
	const day = Number(parts.day);
	const at = (year: number) => Date.UTC(year, monthIndex, day, hour, minute, second);
	const year = parts.year.length === 2 ? fullYear(Number(parts.year), at, now) : Number(parts.year);
	const isDay = new Date(Date.UTC(year, monthIndex, day)).getUTCDate() === day;
	return isTime && isDay ? at(year) : undefined;
}

function fullYear(twoDigits: number, at: (year: number) => number, now: number): number {
	const thisYear = new Date(now).getUTCFullYear();
	const limit = new Date(now).setUTCFullYear(thisYear + FURTHEST_YEARS);
	// The latest year with these digits that is not too far ahead.
	let year = thisYear - (thisYear % 100) + 100 + twoDigits;
	while (at(year) > limit) year -= 100;
	return year;
}
