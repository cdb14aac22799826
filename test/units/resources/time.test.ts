import { DateTime } from 'luxon';
import { unixSeconds } from '../../../nodes/LiveDesk/resources/time';

const at = (value: unknown, zone = 'Asia/Bangkok') => unixSeconds('Snoozed Until', value, zone);
const NOON = Date.UTC(2027, 0, 31, 12) / 1000;

test.each<[string, unknown]>([
	['as the editor writes it', '2027-01-31T19:00:00'],
	['with a space', '2027-01-31 19:00'],
	['with milliseconds', '2027-01-31T19:00:00.999'],
])('a time without a zone is one of the workflow: %s', (_, value) => {
	expect(at(value)).toBe(NOON);
	expect(at(value, 'America/New_York')).toBe(NOON + 12 * 3600);
});

test.each<[string, unknown]>([
	['a zone by Z', '2027-01-31T12:00:00Z'],
	['an offset', '2027-01-31T14:00:00+02:00'],
	["Luxon's date", DateTime.fromSeconds(NOON, { zone: 'America/New_York' })],
	["JavaScript's date", new Date(NOON * 1000)],
	['unix seconds', NOON],
	['unix seconds as text', String(NOON)],
	['unix milliseconds', NOON * 1000],
])('a time with %s is what it says, whatever the zone of the workflow', (_, value) => {
	expect(at(value)).toBe(NOON);
	expect(at(value, 'America/New_York')).toBe(NOON);
});

test('a date is its first moment', () => {
	expect(at('2027-01-31', 'UTC')).toBe(NOON - 12 * 3600);
});

test.each(['tomorrow', '31.01.2027', '01/31/2027 09:00', '2027-02-30T09:00:00', '-5', 'Infinity'])(
	'the time %j is refused, which would be read in another way than meant',
	(value) => {
		expect(() => at(value)).toThrow("'Snoozed Until' is not a date and time");
	},
);
