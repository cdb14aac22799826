import { createHash } from 'node:crypto';
import {
	attachment,
	example,
	formOf,
	fragments,
	imageItem,
	retry,
	template,
	text,
	wholeTemplate,
	wholeTemplateByJson,
	type Example,
} from './message/documented';
import { onlyRequest, useLiveDesk } from '../support/useLiveDesk';

const desk = useLiveDesk();

describe('the documented request', () => {
	test.each([
		['text reply', 'by its form', text],
		['template with header, footer and button', 'by forms', wholeTemplate],
		['template with header, footer and button', 'by JSON', wholeTemplateByJson()],
	])('of a %s is sent to the letter %s', async (name, _, parameters) => {
		const { items } = await desk.send({ parameters });
		const { request } = example(name);
		const sent = onlyRequest(desk);
		expect(sent.method).toBe(request!.method);
		expect(sent.path).toBe(request!.path.replace(':conversation_id', '141'));
		expect(sent.contentType).toBe(request!.contentType);
		expect(sent.rawBody).toBe(JSON.stringify(request!.body));
		expect(items).toMatchObject([{ json: { conversation_id: 141 }, pairedItem: { item: 0 } }]);
	});

	test('of an image with caption is sent to the letter', async () => {
		const { items } = await desk.send({ parameters: attachment, items: [imageItem] });
		const { request } = example('image with caption');
		const sent = onlyRequest(desk);
		expect(sent.method).toBe(request!.method);
		expect(sent.path).toBe(request!.path.replace(':conversation_id', '141'));
		expect(sent.contentType).toMatch(/^multipart\/form-data; boundary=[\w.-]+$/);
		expect(sent.parts).toEqual([
			{
				name: 'attachments[]',
				fileName: 'android-icon-48x48.png',
				contentType: 'image/png',
				size: 8,
				sha256: createHash('sha256').update('an image').digest('hex'),
			},
			{ name: 'content', value: 'รายละเอียดของรูปภาพมีดังนี้' },
		]);
		expect(items).toMatchObject([{ json: { conversation_id: 141 }, pairedItem: { item: 0 } }]);
	});

	test('of a retry is sent to the letter, without a body', async () => {
		desk.sandbox.addMessage(141, { id: 3030, status: 'failed' });
		const { items } = await desk.send({ parameters: retry });
		const { request } = example('retry');
		const sent = onlyRequest(desk);
		expect(sent.method).toBe(request!.method);
		const path = request!.path.replace(':conversation_id', '141').replace(':message_id', '3030');
		expect(sent.path).toBe(path);
		expect(sent.contentType).toBeUndefined();
		expect(sent.headers).toMatchObject({ 'content-length': '0' });
		expect(items).toMatchObject([{ json: { id: 3030, status: 'sent' }, pairedItem: { item: 0 } }]);
	});
});

describe.each([
	['by forms', ({ name }: Example) => formOf[name]],
	[
		'by JSON',
		({ fragment, body }: Example) => ({
			parameterMode: 'json',
			parametersJson: JSON.stringify({ [fragment!]: body }),
		}),
	],
])('%s, Send Template', (_, parametersFor) => {
	test.each(fragments)('sends the documented $name to the letter', async (documentedPart) => {
		const parameters = { ...template, ...parametersFor(documentedPart) };
		const { items } = await desk.send({ parameters });
		const { fragment, body } = documentedPart;
		const params = { name: 'order_update', language: 'en_US', [fragment!]: body };
		expect(onlyRequest(desk).rawBody).toBe(
			JSON.stringify({
				content: template.chatText,
				message_type: 'outgoing',
				template_params: params,
			}),
		);
		expect(items).toMatchObject([{ json: { conversation_id: 141 }, pairedItem: { item: 0 } }]);
	});
});
