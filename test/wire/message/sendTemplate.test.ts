import { byId } from '../../../harness/livedesk';
import { onlyRequest, useLiveDesk } from '../../support/useLiveDesk';
import { formOf, template } from './documented';
import { byJson, params, paramsSent } from './template/send';

const desk = useLiveDesk();
const variables = { variable: [{ name: '1', value: 'left over' }] };
const button = { index: 0, subType: 'url', text: 'left/over', payload: 'LEFT_OVER' };

describe('Send Template', () => {
	test('sends just text, name and language, to the letter', async () => {
		await desk.send({ parameters: { ...template, chatText: 'Hello' } });
		expect(onlyRequest(desk).rawBody).toBe(
			'{"content":"Hello","message_type":"outgoing","template_params":{"name":"order_update","language":"en_US"}}',
		);
	});

	test.each([
		['forms that were opened and left empty', { bodyVariables: {}, footerVariables: {} }],
		['lists without rows', { bodyVariables: { variable: [] }, buttons: { button: [] } }],
		['empty JSON', byJson({})],
		['parts of JSON that are empty', byJson({ processed_params: {}, button_params: [] })],
		['a footer of JSON without variables', byJson({ footer_params: { text_variables: {} } })],
		['additional fields that are empty', { additionalFields: { namespace: '' } }],
	])('sends nothing for %s', async (_, parameters) => {
		expect(await paramsSent(desk, parameters)).toBe(params());
	});

	test.each([
		['a category', { category: 'AUTHENTICATION' }, '"category":"AUTHENTICATION"'],
		['a category by expression', { category: '={{ "UTILITY" }}' }, '"category":"UTILITY"'],
	])('sends %s behind the language', async (_, additionalFields, sent) => {
		expect(await paramsSent(desk, { additionalFields })).toBe(params(sent));
	});

	test('sends a namespace before the language', async () => {
		expect(await paramsSent(desk, { additionalFields: { namespace: 'shop' } })).toBe(
			'{"name":"order_update","namespace":"shop","language":"en_US"}',
		);
	});

	test('sends the default language where the user chose none', async () => {
		const { conversationId, operation, chatText, templateName } = template;
		await desk.send({ parameters: { conversationId, operation, chatText, templateName } });
		expect(onlyRequest(desk).body).toMatchObject({ template_params: { language: 'en_US' } });
	});

	test('sends for each item its own name, language and text', async () => {
		const inputs = [
			{ to: 141, name: 'order_update', language: 'th', text: 'หนึ่ง' },
			{ to: 142, name: 'order_shipped', language: 'en_GB', text: 'two' },
		];
		const { items } = await desk.send({
			parameters: {
				...template,
				conversationId: byId('={{ $json.to }}'),
				chatText: '={{ $json.text }}',
				templateName: '={{ $json.name }}',
				templateLanguage: '={{ $json.language }}',
			},
			items: inputs,
		});
		const bodies = desk.sandbox.journal.starts().map(({ body }) => body);
		for (const { name, language, text } of inputs) {
			expect(bodies).toContainEqual({
				content: text,
				message_type: 'outgoing',
				template_params: { name, language },
			});
		}
		expect(items).toMatchObject(
			inputs.map(({ to, name }, item) => ({
				json: { conversation_id: to, template: name },
				pairedItem: { item },
			})),
		);
		expect(bodies).toHaveLength(2);
	});
});

/** n8n itself drops what a choice hides, unless an expression makes the choice. */
const ways: Array<[how: string, choose: (value: string) => string]> = [
	['in the panel', (value) => value],
	['by an expression', (value) => `={{ "${value}" }}`],
];

describe.each(ways)('where a choice was changed %s, Send Template', (_how, choose) => {
	const everyHeader = {
		headerVariables: variables,
		headerMediaUrl: 'https://example.com/left-over',
		headerFileName: 'left over.pdf',
		headerLatitude: 1,
		headerLongitude: 2,
		headerLocationName: 'left over',
		headerLocationAddress: 'left over',
	};
	const headers = Object.entries(formOf).filter(([name]) => name.startsWith('header'));

	test.each(headers)('sends nothing of other header types: %s', async (_, form) => {
		const alone = await paramsSent(desk, form);
		desk.sandbox.reset();
		const among = Object.fromEntries(
			Object.entries(everyHeader).filter(
				([name]) => form.headerType !== 'document' || name !== 'headerFileName',
			),
		);
		const headerType = choose(form.headerType as string);
		expect(await paramsSent(desk, { ...among, ...form, headerType })).toBe(alone);
	});

	test('sends nothing of a header, when there is none any more', async () => {
		expect(await paramsSent(desk, { ...everyHeader, headerType: choose('none') })).toBe(params());
	});

	test('sends nothing of the other kind of a button', async () => {
		const asUrl = { ...button, subType: choose('url') };
		const asReply = { ...button, index: 1, subType: choose('quick_reply') };
		expect(await paramsSent(desk, { buttons: { button: [asUrl, asReply] } })).toBe(
			params(
				'"button_params":[{"index":0,"sub_type":"url","text":"left/over"},{"index":1,"sub_type":"quick_reply","payload":"LEFT_OVER"}]',
			),
		);
	});

	test('sends nothing of the forms, when the values come by JSON', async () => {
		const forms = { ...everyHeader, headerType: 'image', bodyVariables: variables };
		const more = { footerVariables: variables, buttons: { button: [button] } };
		const json = byJson({ processed_params: { 1: 'John' } });
		expect(
			await paramsSent(desk, { ...forms, ...more, ...json, parameterMode: choose('json') }),
		).toBe(params('"processed_params":{"1":"John"}'));
	});

	test('sends nothing of the JSON, when the values come by forms', async () => {
		const { parametersJson } = byJson({ footer_params: { text_variables: { 1: 'left over' } } });
		const bodyVariables = { variable: [{ name: '1', value: 'John' }] };
		expect(
			await paramsSent(desk, {
				parametersJson,
				bodyVariables,
				parameterMode: choose('fields'),
				headerMediaUrl: 'https://example.com/left-over',
			}),
		).toBe(params('"processed_params":{"1":"John"}'));
	});
});
