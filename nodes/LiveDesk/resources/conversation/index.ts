import type { INodeProperties } from 'n8n-workflow';
import { withDelivery, type Resource } from '../../delivery';
import { showFor } from '../showFor';
import { asObject } from '../values';
import * as create from './create';
import { conversationIn, conversationOutput } from './output';
import * as updateStatus from './updateStatus';

const conversation: Resource = {
	subject: { noun: 'conversation', done: 'created' },
	isAnswer: (body) => conversationIn(body) !== undefined,
	output: (body = {}, { body: request }, simplified) =>
		conversationOutput(body, asObject(request), simplified),
};

export const menu: INodeProperties = {
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	displayOptions: { show: { resource: ['conversation'] } },
	default: 'create',
	options: [withDelivery(create, conversation), withDelivery(updateStatus, conversation)],
};

export const fields: INodeProperties[] = [
	...showFor('conversation', ['create'], create.fields),
	...showFor('conversation', ['updateStatus'], updateStatus.fields),
];
