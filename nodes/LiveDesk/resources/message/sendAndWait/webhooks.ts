import type { IWebhookDescription } from 'n8n-workflow';

const waiting = {
	name: 'default' as const,
	responseMode: 'onReceived',
	responseData: '',
	path: '={{ $nodeId }}',
	restartWebhook: true,
	isFullPath: true,
};

/**
 * Where the links of a note lead while the execution waits: opening one shows a page, its button posts. n8n answers any
 * other method by itself.
 */
export const webhooks: IWebhookDescription[] = [
	{ ...waiting, httpMethod: 'GET' },
	{ ...waiting, httpMethod: 'POST' },
];
