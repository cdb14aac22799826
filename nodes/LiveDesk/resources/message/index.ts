import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { withDelivery, type Operation, type Resource } from '../../delivery';
import { showFor } from '../showFor';
import { isId } from '../values';
import { additionalFields } from './additionalFields';
import { messageOutput } from './output';
import * as retry from './retry';
import { inMenu as sendAndWaitInMenu, sendAndWait } from './sendAndWait';
import * as sendAttachment from './sendAttachment';
import * as sendTemplate from './sendTemplate';
import * as sendText from './sendText';
import { RETRY_URL } from './urls';

export { limitWaitTime, webhook, webhooks } from './sendAndWait';

const operations: Array<Operation & { fields: INodeProperties[] }> = [
	retry,
	sendAndWaitInMenu,
	sendAttachment,
	sendTemplate,
	sendText,
];

const message: Resource = {
	subject: { noun: 'message', done: 'sent' },
	isAnswer: ({ id }) => isId(id),
	retryUrl: RETRY_URL,
	output: (body, { path }, simplified) => messageOutput(body, path, simplified),
};

/** What n8n calls in place of its engine for declarative nodes, by operation. */
export const customOperations = {
	async sendAndWait(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await sendAndWait(this, message);
	},
};

export const menu: INodeProperties = {
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	displayOptions: { show: { resource: ['message'] } },
	default: 'sendText',
	options: operations.map((operation) => withDelivery(operation, message)),
};

const valuesOf = (list: typeof operations) => list.map(({ option }) => String(option.value));

/**
 * What several operations share is declared once, not once per operation: n8n evaluates each property of the
 * description for each item, whether it shows or not, and once more for each other property of its name.
 */
export const fields: INodeProperties[] = [
	...operations.flatMap((operation) => showFor('message', valuesOf([operation]), operation.fields)),
	...showFor('message', valuesOf([sendText, sendAttachment]), [additionalFields]),
];
