import type { IDataObject } from 'n8n-workflow';
import { useLiveDesk } from '../../../support/useLiveDesk';
import { byJson, params, paramsSent } from './send';

const desk = useLiveDesk();
const form = (...variable: IDataObject[]) => ({ bodyVariables: { variable } });
const body = (variables: string) => params(`"processed_params":{${variables}}`);

describe('sends every value as text', () => {
	test.each([
		['a text', '={{ "John" }}', 'John'],
		['a number', '={{ 7 }}', '7'],
		['zero', '={{ 0 }}', '0'],
		['a fraction', '={{ 0.1 }}', '0.1'],
		['a boolean', '={{ false }}', 'false'],
		['a date', '={{ new Date(0) }}', '1970-01-01T00:00:00.000Z'],
		['a date of Luxon', '={{ DateTime.fromMillis(0).toUTC() }}', '1970-01-01T00:00:00.000Z'],
		['a number from the item', '={{ $json.number }}', '456'],
	])('%s', async (_, value, text) => {
		const sent = await paramsSent(desk, form({ name: '1', value }), { number: 456 });
		expect(sent).toBe(body(`"1":"${text}"`));
	});

	test('numbers and booleans of JSON too', async () => {
		const json = byJson({ processed_params: { 1: 7, 2: true, 3: 'a' } });
		expect(await paramsSent(desk, json)).toBe(body('"1":"7","2":"true","3":"a"'));
	});

	test('numbers of an object from an expression too', async () => {
		const json = byJson('={{ ({ processed_params: { name: $json.name, total: $json.total } }) }}');
		const sent = await paramsSent(desk, json, { name: 'สมชาย', total: 456.5 });
		expect(sent).toBe(body('"name":"สมชาย","total":"456.5"'));
	});
});

describe('sends a value as it is', () => {
	test.each(['  blanks  around  ', 'four    spaces', '"quoted" \\ ', 'ราคา ฿100', '👍', '{{1}}'])(
		'%j',
		async (value) => {
			const sent = await paramsSent(desk, form({ name: '1', value: '={{ $json.value }}' }), {
				value,
			});
			expect(sent).toBe(body(`"1":${JSON.stringify(value)}`));
		},
	);
});

describe('sends variables as keys of an object', () => {
	test('by position, never as a list', async () => {
		const rows = [1, 2, 3].map((position) => ({ name: String(position), value: `v${position}` }));
		expect(await paramsSent(desk, form(...rows))).toBe(body('"1":"v1","2":"v2","3":"v3"'));
	});

	test('by position from 0, never as a list', async () => {
		const sent = await paramsSent(desk, form({ name: '0', value: 'a' }, { name: '1', value: 'b' }));
		expect(sent).toBe(body('"0":"a","1":"b"'));
	});

	test('by name, in the order of the form', async () => {
		const sent = await paramsSent(
			desk,
			form({ name: 'order', value: 'a' }, { name: 'customer_name', value: 'b' }),
		);
		expect(sent).toBe(body('"order":"a","customer_name":"b"'));
	});

	test('by the order of the list, where they have no name', async () => {
		const sent = await paramsSent(
			desk,
			form({ name: '', value: 'a' }, { name: 'order', value: 'b' }, { name: ' ', value: 'c' }),
		);
		expect(sent).toBe(body('"1":"a","3":"c","order":"b"'));
	});

	test('by a number from an expression', async () => {
		const sent = await paramsSent(desk, form({ name: '={{ 2 }}', value: 'a' }));
		expect(sent).toBe(body('"2":"a"'));
	});

	test('without the spaces around a name, by form and by JSON', async () => {
		const sent = await paramsSent(desk, form({ name: ' 1\u200b', value: 'a' }));
		expect(sent).toBe(body('"1":"a"'));
		desk.sandbox.reset();
		const json = byJson({ processed_params: { ' name ': 'a' } });
		expect(await paramsSent(desk, json)).toBe(body('"name":"a"'));
	});

	const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'a.b', 'a[0]', 'ชื่อ'];

	test.each(names)('whatever the name: %s, by form', async (name) => {
		const sent = await paramsSent(desk, form({ name, value: 'a' }, { name: 'b', value: 'c' }));
		expect(sent).toBe(body(`${JSON.stringify(name)}:"a","b":"c"`));
	});

	test.each(names)('whatever the name: %s, by JSON', async (name) => {
		const json = byJson(`{ "processed_params": { ${JSON.stringify(name)}: "a", "b": "c" } }`);
		expect(await paramsSent(desk, json)).toBe(body(`${JSON.stringify(name)}:"a","b":"c"`));
	});
});

test.each([
	['header', { headerType: 'text', headerVariables: form().bodyVariables }, 'header_params'],
	['footer', { footerVariables: form().bodyVariables }, 'footer_params'],
])('does the same for the %s', async (_, parameters, part) => {
	const [field] = Object.keys(parameters).filter((name) => name.endsWith('Variables'));
	const variable = [
		{ name: '__proto__', value: '={{ 7 }}' },
		{ name: '', value: 'Order #456' },
	];
	const sent = await paramsSent(desk, { ...parameters, [field]: { variable } });
	const type = part === 'header_params' ? '"type":"text",' : '';
	expect(sent).toBe(
		params(`"${part}":{${type}"text_variables":{"2":"Order #456","__proto__":"7"}}`),
	);
});
