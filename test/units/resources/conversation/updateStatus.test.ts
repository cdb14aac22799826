import {
	buildStatus,
	isAnswer,
} from '../../../../nodes/LiveDesk/resources/conversation/updateStatus';

describe('Update Status', () => {
	test('sends no time to a status that is not snoozed, or without one', () => {
		expect(buildStatus('open', '2001-01-01', 'UTC', 0)).toEqual({ status: 'open' });
		expect(buildStatus(' snoozed ', undefined, 'UTC', 0)).toEqual({ status: 'snoozed' });
	});

	test.each<[object, boolean]>([
		[{ payload: { success: true } }, true],
		[{ payload: { current_status: 'open' } }, true],
		[{ current_status: 'open' }, true],
		[{ payload: { success: false, current_status: 'open' } }, false],
		[{ payload: {} }, false],
		[{ id: 141 }, false],
		[{ code: 40001, message: 'No' }, false],
	])('takes %j for a good response: %s', (body, expected) => {
		expect(isAnswer(body as Record<string, unknown>)).toBe(expected);
	});
});
