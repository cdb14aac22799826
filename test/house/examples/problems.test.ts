import type { INode, INodeParameters } from 'n8n-workflow';
import { LIVEDESK_TYPE } from '../../../harness/engine';
import { LiveDesk } from '../../../nodes/LiveDesk/LiveDesk.node';
import { problemsOf } from './problems';

const { description } = new LiveDesk();

describe('the check of the examples', () => {
	const node = (parameters: INodeParameters): INode => ({
		id: '',
		name: '',
		type: LIVEDESK_TYPE,
		typeVersion: 1,
		position: [0, 0],
		parameters: {
			conversationId: { __rl: true, mode: 'id', value: '141' },
			content: 'a',
			...parameters,
		},
	});

	test.each<[string, INodeParameters]>([
		['an unknown parameter', { text: 'a' }],
		['a parameter of another operation', { messageId: '7' }],
		['an unknown operation', { operation: 'send' }],
		['an unknown field in a collection', { additionalFields: { replyTo: 7 } }],
		['an unknown option', { options: { onFailure: 'output' } }],
		['an unknown choice', { options: { failedDelivery: 'ignore' } }],
		[
			'an unknown choice in a row',
			{
				operation: 'sendTemplate',
				templateName: 'a',
				buttons: { button: [{ index: 0, subType: 'call', text: 'a' }] },
			},
		],
		[
			'an unknown field in a row',
			{
				operation: 'sendTemplate',
				templateName: 'a',
				bodyVariables: { variable: [{ name: '', value: 'a', type: 'text' }] },
			},
		],
		['a required field that is empty', { content: '' }],
	])('notices %s', (_, parameters) => {
		expect(problemsOf(node(parameters), description)).not.toEqual([]);
	});

	test('notices nothing where nothing is wrong', () => {
		expect(problemsOf(node({ additionalFields: { inReplyTo: '7' } }), description)).toEqual([]);
	});
});
