import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { deliverByHand, withDelivery, type Operation, type Resource } from '../../delivery';
import { offeredBy } from '../additionalFields';
import { showFor } from '../showFor';
import { isId } from '../values';
import { extraFields } from './extras';
import { messageOutput } from './output';
import * as retry from './retry';
import { inMenu as sendAndWaitInMenu, operationFor as sendAndWait } from './sendAndWait';
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
		return await deliverByHand(this, sendAndWait(this), message);
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

export const fields: INodeProperties[] = operations.flatMap((operation) =>
	showFor('message', valuesOf([operation]), operation.fields),
);

export const additionalFields: INodeProperties[] = [
	...offeredBy(valuesOf([sendText, sendAttachment]), extraFields),
	...offeredBy(valuesOf([sendTemplate]), sendTemplate.extraFields),
];
