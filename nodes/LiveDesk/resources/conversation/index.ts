import type { INodeProperties } from 'n8n-workflow';
import { delivered, type Resource } from '../../delivery';
import { showFor } from '../fields';
import * as create from './create';
import { conversationOutput } from './output';

const conversation: Resource = {
	noun: 'conversation',
	output: (reply, { body }, simplified) =>
		conversationOutput(reply ?? {}, body as create.ConversationBody, simplified),
};

const menu: INodeProperties = {
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	displayOptions: { show: { resource: ['conversation'] } },
	default: 'create',
	options: [delivered(create, conversation)],
};

export const properties: INodeProperties[] = [
	menu,
	...showFor('conversation', [String(create.option.value)], create.fields),
];
