import { jsonObject } from '../../../nodes/LiveDesk/resources/json';

const LABEL = 'Content Attributes';

describe('what cannot be JSON', () => {
	const itself: Record<string, unknown> = { a: 1 };
	itself.inner = { list: [itself] };

	test.each<[what: string, value: unknown, title: RegExp]>([
		['an object that contains itself', itself, /^'Content Attributes' contains itself$/],
		['a function', { a: () => 1 }, /cannot hold/],
		['a big integer', { a: 7n }, /cannot hold/],
		['an invalid date', { at: new Date(NaN) }, /contains an invalid date$/],
		['infinity', { a: [Infinity] }, /cannot hold/],
	])('is refused in our own words: %s', (_, value, title) => {
		expect(() => jsonObject(LABEL, value)).toThrow(title);
	});

	test.each([101, 20_000])('is refused with %d levels of an object', (levels) => {
		let value: unknown = 1;
		for (let level = 0; level < levels; level++) value = { a: value };
		expect(() => jsonObject(LABEL, value)).toThrow(/nested too deeply$/);
	});
});

test('the same object is taken twice, where it does not contain itself', () => {
	const same = { a: 1 };
	expect(jsonObject(LABEL, { one: same, two: [same, same] })).toEqual({
		one: { a: 1 },
		two: [{ a: 1 }, { a: 1 }],
	});
});

test('an object with a way of its own to become JSON is taken as JSON would make it', () => {
	const url = new URL('https://example.com/a');
	expect(jsonObject(LABEL, { url })).toEqual({ url: 'https://example.com/a' });
});

test('numbers within texts are left alone', () => {
	const text = '{ "a \\" 12345678901234567890": "12345678901234567890 \\\\", "b": 1.5e3 }';
	expect(jsonObject(LABEL, text)).toEqual({
		'a " 12345678901234567890': '12345678901234567890 \\',
		b: 1500,
	});
});

test('JSON of any length is looked through', () => {
	const text = JSON.stringify({ a: '12345678901234567890'.repeat(200_000), b: 1 });
	expect(jsonObject(LABEL, text)).toHaveProperty('b', 1);
});
