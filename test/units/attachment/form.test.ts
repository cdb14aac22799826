import type { IBinaryData } from 'n8n-workflow';
import { buildForm } from '../../../nodes/LiveDesk/attachment/form';

const noStore = {} as Parameters<typeof buildForm>[0];
const partsOf = async (files: IBinaryData[], texts: Record<string, unknown>) => [
	...(await buildForm(noStore, files, texts)).data.entries(),
];

test('texts have the values that JSON would have, nested as Rails forms are', async () => {
	const due = new Date('2026-11-25T10:00:00Z');
	const texts = {
		content: 'hi',
		private: true,
		content_attributes: { due, list: [1, null, 'a'], none: undefined, nested: { ok: false } },
	};
	expect(await partsOf([], texts)).toEqual([
		['content', 'hi'],
		['private', 'true'],
		['content_attributes[due]', '2026-11-25T10:00:00.000Z'],
		['content_attributes[list][]', '1'],
		['content_attributes[list][]', ''],
		['content_attributes[list][]', 'a'],
		['content_attributes[nested][ok]', 'false'],
	]);
});

test('a file without a type goes by its name', async () => {
	const file = { data: 'YWJj', fileName: 'a.pdf' } as IBinaryData;
	const [[name, part]] = await partsOf([file], {});
	expect([name, part]).toEqual([
		'attachments[]',
		expect.objectContaining({ name: 'a.pdf', type: 'application/pdf' }),
	]);
});
