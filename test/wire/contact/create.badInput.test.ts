import {
	continuesAfter,
	noTexts,
	nothing,
	refuses,
	VALUE,
	type BadValue,
} from '../support/badInput';
import { useLiveDesk } from '../../support/useLiveDesk';

const desk = useLiveDesk();
const contact = { resource: 'contact', operation: 'create', inboxId: '523', name: 'Alice' };
let count = 0;

const noNumbers: BadValue[] = [
	...nothing,
	...noTexts,
	['zero', 0],
	['a negative number', -523],
	['a fraction', '523.5'],
	['a name', 'WhatsApp'],
	['a boolean', true],
];

refuses(
	desk,
	{ label: 'Inbox (Channel) ID', parameters: { ...contact, inboxId: VALUE }, good: '523' },
	noNumbers,
);

const named = { label: 'Name', parameters: { ...contact, name: VALUE }, good: 'Alice' };
refuses(desk, named, [
	...noTexts,
	['NUL', 'Al\0ice', /NUL/],
	['characters that nobody sees', '\u200b\u202e', /invisible/],
]);
continuesAfter(desk, named, ['a list', ['Alice']]);

refuses(
	desk,
	{
		label: 'Email',
		parameters: { ...contact, email: VALUE },
		good: () => `alice${++count}@example.com`,
	},
	[
		...noTexts,
		['a name', 'alice'],
		['a name before nothing', 'alice@'],
		['nothing before a host', '@example.com'],
		['two addresses', 'alice@example.com, bob@example.com'],
		['a space within', 'alice miller@example.com'],
		['a text of any length', 'a'.repeat(5000), /Received: a{80}…/],
	],
);

refuses(
	desk,
	{
		label: 'Phone Number',
		parameters: { ...contact, phoneNumber: VALUE },
		good: () => `+6689${String(++count).padStart(7, '0')}`,
	},
	[
		...noTexts,
		['a number without a country code', '081 234 5678'],
		['a number without a plus', '66812345678'],
		['a number as a number', 66812345678],
		['two zeros for the plus', '0066812345678'],
		['a zero behind the plus', '+0812345678'],
		['a zero in brackets', '+44 (0)20 7946 0958', /without the 0 in brackets/],
		['a zero in brackets with spaces', '+44 [ 0 ] 20 7946 0958', /without the 0 in brackets/],
		['an extension', '+66 81 234 5678 ext. 9'],
		['too many digits', '+6681234567890123'],
		['a plus alone', '+'],
		['letters', '+66 CALL ME'],
		['digits of another script', '+๖๖๘๑๒๓๔๕๖๗๘'],
		['two numbers', '+66812345678, +66812345679'],
	],
);

describe('in Additional Fields', () => {
	const parameters = (additionalFields: object) => ({ ...contact, additionalFields });
	refuses(
		desk,
		{
			label: 'Avatar URL',
			parameters: parameters({ avatarUrl: VALUE }),
			good: 'https://example.com/alice.png',
		},
		[...noTexts, ['an ftp address', 'ftp://example.com/a.png'], ['a path', '/alice.png']],
	);
	refuses(
		desk,
		{
			label: 'Identifier',
			parameters: parameters({ identifier: VALUE }),
			good: () => `customer-${++count}`,
		},
		noTexts,
	);
});

describe('of somebody whom nothing tells', () => {
	const { resource, operation, inboxId } = contact;
	const parameters = { resource, operation, inboxId, name: VALUE };
	refuses(desk, { label: 'Email', parameters, good: 'Alice' }, [
		['nothing at all', undefined, /'Phone Number'.*'Identifier'.*'Name'/],
		['an empty name', '', /'Phone Number'.*'Identifier'.*'Name'/],
	]);
});
