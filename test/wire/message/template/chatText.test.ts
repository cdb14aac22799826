import type { IDataObject } from 'n8n-workflow';
import { onlyRequest, useLiveDesk } from '../../../support/useLiveDesk';
import { template } from '../documented';
import { byJson } from './send';

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

describe('the chat text', () => {
	test('takes the body variables of the form', async () => {
		expect(await seen({ chatText: 'Hi {{1}}, {{ order }}' })).toBe('Hi John, #456 {{1}} $&');
	});

	test('takes the body variables of the JSON, numbers too', async () => {
		const json = byJson({ processed_params: { name: 'John', total: 7 } });
		expect(await seen({ ...json, chatText: '{{name}}: {{total}}' })).toBe('John: 7');
	});

	test('is filled for each item with its own variables', async () => {
		const variable = [{ name: 'name', value: '={{ $json.name }}' }];
		const { error } = await desk.send({
			parameters: { ...template, chatText: '={{ $json.text }}', bodyVariables: { variable } },
			items: ['A', 'B'].map((name) => ({ name, text: 'Hi {{name}}' })),
		});
		expect(error).toBeUndefined();
		expect(desk.sandbox.journal.texts(141)).toEqual(['Hi A', 'Hi B']);
	});

	test.each([
		['=Hi {{1}}, your order {{ order }}', 'Hi John, your order #456 {{1}} $&'],
		['={{1}}', 'John'],
	])('is the text that was pasted, of which the panel made %s', async (chatText, content) => {
		expect(await seen({ chatText })).toBe(content);
	});

	test('is evaluated where it is an expression', async () => {
		const chatText = '=Hi {{ $json.name }} {{ 1 + 1 }}';
		expect(await seen({ chatText }, { name: 'Bob' })).toBe('Hi Bob 2');
	});

	test.each([
		['with a mixture of variables and expressions', '=Hi {{1}} {{ $json.name }}', /mixes/],
		// n8n would take it for nothing.
		['with a pasted variable that has no value', '=Hi {{name}}', /a variable without a value/],
	])('is refused %s', async (_, chatText, says) => {
		const { error } = await desk.send({ parameters: { ...template, bodyVariables, chatText } });
		expect(error?.message).toMatch(/^'Chat Text' .* \[item 0\]$/);
		expect(error?.message).toMatch(says);
		expect(desk.sandbox.journal.starts()).toEqual([]);
	});
});
