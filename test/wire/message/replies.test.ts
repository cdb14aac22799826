import type { IDataObject } from 'n8n-workflow';
import { onlyRequest, useLiveDesk } from '../../support/useLiveDesk';
import { attachment, example, imageItem, template, text } from './documented';

const desk = useLiveDesk();

const common = { conversation_id: 141, inbox_id: 79, status: 'sent', private: false };

const replies: Array<[name: string, parameters: IDataObject, simplified: IDataObject]> = [
	[
		'text reply',
		text,
		{
			...common,
			id: 3030,
			content: 'เจ้าหน้าที่กำลังส่งข้อความ เป็นปกติหรือไม่',
			created_at: '2025-11-05T08:23:49.000Z',
		},
	],
	[
		'image with caption',
		attachment,
		{
			...common,
			id: 3031,
			content: 'รายละเอียดของรูปภาพมีดังนี้',
			created_at: '2025-11-05T08:36:02.000Z',
			attachments: [
				{
					id: 199,
					file_type: 'image',
					file_size: 589136,
					data_url:
						'https://livedesk.engagelab.com/rails/active_storage/blobs/redirect/abc/android-icon-48x48.png',
				},
			],
		},
	],
	[
		'template with header, footer and button',
		template,
		{
			id: 123,
			conversation_id: 141,
			status: 'sent',
			content: 'ข้อความที่แสดงในหน้าต่างแชต',
			template: 'order_update',
		},
	],
	[
		'template refused by WhatsApp',
		{ ...template, options: { failedDelivery: 'output' } },
		{
			id: 123,
			conversation_id: 141,
			status: 'failed',
			external_error: '131047: Re-engagement message is not allowed',
		},
	],
];

describe.each(replies)('the documented reply: %s', (name, parameters, simplified) => {
	async function output(simplify: boolean) {
		const { response } = example(name);
		desk.sandbox.script({ body: response });
		const result = await desk.send({
			parameters: { ...parameters, simplify },
			items: [imageItem],
		});
		onlyRequest(desk);
		return result.items;
	}

	test('goes out simplified', async () => {
		expect(await output(true)).toStrictEqual([{ json: simplified, pairedItem: { item: 0 } }]);
	});

	test('goes out as it came, without Simplify', async () => {
		const { response } = example(name);
		expect(await output(false)).toStrictEqual([{ json: response, pairedItem: { item: 0 } }]);
	});
});
