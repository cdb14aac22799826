import { noTexts, refuses, VALUE, type BadValue } from '../../support/badInput';
import { useLiveDesk } from '../../../support/useLiveDesk';
import { template } from '../documented';

const desk = useLiveDesk();
const row = { name: '1', value: VALUE };
const whole = { name: 'order', value: 'Order #456' };

/** What WhatsApp refuses in the value of a variable; the description says so. */
const refusedValues: BadValue[] = [
	['an empty text', '', /WhatsApp/],
	['spaces', '  ', /WhatsApp/],
	['characters that nobody sees', '\u200b\u200e', /WhatsApp/],
	['NUL', 'Order\0#456', /NUL/],
	['null', null, /WhatsApp/],
	['undefined', undefined, /WhatsApp/],
	['a line break', 'Order\n#456', /WhatsApp.*line break/s],
	['a carriage return', 'Order\r#456', /WhatsApp.*line break/s],
	['a vertical tab', 'Order\v#456', /WhatsApp.*line break/s],
	['a form feed', 'Order\f#456', /WhatsApp.*line break/s],
	['a next line', 'Order\u0085#456', /WhatsApp.*line break/s],
	['a tab', 'Order\t#456', /WhatsApp.*tab/s],
	['five spaces in a row', 'Order     #456', /WhatsApp.*four spaces/s],
	...noTexts,
];

describe.each([
	['Body Variables', 'bodyVariables', {}],
	['Footer Variables', 'footerVariables', {}],
	['Header Variables', 'headerVariables', { headerType: 'text' }],
])('%s', (label, name, more) => {
	const base = { ...template, ...more };

	describe('value of a variable', () => {
		const parameters = { ...base, [name]: { variable: [whole, row] } };
		refuses(desk, { label, parameters, good: 'John' }, refusedValues);
	});

	describe('name of a variable', () => {
		const variable = [whole, { name: VALUE, value: 'John' }];
		refuses(desk, { label, parameters: { ...base, [name]: { variable } }, good: 'name' }, [
			['a name that is taken', 'order', /twice.*"order"/s],
			['a name that is taken, with spaces', ' order ', /twice.*"order"/s],
			['an object', { a: 1 }, /row 2 is an object/],
			['null', null, /row 2 is nothing/],
			['undefined', undefined, /row 2 is nothing/],
		]);
	});

	describe('position of a variable without a name', () => {
		const variable = [
			{ name: VALUE, value: 'a' },
			{ name: '', value: 'b' },
		];
		refuses(desk, { label, parameters: { ...base, [name]: { variable } }, good: '1' }, [
			['a position that is taken', '2', /two rows for one variable.*Row 2.*"2".*name/s],
		]);
	});
});

describe('a header of text without variables', () => {
	// n8n wants a required field filled in as soon as an expression decides whether it shows.
	const headerMediaUrl = 'https://example.com/a';
	const parameters = { ...template, headerType: VALUE, headerMediaUrl };
	refuses(desk, { label: 'Header Variables', parameters, good: 'none' }, [['the type', 'text']]);
});
