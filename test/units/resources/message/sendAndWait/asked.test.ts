import type { INode } from 'n8n-workflow';
import { askedIn } from '../../../../../nodes/LiveDesk/resources/message/sendAndWait/asked';

const asked = (type: string, message: unknown, parameters: unknown) =>
	askedIn({ getNode: () => ({ type }) as INode, evaluateExpression: () => parameters }, message);

const REVIEW = 'n8n-nodes-livedesk.liveDeskHitlTool';
const parameters = { Text: 'Costs $& 5\nNow', Urgent: true, Tags: ['a', 'b'] };
const listed = 'Text: Costs $& 5\nNow\nUrgent: true\nTags: ["a","b"]';

test.each([
	['an object within the text', 'Input:\n[object Object]', `Input:\n${listed}`],
	['twice', '[object Object], [object Object]', `${listed}, ${listed}`],
	['nothing but an object', parameters, listed],
	['a text without any', 'Send it?', 'Send it?'],
])('a review shows what the model filled in: %s', (_, message, expected) => {
	expect(asked(REVIEW, message, parameters)).toBe(expected);
});

test('a review of a tool that takes nothing says so', () => {
	expect(asked(REVIEW, 'Input: [object Object]', {})).toBe('Input: {}');
});

test('a text is left as it is where n8n does not know the parameters, and outside of a review', () => {
	expect(asked(REVIEW, '[object Object]', '')).toBe('[object Object]');
	expect(asked('n8n-nodes-livedesk.liveDesk', '[object Object]', parameters)).toBe(
		'[object Object]',
	);
	expect(() => asked('n8n-nodes-livedesk.liveDesk', parameters, parameters)).toThrow(
		"'Message' must be text",
	);
});
