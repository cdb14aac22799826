import { byId } from '../../support/livedesk';
import { noTexts, nothing, refuses, VALUE } from '../badInput';
import { running } from '../running';
import { imageItem } from './documented';

const desk = running();
const attachment = { operation: 'sendAttachment', conversationId: byId('141') };
const json = (value: unknown) => ({ value }) as { value: string };
const item = (value: unknown) => ({ ...imageItem, json: json(value) });

refuses(
	desk,
	{
		label: 'Input Data Field Name',
		parameters: { ...attachment, binaryPropertyName: VALUE },
		good: 'data',
		item: (value) => ({
			json: json(value),
			binary: { data: imageItem.binary.data, second: imageItem.binary.data },
		}),
	},
	[
		...nothing,
		...noTexts,
		['just commas', ' , ,'],
		['a field that is not there', 'picture', /data, second/],
		['one field of two that is not there', 'data, picture', /data, second/],
		['a field of every object', 'constructor', /data, second/],
		['a field of the prototype', '__proto__', /data, second/],
	],
);

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
