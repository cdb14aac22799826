import { byId } from '../../../harness/livedesk';
import { refuses, VALUE } from '../support/badInput';
import { useLiveDesk } from '../../support/useLiveDesk';
import { imageItem } from './documented';

const desk = useLiveDesk();

describe.each([
	['Send Text', { operation: 'sendText', content: 'Hello' }],
	['Send Attachment', { operation: 'sendAttachment' }],
])('%s', (_, operation) => {
	const base = { conversationId: byId('141'), ...operation };
	const item = (value: unknown) => ({ ...imageItem, json: { value } as { value: string } });
	const parameters = (additionalFields: object) => ({ ...base, additionalFields });

	refuses(
		desk,
		{
			label: 'In Reply To Message ID',
			parameters: parameters({ inReplyTo: VALUE }),
			good: '29',
			item,
		},
		[
			['zero', 0],
			['zero as a text', '0'],
			['a negative number', -29],
			['a fraction', 29.5],
			['a fraction as a text', '29.5'],
			['a number beyond the exact ones', '9007199254740993'],
			['letters', 'the last one'],
			['an empty text', ''],
			['null', null],
			['undefined', undefined],
			['a boolean', true],
			['NaN', NaN],
			['a list', [29]],
			['an object', { id: 29 }],
		],
	);

	refuses(
		desk,
		{
			label: 'Content Attributes',
			parameters: parameters({ contentAttributes: VALUE }),
			good: '{}',
			item,
		},
		[
			['broken JSON', '{ "in_reply_to": 29'],
			['an empty text', ''],
			['a list', [{ in_reply_to: 29 }]],
			['a list as JSON', '[]'],
			['a text as JSON', '"in_reply_to"'],
			['null', null],
			['null as JSON', 'null'],
			['undefined', undefined],
			['a number', 29],
			['a reply to no ID', { in_reply_to: 'abc' }, /in_reply_to/],
			['a reply to no ID as JSON', '{ "in_reply_to": "abc" }', /in_reply_to/],
			['NUL', { note: ['a\0b'] }, /NUL/],
			['NUL in a key', '{ "a\\u0000b": 1 }', /NUL/],
			['a number that would change', '{ "order": 12345678901234567890 }', /quotes.*12345678/s],
			['a number beyond all', '{ "order": 1e999 }', /quotes/],
			['NaN in an object', { total: NaN }, /NaN/],
			['20,000 levels', `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`, /100 levels/],
		],
	);

	refuses(
		desk,
		{ label: 'Private Note', parameters: parameters({ private: VALUE }), good: true, item },
		[
			['a word', 'yes'],
			['an empty text', ''],
			['a number', 1],
			['null', null],
			['undefined', undefined],
			['an object', {}],
		],
	);
});
