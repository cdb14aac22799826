import type { IDataObject } from 'n8n-workflow';
import { useLiveDesk } from '../../../support/useLiveDesk';
import { byJson, params, paramsSent } from './send';

const desk = useLiveDesk();
const form = (...variable: IDataObject[]) => ({ bodyVariables: { variable } });
const body = (variables: string) => params(`"processed_params":{${variables}}`);

describe('a variable', () => {
	test.each([
		['a text', '={{ "John" }}', 'John'],
		['a number', '={{ 7 }}', '7'],
		['zero', '={{ 0 }}', '0'],
		['a fraction', '={{ 0.1 }}', '0.1'],
		['a boolean', '={{ false }}', 'false'],
		['a date', '={{ new Date(0) }}', '1970-01-01T00:00:00.000Z'],
		['a date of Luxon', '={{ DateTime.fromMillis(0).toUTC() }}', '1970-01-01T00:00:00.000Z'],
		['a number from the item', '={{ $json.number }}', '456'],
	])('is sent as text: %s', async (_, value, text) => {
		const sent = await paramsSent(desk, form({ name: '1', value }), { number: 456 });
		expect(sent).toBe(body(`"1":"${text}"`));
	});

	test('is sent as text from numbers and booleans of JSON', async () => {
		const json = byJson({ processed_params: { 1: 7, 2: true, 3: 'a' } });
		expect(await paramsSent(desk, json)).toBe(body('"1":"7","2":"true","3":"a"'));
	});

	test('is sent as text from numbers of an object from an expression', async () => {
		const json = byJson('={{ ({ processed_params: { name: $json.name, total: $json.total } }) }}');
		const sent = await paramsSent(desk, json, { name: 'สมชาย', total: 456.5 });
		expect(sent).toBe(body('"name":"สมชาย","total":"456.5"'));
	});

	test.each(['  blanks  around  ', 'four    spaces', '"quoted" \\ ', 'ราคา ฿100', '👍', '{{1}}'])(
		'is sent as it is: %j',
		async (value) => {
			const sent = await paramsSent(desk, form({ name: '1', value: '={{ $json.value }}' }), {
				value,
			});
			expect(sent).toBe(body(`"1":${JSON.stringify(value)}`));
		},
	);

	test('is a key of an object by position, never in a list', async () => {
		const rows = [1, 2, 3].map((position) => ({ name: String(position), value: `v${position}` }));
		expect(await paramsSent(desk, form(...rows))).toBe(body('"1":"v1","2":"v2","3":"v3"'));
	});

	test('is a key of an object by position from 0', async () => {
		const sent = await paramsSent(desk, form({ name: '0', value: 'a' }, { name: '1', value: 'b' }));
		expect(sent).toBe(body('"0":"a","1":"b"'));
	});

	test('is a key of an object by name, in the order of the form', async () => {
		const sent = await paramsSent(
			desk,
			form({ name: 'order', value: 'a' }, { name: 'customer_name', value: 'b' }),
		);
		expect(sent).toBe(body('"order":"a","customer_name":"b"'));
	});

	test('goes by its position in the form, where it has no name', async () => {
		const sent = await paramsSent(
			desk,
			form({ name: '', value: 'a' }, { name: 'order', value: 'b' }, { name: ' ', value: 'c' }),
		);
		expect(sent).toBe(body('"1":"a","3":"c","order":"b"'));
	});

	test('goes by a number from an expression', async () => {
		const sent = await paramsSent(desk, form({ name: '={{ 2 }}', value: 'a' }));
		expect(sent).toBe(body('"2":"a"'));
	});

	test('goes without the spaces around its name, by form and by JSON', async () => {
		const sent = await paramsSent(desk, form({ name: ' 1\u200b', value: 'a' }));
		expect(sent).toBe(body('"1":"a"'));
		desk.sandbox.reset();
		const json = byJson({ processed_params: { ' name ': 'a' } });
		expect(await paramsSent(desk, json)).toBe(body('"name":"a"'));
	});

	const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'a.b', 'a[0]', 'ชื่อ'];

	test.each(names)('may have any name by form: %s', async (name) => {
		const sent = await paramsSent(desk, form({ name, value: 'a' }, { name: 'b', value: 'c' }));
		expect(sent).toBe(body(`${JSON.stringify(name)}:"a","b":"c"`));
	});

	test.each(names)('may have any name by JSON: %s', async (name) => {
		const json = byJson(`{ "processed_params": { ${JSON.stringify(name)}: "a", "b": "c" } }`);
		expect(await paramsSent(desk, json)).toBe(body(`${JSON.stringify(name)}:"a","b":"c"`));
	});
});

test.each([
	['header', { headerType: 'text', headerVariables: form().bodyVariables }, 'header_params'],
	['footer', { footerVariables: form().bodyVariables }, 'footer_params'],
])('a variable of the %s is sent as one of the body is', async (_, parameters, part) => {
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
