import { retryAfterMs } from '../../nodes/LiveDesk/delivery/retryAfter';

const now = Date.parse('Wed, 21 Oct 2026 07:28:00 GMT');

test.each([
	['0', 0],
	['1', 1_000],
	['120', 120_000],
	['0.25', 250],
	['1.5', 1_500],
	['  3  ', 3_000],
	[7, 7_000],
])('reads %j as seconds', (header, ms) => {
	expect(retryAfterMs(header, now)).toBe(ms);
});

test.each([
	['an HTTP date', 'Wed, 21 Oct 2026 07:28:30 GMT', 30_000],
	['the old form of it', 'Wednesday, 21-Oct-26 07:28:05 GMT', 5_000],
	['a date with a zone', '2026-10-21T07:28:02Z', 2_000],
	['the present moment', 'Wed, 21 Oct 2026 07:28:00 GMT', 0],
])('reads %s as the time until then', (_, header, ms) => {
	expect(retryAfterMs(header, now)).toBe(ms);
});

test('takes a date in the past for no wait, never for a negative one', () => {
	expect(retryAfterMs('Wed, 21 Oct 2015 07:28:00 GMT', now)).toBe(0);
});

test.each([undefined, null, '', '   ', '-5', '-0', '1e3', '1,5', '0x10', 'soon', NaN, {}, []])(
	'says nothing of a header that is missing or unusable: %p',
	(header) => {
		expect(retryAfterMs(header, now)).toBeUndefined();
	},
);
