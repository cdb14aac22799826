import {
	filledIn,
	pastedText,
} from '../../../../../nodes/LiveDesk/resources/message/template/chatText';

const LABEL = 'Chat Text';
const variables = { 1: 'John', order: '#456 {{1}} $&' };

describe('the chat text', () => {
	test.each([
		['by its position', 'Hi {{1}}!', 'Hi John!'],
		['by its name, braces and all', 'Your order {{order}}', 'Your order #456 {{1}} $&'],
		['with spaces in the braces', 'Hi {{ 1 }}', 'Hi John'],
		['as often as it stands there', '{{1}}{{1}}', 'JohnJohn'],
	])('takes a body variable %s', (_, text, filled) => {
		expect(filledIn(LABEL, text, variables)).toBe(filled);
	});

	test.each(['Hi John', 'Hi {1}', 'Hi { {1} }', 'Hi {{}}', 'Hi {{ }}', '1}} {{', '{{a\\}'])(
		'stays as it is without variables: %s',
		(text) => expect(filledIn(LABEL, text, variables)).toBe(text),
	);

	test.each([
		['a position', 'Hello {{2}}', '{{2}}'],
		['a name', 'Hello {{1}}, {{ name }}', '{{name}}'],
		['a name of every object', 'Hello {{constructor}}', '{{constructor}}'],
		['a name of any length', `{{${'a'.repeat(5000)}}}`, `{{${'a'.repeat(80)}…}}`],
	])('is refused with %s that has no value', (_, text, named) => {
		expect(() => filledIn(LABEL, text, variables)).toThrow(
			expect.objectContaining({
				message: "'Chat Text' has a variable without a value",
				description: expect.stringContaining(named) as string,
			}),
		);
	});

	test.each(['Hi {{1}}, your order {{ order }}', '{{1}}', 'Hi {{ชื่อ}}'])(
		'is taken as it was pasted, where the panel made an expression of it: %s',
		(text) => expect(pastedText(LABEL, `=${text}`)).toBe(text),
	);

	test('loses the two spaces that the panel puts before a pasted text', () => {
		expect(pastedText(LABEL, '=  Hi {{1}}')).toBe('Hi {{1}}');
	});

	test.each(['Hi {{1}}', '=Hi {{ $json.name }} {{ 1 + 1 }}', '=Hi', 7])(
		'is left to n8n, where it is no pasted text: %j',
		(raw) => expect(pastedText(LABEL, raw)).toBeUndefined(),
	);

	test.each(['=Hi {{1}} {{ $json.name }}', "=Hi {{1}} {{ ({ a: 'b' }).a }}"])(
		'is refused as a mixture of variables and expressions: %s',
		(raw) => {
			expect(() => pastedText(LABEL, raw)).toThrow(
				expect.objectContaining({
					message: "'Chat Text' mixes variables of the template with expressions",
					description: expect.stringMatching(/\{\{1\}\}.*Fixed mode/) as string,
				}),
			);
		},
	);
});
