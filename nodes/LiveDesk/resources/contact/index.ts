import type { INodeProperties } from 'n8n-workflow';
import { delivered, type Resource } from '../../delivery';
import { showFor } from '../fields';
import * as create from './create';
import { contactOutput } from './output';

const contact: Resource = {
	noun: 'contact',
	output: (reply, { body }, simplified) =>
		contactOutput(reply ?? {}, (body as create.ContactBody).inbox_id, simplified),
};

const menu: INodeProperties = {
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	displayOptions: { show: { resource: ['contact'] } },
	default: 'create',
	options: [delivered(create, contact)],
};

export const properties: INodeProperties[] = [
	menu,
	...showFor('contact', [String(create.option.value)], create.fields),
];
