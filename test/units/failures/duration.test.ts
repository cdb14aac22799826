import { durationText } from '../../../nodes/LiveDesk/failures/duration';

test.each([
	[0, 'a moment'],
	[999, 'a moment'],
	[1_000, '1 second'],
	[1_001, '2 seconds'],
	[90_000, '90 seconds'],
	[90_001, '2 minutes'],
	[120_000, '2 minutes'],
	[3_600_000, '60 minutes'],
	[5_400_001, '2 hours'],
	[86_400_000, '24 hours'],
	[172_800_001, '3 days'],
	[1e300, 'more than a year'],
	[Number.POSITIVE_INFINITY, 'more than a year'],
])('%d ms are told as %s', (ms, text) => {
	expect(durationText(ms)).toBe(text);
});
