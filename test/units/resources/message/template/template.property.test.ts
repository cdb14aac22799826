import * as fc from 'fast-check';
import * as sendTemplate from '../../../../../nodes/LiveDesk/resources/message/sendTemplate';
import { isInvisible } from '../../../../../nodes/LiveDesk/resources/values';
import { templateBody } from '../../../../../sandbox/contract/message';
import { parse } from '../../../../../sandbox/contract/schema';
import { expectTitle } from '../../../../support/expectTitle';
import { preparedBy } from '../../support/prepared';
import { formParameters, parametersJson } from './arbitrary';

const template = { chatText: 'Hello', templateName: 'order_update', templateLanguage: 'en_US' };
const byJson = (parametersJson: unknown) => ({
	...template,
	parameterMode: 'json',
	parametersJson,
});

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
function accepted(arbitrary: fc.Arbitrary<object>, numRuns: number): number {
	let count = 0;
	fc.assert(
		fc.property(arbitrary, (parameters) => {
			const body = bodyFor(parameters);
			if (body === undefined) return;
			count++;
			// As it travels: what is undefined does not.
			parse(templateBody, JSON.parse(JSON.stringify(body)));
		}),
		{ numRuns },
	);
	return count;
}

describe('the template', () => {
	test('is what LiveDesk takes or is refused with a clear title, whatever the forms give', () => {
		expect(accepted(formParameters, 600)).toBeGreaterThan(30);
	});

	test('is what LiveDesk takes or is refused with a clear title, whatever the JSON gives', () => {
		expect(accepted(parametersJson.map(byJson), 600)).toBeGreaterThan(30);
	});

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

	test('has every variable of the forms under its own name', () => {
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

	test('has every variable of the JSON under its own name', () => {
		fc.assert(
			fc.property(named, (entries) => {
				fc.pre(!refused(entries));
				const json = JSON.stringify({ processed_params: Object.fromEntries(entries) });
				const body = bodyFor(byJson(json));
				expect(new Map(Object.entries(sent(body)))).toEqual(new Map(entries));
			}),
			{ numRuns: 500 },
		);
	});
});
