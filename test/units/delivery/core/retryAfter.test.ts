import { retryAfterMs } from '../../../../nodes/LiveDesk/delivery/core/retryAfter';

const now = Date.parse('Wed, 21 Oct 2026 07:28:00 GMT');

test.each([
	['0', 0],
	['1', 1_000],
	['120', 120_000],
	['0.25', 250],
	['1.5', 1_500],
	['  3  ', 3_000],
	[7, 7_000],
])('a Retry-After of %j is read as seconds', (header, ms) => {
	expect(retryAfterMs(header, now)).toBe(ms);
});

test.each([
	['an HTTP date', 'Wed, 21 Oct 2026 07:28:30 GMT', 30_000],
	['the old form of it', 'Wednesday, 21-Oct-26 07:28:05 GMT', 5_000],
	['the form of asctime', 'Wed Oct 21 07:28:07 2026', 7_000],
	['the form of asctime with a day of one digit', 'Sun Nov  1 07:28:00 2026', 11 * 86_400_000],
	['the present moment', 'Wed, 21 Oct 2026 07:28:00 GMT', 0],
	['a leap second', 'Wed, 21 Oct 2026 07:28:60 GMT', 60_000],
	['the 29th of February', 'Tue, 29 Feb 2028 07:28:00 GMT', 496 * 86_400_000],
])('a Retry-After with %s is read as the time until then', (_, header, ms) => {
	expect(retryAfterMs(header, now)).toBe(ms);
});

test('a date in the past is taken for no wait, never for a negative one', () => {
	expect(retryAfterMs('Wed, 21 Oct 2015 07:28:00 GMT', now)).toBe(0);
	expect(retryAfterMs('Sun Nov  6 08:49:37 1994', now)).toBe(0);
});

describe('a year of two digits', () => {
	const yearOf = (header: string) =>
		new Date(now + (retryAfterMs(header, now) ?? Number.NaN)).getUTCFullYear();

	test('is the coming one with these digits, up to 50 years ahead', () => {
		expect(yearOf('Friday, 06-Nov-27 08:49:37 GMT')).toBe(2027);
		expect(yearOf('Wednesday, 21-Oct-76 07:28:00 GMT')).toBe(2076);
	});

	test('is the last one with these digits, where it would be further ahead', () => {
		expect(retryAfterMs('Wednesday, 21-Oct-76 07:28:01 GMT', now)).toBe(0);
		expect(retryAfterMs('Sunday, 06-Nov-94 08:49:37 GMT', now)).toBe(0);
	});

	test('may be one of the next century', () => {
		const late = Date.parse('Fri, 31 Dec 2099 23:59:50 GMT');
		expect(retryAfterMs('Friday, 01-Jan-00 00:00:00 GMT', late)).toBe(10_000);
	});
});

test.each([
	undefined,
	null,
	'',
	'   ',
	'-5',
	'-0',
	'1e3',
	'1,5',
	'1, 2',
	'0x10',
	'soon',
	'maybe 1',
	'in 5 minutes',
	'2026-10-21T07:28:02Z',
	'21 Oct 2026 07:28:30 GMT',
	'Wed, 21 Oct 2026 07:28:30',
	'Wed, 21 Oct 2026 07:28:30 +0200',
	'Wed, 21 Oct 2026 07:28:30 PST',
	'Wed, 21 Oct 26 07:28:30 GMT',
	'Wed, 31 Feb 2027 07:28:30 GMT',
	'Wed, 00 Oct 2026 07:28:30 GMT',
	'Wed, 21 Oct 2026 24:00:00 GMT',
	'Wed, 21 Oct 2026 07:60:00 GMT',
	'Wed, 21 Okt 2026 07:28:30 GMT',
	NaN,
	{},
	[],
])('a header that is missing or unusable says nothing: %p', (header) => {
	expect(retryAfterMs(header, now)).toBeUndefined();
});
