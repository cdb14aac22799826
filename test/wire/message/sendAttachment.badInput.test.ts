import { byId } from '../../../harness/livedesk';
import { continuesAfter, noTexts, nothing, refuses, VALUE } from '../support/badInput';
import { useLiveDesk } from '../../support/useLiveDesk';
import { imageItem } from './documented';

const desk = useLiveDesk();
const attachment = { operation: 'sendAttachment', conversationId: byId('141') };
const json = (value: unknown) => ({ value }) as { value: string };
const item = (value: unknown) => ({ ...imageItem, json: json(value) });

const names = {
	label: 'Input Data Field Name',
	parameters: { ...attachment, binaryPropertyName: VALUE },
	good: 'data',
	item: (value: unknown) => ({
		json: json(value),
		binary: { data: imageItem.binary.data, second: imageItem.binary.data },
	}),
};
refuses(desk, names, [
	...nothing,
	...noTexts,
	['just commas', ' , ,'],
	['a field that is not there', 'picture', /"picture".*data, second/],
	['one field of two that is not there', 'data, picture', /data, second/],
	['a field of every object', 'constructor', /data, second/],
	['a field of the prototype', '__proto__', /data, second/],
	['a name of any length', 'a'.repeat(5000), /a{80}…"/],
]);
continuesAfter(desk, names, ['a field that is not there', 'picture']);

test("tells the item's fields in the description, not in the title, which n8n would replace", async () => {
	const { error } = await desk.send({
		parameters: { ...attachment, binaryPropertyName: 'picture' },
		items: [{ json: {}, binary: { EPERM: imageItem.binary.data } }],
	});
	expect(error?.message).toBe(
		"'Input Data Field Name' names a binary field that the item does not have [item 0]",
	);
	expect(error?.description).toContain('EPERM');
});

describe('of an item without files', () => {
	refuses(
		desk,
		{
			label: 'Input Data Field Name',
			parameters: attachment,
			good: imageItem.binary,
			item: (binary) => ({ json: {}, binary: binary as typeof imageItem.binary }),
		},
		[
			['no files at all', undefined, /none/],
			['an empty list of files', {}, /none/],
		],
	);
});

refuses(
	desk,
	{ label: 'Caption', parameters: { ...attachment, caption: VALUE }, good: 'Hello', item },
	noTexts,
);

refuses(
	desk,
	{
		label: 'Conversation',
		parameters: { ...attachment, conversationId: byId(VALUE) },
		good: '141',
		item,
	},
	[...nothing, ['a path', '141/../7']],
);
