import type { INodeProperties } from 'n8n-workflow';
import { delivered, type Operation, type Resource } from '../../delivery';
import { conversation, showFor } from '../fields';
import { additionalFields } from './additionalFields';
import { messageOutput } from './output';
import * as retry from './retry';
import * as sendAttachment from './sendAttachment';
import * as sendTemplate from './sendTemplate';
import * as sendText from './sendText';
import { additionalFields as templateAdditionalFields } from './template/fields';

const operations: Array<Operation & { fields: INodeProperties[] }> = [
	retry,
	sendAttachment,
	sendTemplate,
	sendText,
];

const message: Resource = {
	noun: 'message',
	resendUrl: '/api/v2/accounts/conversations/:conversation_id/messages/:message_id/retry',
	output: (reply, { path }, simplified) => messageOutput(reply, path, simplified),
};

const menu: INodeProperties = {
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	displayOptions: { show: { resource: ['message'] } },
	default: 'sendText',
	options: operations.map((operation) => delivered(operation, message)),
};

const valuesOf = (list: typeof operations) => list.map(({ option }) => String(option.value));

/**
 * What several operations share stands here once, and not once an operation: n8n evaluates the expression of each
 * property of the description for each item, whether it shows or not.
 */
export const properties: INodeProperties[] = [
	menu,
	...showFor('message', valuesOf(operations), [conversation]),
	...operations.flatMap((operation) => showFor('message', valuesOf([operation]), operation.fields)),
	...showFor('message', valuesOf([sendText, sendAttachment]), [additionalFields]),
	...showFor('message', valuesOf([sendTemplate]), [templateAdditionalFields]),
];
