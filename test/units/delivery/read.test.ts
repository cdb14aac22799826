import type { IExecuteSingleFunctions } from 'n8n-workflow';
import { createReader } from '../../../nodes/LiveDesk/delivery/read';

/** An item's context that gives raw parameters, or their expressions' values for this item, and counts. */
function contextsOf(parameters: Record<string, unknown>) {
	let evaluations = 0;
	const evaluate = (value: unknown, index: number): unknown => {
		if (typeof value === 'string') return value.startsWith('=') ? `${value} of ${index}` : value;
		if (typeof value !== 'object' || value === null) return value;
		if (Array.isArray(value)) return value.map((each) => evaluate(each, index));
		const entries = Object.entries(value).map(([key, each]) => [key, evaluate(each, index)]);
		return Object.fromEntries(entries);
	};
	const contextOf = (index: number) =>
		({
			getNodeParameter(name: string, fallback: unknown, options?: { rawExpressions?: boolean }) {
				const value = parameters[name] ?? fallback;
				if (options?.rawExpressions) return value;
				evaluations++;
				return evaluate(value, index);
			},
		}) as unknown as IExecuteSingleFunctions;
	return { contextOf, evaluations: () => evaluations };
}

function readAll(parameters: Record<string, unknown>, name: string, items = 5) {
	const { contextOf, evaluations } = contextsOf(parameters);
	const reader = createReader();
	const values = Array.from({ length: items }, (_, index) =>
		reader.readFor(contextOf(index))(name),
	);
	return { values, evaluations: evaluations() };
}

test.each([
	['a text', 'Hello'],
	['an empty text', ''],
	['a text with an = inside', 'a = b'],
	['a number', 7],
	['false', false],
	['a collection', { private: true, list: [{ name: '1' }] }],
])('a constant is read only once for all items: %s', (_, value) => {
	const { values, evaluations } = readAll({ field: value }, 'field');
	expect(values).toEqual(Array(5).fill(value));
	expect(evaluations).toBe(1);
});

test('a field that the workflow does not hold is read only once, as its fallback', () => {
	const { contextOf, evaluations } = contextsOf({});
	const reader = createReader();
	const values = [0, 1].map((index) => reader.readFor(contextOf(index))('options', {}));
	expect(values).toEqual([{}, {}]);
	expect(evaluations()).toBe(1);
});

test.each([
	['a text', '={{ $json.a }}', '={{ $json.a }} of 3'],
	['a field of a collection', { a: { b: '=x' } }, { a: { b: '=x of 3' } }],
	['an entry of a list', { list: ['plain', '=x'] }, { list: ['plain', '=x of 3'] }],
])('an expression is read anew for each item: %s', (_, value, third) => {
	const { values, evaluations } = readAll({ field: value }, 'field');
	expect(values[3]).toEqual(third);
	expect(new Set(values.map((each) => JSON.stringify(each))).size).toBe(5);
	expect(evaluations).toBe(5);
});

test('fields are kept apart', () => {
	const { contextOf } = contextsOf({ a: '=a', b: 'constant' });
	const reader = createReader();
	const read = [0, 1].map((index) => reader.readFor(contextOf(index)));
	expect(read.map((each) => [each('a'), each('b')])).toEqual([
		['=a of 0', 'constant'],
		['=a of 1', 'constant'],
	]);
});

test('two runs share nothing', () => {
	const first = createReader().readFor(contextsOf({ a: 'one' }).contextOf(0));
	const second = createReader().readFor(contextsOf({ a: 'two' }).contextOf(0));
	expect([first('a'), second('a')]).toEqual(['one', 'two']);
});
