import type { IDataObject } from 'n8n-workflow';
import { byId } from '../harness/livedesk';

/** What, and where to: from each item of the demo. */
const TEXT = '={{ $json.text }}';
const fromItem = { conversationId: byId('={{ $json.conversation }}') };

/** The parameters of a node that sends the text of each item. */
export const sendText = (additionalFields: IDataObject = {}): IDataObject => ({
	...fromItem,
	operation: 'sendText',
	content: TEXT,
	additionalFields,
});

/** The parameters of a node that sends all files of each item. */
export const sendAttachment = (): IDataObject => ({
	...fromItem,
	operation: 'sendAttachment',
	caption: TEXT,
	binaryPropertyName: '={{ Object.keys($binary).join(",") }}',
});

/** The parameters of a node that sends the template that each item names. */
export const sendTemplate = (parameters: IDataObject): IDataObject => ({
	...fromItem,
	operation: 'sendTemplate',
	chatText: TEXT,
	templateName: '={{ $json.template }}',
	templateLanguage: 'th',
	...parameters,
});

/** The parameters of a node that sends again what came out of an error output. */
export const retry = (): IDataObject => ({
	operation: 'retry',
	conversationId: byId('={{ $json.error.conversationId }}'),
	messageId: '={{ $json.error.messageId }}',
});

/** Variables as n8n's form gives them: their names are their positions. */
export const variables = (...values: string[]): IDataObject => ({
	variable: values.map((value) => ({ name: '', value })),
});
