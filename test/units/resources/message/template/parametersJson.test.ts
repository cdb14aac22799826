import * as sendTemplate from '../../../../../nodes/LiveDesk/resources/message/sendTemplate';
import { expectTitle } from '../../../../support/expectTitle';
import { preparedBy } from '../../support/prepared';

const label = 'Parameters (JSON)';

/** What the user reads where the values are refused. */
function refusalOf(parametersJson: unknown): { message: string; description: string } {
	const template = { chatText: 'Hello', templateName: 'order_update', templateLanguage: 'en_US' };
	const given = { conversationId: 141, ...template, parameterMode: 'json', parametersJson };
	try {
		preparedBy(sendTemplate, given);
	} catch (error) {
		return error as { message: string; description: string };
	}
	throw new Error('It was taken');
}

type Bad = [what: string, value: unknown, says?: RegExp];

/** Promises that each value is refused in the name of the part that it is in. */
function isRefusedWith(part: string, values: Bad[]): void {
	test.each(values)(`is refused with %s`, (_, value, says = /\S/) => {
		const { message, description } = refusalOf(value);
		expect(message).toContain(`'${label}${part}`);
		expectTitle(message);
		expect(description).toMatch(/\S/);
		expect(`${message}\n${description}`).toMatch(says);
	});
}

const inKey = (key: string, values: Bad[]): Bad[] =>
	values.map(([what, value, says]) => [what, { [key]: value }, says]);
const noObjects: Bad[] = [
	['a list', ['John']],
	['a text', 'John'],
	['a number', 7],
	['null', null],
];

describe('the JSON of a template', () => {
	isRefusedWith("'", [
		['an empty text', ''],
		['undefined', undefined],
		['a key that only resembles', { headerParams: {} }, /"headerParams".*"header_params"/],
		['a key of the message', { name: 'other' }, /"name"\. Known keys/],
		['the wrapper', { template_params: { processed_params: {} } }, /Leave out "template_params"/],
		[
			'the whole body',
			{ content: 'a', message_type: 'outgoing', template_params: {} },
			/Leave out "template_params"/,
		],
		['a key of any length', { ['a'.repeat(5000)]: 1 }, /a{80}…"/],
		[
			'a number that would change',
			'{ "processed_params": { "1": 12345678901234567890 } }',
			/quotes/,
		],
		['the key __proto__', '{ "__proto__": {} }', /"__proto__"/],
		['the key constructor', '{ "constructor": {} }', /"constructor"/],
	]);
});

describe('the body of the JSON', () => {
	isRefusedWith(' > processed_params', [
		...inKey('processed_params', noObjects),
		['null as a value', { processed_params: { name: null } }, /"name".*WhatsApp/],
		['a list as a value', { processed_params: { name: ['a'] } }, /"name".*list/],
		['an object as a value', { processed_params: { name: {} } }, /"name".*object/],
		['a name without letters', { processed_params: { ' ': 'a' } }, /without a name/],
		['a name twice', { processed_params: { a: 'a', ' a ': 'b' } }, /twice.*"a"/s],
		['a tab in a value', { processed_params: { name: 'a\tb' } }, /WhatsApp.*"name"/s],
	]);
});

describe('the footer of the JSON', () => {
	isRefusedWith(' > footer_params', [
		...inKey('footer_params', noObjects),
		['a misspelt key', { footer_params: { text_variable: {} } }, /"text_variables"/],
		['a list of variables', { footer_params: { text_variables: ['John'] } }],
		['an empty value', { footer_params: { text_variables: { 1: ' ' } } }, /"1".*WhatsApp/],
	]);
});

describe('the header of the JSON', () => {
	const location = (more: object) => ({
		header_params: { type: 'location', location: { latitude: 1, longitude: 2, ...more } },
	});
	const image = { type: 'image', media_url: 'https://x/y' };

	isRefusedWith(' > header_params', [
		...inKey('header_params', noObjects),
		...inKey('header_params', [
			['no type', {}, /text, image, video, document, location/],
			['a type that there is not', { type: 'audio' }],
			['text without variables', { type: 'text' }],
			['no variables in a text', { type: 'text', text_variables: {} }],
			['an image without an address', { type: 'image' }],
			['an address that is none', { type: 'video', media_url: 'ftp://x/y' }],
			['an address that is no text', { type: 'document', media_url: ['https://x/y'] }],
			['a location without coordinates', { type: 'location' }],
			['coordinates in a list', { type: 'location', location: [1, 2] }],
		]),
		['a place north of the pole', location({ latitude: 90.1 })],
		['a place without longitude', location({ longitude: undefined })],
		['a place of whose name is a list', location({ name: ['Acme'] })],
	]);
	isRefusedWith(" > header_params'", [
		['a key of another type', { header_params: { ...image, filename: 'y' } }, /"filename"/],
		[
			'a misspelt key',
			{ header_params: { type: 'text', text_variable: { 1: 'a' } } },
			/"text_variables"/,
		],
	]);
	isRefusedWith(" > header_params.location'", [
		['a misspelt key of a place', location({ adress: 'Main St' }), /"adress".*"address"/],
	]);
});

describe('a button of the JSON', () => {
	const url = { index: 0, sub_type: 'url', text: 'a' };
	const buttons = (...button: unknown[]) => ({ button_params: button });

	isRefusedWith(' > button_params', [
		...inKey('button_params', [
			['an object for the list', { 0: url }],
			['a text for the list', 'a'],
			['null for the list', null],
		]),
		['the same index twice', buttons(url, { ...url, text: 'b' }), /0/],
		['no index', buttons({ sub_type: 'url', text: 'a' })],
		['a negative index', buttons({ ...url, index: -1 })],
		['no text for a URL', buttons({ index: 0, sub_type: 'url' })],
		['a type that there is not', buttons({ index: 0, sub_type: 'phone_number' })],
		['a payload for a URL', buttons({ ...url, payload: 'a' }), /"payload"/],
		['a misspelt key', buttons({ ...url, sub_typ: 'url' }), /"sub_typ".*"sub_type"/],
		['a text in its place', buttons('a')],
		['nothing in its place', buttons(null)],
	]);
});
