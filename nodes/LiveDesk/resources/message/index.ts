import type { INodeProperties } from 'n8n-workflow';
import { delivered } from '../../delivery';
import { messageOutput } from './output';
import * as retry from './retry';
import * as sendAttachment from './sendAttachment';
import * as sendTemplate from './sendTemplate';
import * as sendText from './sendText';

const operations = [retry, sendAttachment, sendTemplate, sendText];

const message = {
	lane: 'conversation_id',
	resendUrl: '/api/v2/accounts/conversations/:conversation_id/messages/:message_id/retry',
	output: messageOutput,
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

export const properties: INodeProperties[] = [menu, ...operations.flatMap(({ fields }) => fields)];
