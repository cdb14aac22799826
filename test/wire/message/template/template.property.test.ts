import * as fc from 'fast-check';
import * as sendTemplate from '../../../../nodes/LiveDesk/resources/message/sendTemplate';
import { isInvisible } from '../../../../nodes/LiveDesk/resources/values';
import { expectTitle } from '../../../support/expectTitle';
import { post } from '../../support/post';
import { preparedBy } from '../../support/prepared';
import { useLiveDesk } from '../../../support/useLiveDesk';
import { template } from '../documented';
import { formParameters, parametersJson } from './arbitrary';
import { byJson } from './send';

const desk = useLiveDesk();

/** The body that comes of these parameters; nothing where they are refused with a clear title. */
function bodyFor(parameters: object): object | undefined {
	try {
		return preparedBy(sendTemplate, { conversationId: 141, ...parameters }).body;
	} catch (error) {
		expectTitle((error as Error).message);
		expect((error as { description?: string }).description).toMatch(/\S/);
		return undefined;
	}
}

/** How often bodies came out, so that no property holds by refusing everything. */
async function accepted(arbitrary: fc.Arbitrary<object>, numRuns: number): Promise<number> {
	let count = 0;
	await fc.assert(
		fc.asyncProperty(arbitrary, async (parameters) => {
			const body = bodyFor(parameters);
			if (body === undefined) return;
			count++;
			expect(await post(desk.sandbox, JSON.stringify(body))).toBe(200);
		}),
		{ numRuns },
	);
	return count;
}

describe('builds what LiveDesk takes, or refuses with a clear title', () => {
	test('from whatever the forms give', async () => {
		expect(await accepted(formParameters, 600)).toBeGreaterThan(30);
	});

	test('from whatever the JSON gives', async () => {
		const parameters = parametersJson.map((given) => ({
			...template,
			parameterMode: 'json',
			parametersJson: given,
		}));
		expect(await accepted(parameters, 600)).toBeGreaterThan(30);
	});
});

describe('gives every variable under its own name', () => {
	const value = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => !isInvisible(text));
	const name = fc.oneof(
		fc.string({ minLength: 1 }).map((text) => text.trim()),
		fc.constantFrom('__proto__', 'constructor', '7'),
	);
	const named = fc.uniqueArray(
		fc.tuple(
			name.filter((text) => !isInvisible(text)),
			value,
		),
		{
			selector: ([key]) => key,
			minLength: 1,
			maxLength: 6,
		},
	);
	const sent = (body: object | undefined) =>
		(body as { template_params: { processed_params: object } }).template_params.processed_params;
	const refused = (entries: Array<[string, string]>) =>
		entries.some(([, text]) => /[\n\v\f\r\t\0\u0085\u2028\u2029]| {5}/.test(text));

	test('by forms', () => {
		fc.assert(
			fc.property(named, (entries) => {
				fc.pre(!refused(entries));
				const variable = entries.map(([key, text]) => ({ name: key, value: text }));
				const body = bodyFor({ ...template, bodyVariables: { variable } });
				expect(new Map(Object.entries(sent(body)))).toEqual(new Map(entries));
			}),
			{ numRuns: 500 },
		);
	});

	test('by JSON', () => {
		fc.assert(
			fc.property(named, (entries) => {
				fc.pre(!refused(entries));
				const json = JSON.stringify({ processed_params: Object.fromEntries(entries) });
				const body = bodyFor({ ...template, ...byJson(json) });
				expect(new Map(Object.entries(sent(body)))).toEqual(new Map(entries));
			}),
			{ numRuns: 500 },
		);
	});
});
