import type { INodeProperties } from 'n8n-workflow';
import { withDelivery, withList, type Resource } from '../../delivery';
import { offeredBy } from '../additionalFields';
import { showFor } from '../showFor';
import { asObject } from '../values';
import * as create from './create';
import { avatarUrl, customAttributes, email, identifier, name, phoneNumber } from './fields';
import * as getAll from './getAll';
import { list } from './list';
import { contactIn, contactOutput } from './output';
import * as update from './update';
import * as upsert from './upsert';

const contact: Resource = {
	subject: { noun: 'contact', done: 'created' },
	isAnswer: (body) => contactIn(body) !== undefined,
	output: (body = {}, { body: request }, simplified) =>
		contactOutput(body, asObject(request).inbox_id, simplified),
};

/** The menus of the resources are alike, yet each a literal: n8n's lint reads no others. */
export const menu: INodeProperties = {
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	displayOptions: { show: { resource: ['contact'] } },
	default: 'create',
	options: [
		withDelivery(create, contact),
		withDelivery(upsert, contact),
		withDelivery(getAll, contact),
		withDelivery(update, contact),
	],
};

export const fields: INodeProperties[] = [
	...showFor('contact', ['create', 'upsert'], [name, email, phoneNumber]),
	...showFor('contact', ['getAll'], getAll.fields),
	...showFor('contact', ['update'], update.fields),
];

export const additionalFields: INodeProperties[] = [
	...offeredBy(['create', 'upsert'], [avatarUrl, identifier]),
	...offeredBy(['upsert'], [customAttributes]),
];

/** The method of the node behind From List. */
export const searchContacts = withList(list, { ...contact, subject: getAll.subject });
