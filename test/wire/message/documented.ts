import type { IDataObject } from 'n8n-workflow';
import examples from '../../fixtures/examples.json';
import { byId } from '../../../harness/livedesk';

export interface Example {
	name: string;
	fragment?: string;
	request?: { method: string; path: string; contentType?: string; body?: object };
	response?: IDataObject;
	body?: unknown;
}

const all = examples as Example[];

/** The documented example of this name; throws when there is none. */
export function example(name: string): Example {
	const found = all.find((entry) => entry.name === name);
	if (!found) throw new Error(`There is no example ${name}`);
	return found;
}

/** The documented parts of a template. */
export const fragments = all.filter(({ fragment }) => fragment !== undefined);

const conversationId = byId('141');
const variable = (name: string, value: string) => ({ variable: [{ name, value }] });

/** What a user sets to send the documented requests. */
export const text = {
	conversationId,
	content: 'เจ้าหน้าที่กำลังส่งข้อความ เป็นปกติหรือไม่',
	additionalFields: { private: false, inReplyTo: '29' },
};
export const attachment = {
	operation: 'sendAttachment',
	conversationId,
	caption: 'รายละเอียดของรูปภาพมีดังนี้',
};
export const template = {
	operation: 'sendTemplate',
	conversationId,
	chatText: 'ข้อความที่แสดงในหน้าต่างแชต',
	templateName: 'order_update',
	templateLanguage: 'en_US',
};
export const retry = { operation: 'retry', conversationId, messageId: '3030' };

/** The item whose file the documented attachment sends. */
export const imageItem = {
	json: {},
	binary: {
		data: {
			data: Buffer.from('an image').toString('base64'),
			mimeType: 'image/png',
			fileName: 'android-icon-48x48.png',
		},
	},
};

/** What a user fills in for each documented part of a template. */
export const formOf: Record<string, IDataObject> = {
	'header: text': { headerType: 'text', headerVariables: variable('1', 'Order #456') },
	'header: image': { headerType: 'image', headerMediaUrl: 'https://example.com/image.jpg' },
	'header: video': { headerType: 'video', headerMediaUrl: 'https://example.com/video.mp4' },
	'header: document': {
		headerType: 'document',
		headerMediaUrl: 'https://example.com/invoice.pdf',
		headerFileName: 'invoice.pdf',
	},
	'header: location': {
		headerType: 'location',
		headerLatitude: 37.7749,
		headerLongitude: -122.4194,
		headerLocationName: 'Acme HQ',
		headerLocationAddress: '123 Main St, San Francisco',
	},
	footer: { footerVariables: variable('1', 'Acme Corp') },
	buttons: {
		buttons: {
			button: [
				{ index: 0, subType: 'url', text: 'track/12345' },
				{ index: 1, subType: 'quick_reply', payload: 'OPT_OUT' },
			],
		},
	},
};

const extras = { additionalFields: { category: 'MARKETING', namespace: 'optional_namespace' } };

/** The documented template, by forms. */
export const wholeTemplate = {
	...template,
	...extras,
	...formOf['header: text'],
	...formOf.footer,
	bodyVariables: {
		variable: [
			{ name: '1', value: 'John' },
			{ name: '2', value: 'shipped' },
		],
	},
	buttons: { button: [{ index: 0, subType: 'url', text: 'track/12345' }] },
};

/** The same, its values as they stand in the document. */
export function wholeTemplateByJson(): IDataObject {
	const { request } = example('template with header, footer and button');
	const { template_params: params } = request!.body as { template_params: IDataObject };
	const { processed_params, header_params, footer_params, button_params } = params;
	const values = { processed_params, header_params, footer_params, button_params };
	return {
		...template,
		...extras,
		parameterMode: 'json',
		parametersJson: JSON.stringify(values),
	};
}
