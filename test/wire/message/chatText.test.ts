import type { IDataObject } from 'n8n-workflow';
import * as sendTemplate from '../../../nodes/LiveDesk/resources/message/sendTemplate';
import { preparedBy } from '../support/prepared';
import { onlyRequest, useLiveDesk } from '../../support/useLiveDesk';
import { template } from './documented';
import { byJson } from './template/send';

const desk = useLiveDesk();
const bodyVariables = {
	variable: [
		{ name: '', value: 'John' },
		{ name: 'order', value: '#456 {{1}} $&' },
	],
};

/** What agents see. */
async function seen(parameters: IDataObject, json: IDataObject = {}): Promise<unknown> {
	await desk.send({ parameters: { ...template, bodyVariables, ...parameters }, items: [json] });
	return (onlyRequest(desk).body as { content: string }).content;
}

describe('fills the body variables into the chat text', () => {
	test.each([
		['by position', 'Hi {{1}}!', 'Hi John!'],
		['by name, as it is', 'Your order {{order}}', 'Your order #456 {{1}} $&'],
		['with spaces in the braces', 'Hi {{ 1 }}', 'Hi John'],
		['as often as it stands there', '{{1}}{{1}}', 'JohnJohn'],
	])('%s', async (_, chatText, content) => {
		expect(await seen({ chatText })).toBe(content);
	});

	test('given by JSON, numbers too', async () => {
		const json = byJson({ processed_params: { name: 'John', total: 7 } });
		expect(await seen({ ...json, chatText: '{{name}}: {{total}}' })).toBe('John: 7');
	});

	test('each item with its own, the text from the item too', async () => {
		const variable = [{ name: 'name', value: '={{ $json.name }}' }];
		const { error } = await desk.send({
			parameters: { ...template, chatText: '={{ $json.text }}', bodyVariables: { variable } },
			items: ['A', 'B'].map((name) => ({ name, text: 'Hi {{name}}' })),
		});
		expect(error).toBeUndefined();
		expect(desk.sandbox.journal.texts(141)).toEqual(['Hi A', 'Hi B']);
	});
});

test.each(['Hi John', 'Hi {1}', 'Hi { {1} }', 'Hi {{}}', 'Hi {{ }}', '1}} {{', '{{a\\}'])(
	'sends a text without variables as it is: %s',
	async (chatText) => expect(await seen({ chatText })).toBe(chatText),
);

describe("takes a template's own text that n8n's panel has made an expression on pasting", () => {
	test.each([
		['by position', '=Hi {{1}}, your order {{ order }}', 'Hi John, your order #456 {{1}} $&'],
		['nothing else', '={{1}}', 'John'],
	])('with variables %s', async (_, chatText, content) => {
		expect(await seen({ chatText })).toBe(content);
	});

	test('but an expression is evaluated', async () => {
		expect(await seen({ chatText: '=Hi {{ $json.name }} {{ 1 + 1 }}' }, { name: 'Bob' })).toBe(
			'Hi Bob 2',
		);
	});

	test.each(['=Hi {{1}} {{ $json.name }}', "=Hi {{1}} {{ ({ a: 'b' }).a }}"])(
		'and a mixture of both is refused: %s',
		async (chatText) => {
			const { error } = await desk.send({ parameters: { ...template, bodyVariables, chatText } });
			expect(error?.message).toMatch(/^'Chat Text' mixes .* \[item 0\]$/);
			expect(error?.description).toMatch(/\{\{1\}\}.*Fixed mode/);
			expect(desk.sandbox.journal.starts()).toEqual([]);
		},
	);

	test('and one that no body variable fills is refused, which n8n would take for nothing', () => {
		const raw = { ...template, chatText: '=Hi {{name}}' };
		expect(() => preparedBy(sendTemplate, { ...raw, chatText: 'Hi ' }, raw)).toThrow(
			"'Chat Text' has a variable without a value",
		);
	});
});
