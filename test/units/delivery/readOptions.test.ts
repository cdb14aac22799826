import { UserError, type INodeProperties } from 'n8n-workflow';
import { options } from '../../../nodes/LiveDesk/delivery/options';
import { DEFAULTS, readOptions } from '../../../nodes/LiveDesk/delivery/readOptions';

test.each([undefined, {}, { oneFilePerMessage: true }])(
	'the options are the defaults for %j',
	(value) => {
		expect(readOptions(value)).toEqual(DEFAULTS);
	},
);

test('the defaults are those of the fields', () => {
	const fields = (options.options as INodeProperties[]).map(({ name, default: value }) => [
		name,
		value,
	]);
	expect(Object.fromEntries(fields)).toMatchObject(DEFAULTS);
});

test.each<[string, unknown, unknown]>([
	['parallelConversations', 1, 1],
	['parallelConversations', 50, 50],
	['parallelConversations', '7', 7],
	['parallelConversations', 2.9, 2],
	['messagesPerMinute', 1, 1],
	['messagesPerMinute', '90', 90],
	['rateLimitWait', 0, 0],
	['rateLimitWait', 0.5, 0.5],
	['rateLimitWait', '90', 90],
	['failedDelivery', 'output', 'output'],
	['lostAnswer', 'resend', 'resend'],
])('the option %s takes %p', (name, value, read) => {
	expect(readOptions({ [name]: value })).toEqual({ ...DEFAULTS, [name]: read });
});

test.each<[string, string, unknown[]]>([
	['parallelConversations', 'Parallel Conversations', [0, 51, -3, '', 'many', null, NaN, {}, [5]]],
	['messagesPerMinute', 'Messages per Minute', [0, -1, 6_001, '', 'fast', null, Infinity]],
	['rateLimitWait', 'Rate Limit Wait (Seconds)', [-1, 86_401, '', 'long', null, true]],
	['failedDelivery', 'On Delivery Failure', ['Output', '', null, 1]],
	['lostAnswer', 'On Lost Response', ['again', '', null, true]],
])('the option %s refuses what it does not take, by its label %s', (name, label, values) => {
	for (const value of values) {
		expect(() => readOptions({ [name]: value })).toThrow(UserError);
		expect(() => readOptions({ [name]: value })).toThrow(
			new RegExp(`^'${label.replace(/[()]/g, '\\$&')}' `),
		);
	}
});
