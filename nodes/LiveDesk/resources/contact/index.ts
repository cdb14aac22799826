import type { INodeProperties } from 'n8n-workflow';
import { withDelivery, type Resource } from '../../delivery';
import { showFor } from '../showFor';
import { isObject } from '../values';
import * as create from './create';
import { contactIn, contactOutput } from './output';

const contact: Resource = {
	subject: { noun: 'contact', done: 'created' },
	isAnswer: (body) => contactIn(body) !== undefined,
	output: (body = {}, { body: request }, simplified) =>
		contactOutput(body, isObject(request) ? request.inbox_id : undefined, simplified),
};

/** The menus of the resources are alike, yet each a literal: n8n's lint reads no others. */
export const menu: INodeProperties = {
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	displayOptions: { show: { resource: ['contact'] } },
	default: 'create',
	options: [withDelivery(create, contact)],
};

export const fields: INodeProperties[] = showFor(
	'contact',
	[String(create.option.value)],
	create.fields,
);
