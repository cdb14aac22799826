import { refuses, VALUE, type BadValue } from '../../support/badInput';
import { useLiveDesk } from '../../../support/useLiveDesk';
import { template } from '../documented';

const desk = useLiveDesk();
const label = 'Parameters (JSON)';
const parameters = { ...template, parameterMode: 'json', parametersJson: VALUE };
const field = { label, parameters, good: {} };
const inPart = (part: string) => ({ ...field, label: `${label} > ${part}` });
const location = (more: object) => ({
	header_params: { type: 'location', location: { latitude: 1, longitude: 2, ...more } },
});
const url = { index: 0, sub_type: 'url', text: 'a' };
const buttons = (...button: unknown[]) => ({ button_params: button });

refuses(desk, field, [
	['broken JSON', '{ "processed_params": '],
	['an empty text', ''],
	['a list as JSON', '[]'],
	['a text as JSON', '"John"'],
	['null as JSON', 'null'],
	['null', null],
	['undefined', undefined],
	['a list', []],
	['a number', 7],
	['a misspelt key', { procesed_params: {} }, /"procesed_params".*"processed_params"/],
	['a key that only resembles', { headerParams: {} }, /"headerParams".*"header_params"/],
	['a key of the message', { name: 'other' }, /"name"\. Known keys/],
	['the wrapper', { template_params: { processed_params: {} } }, /Leave out "template_params"/],
	[
		'the whole body',
		{ content: 'a', message_type: 'outgoing', template_params: {} },
		/Leave out "template_params"/,
	],
	['a key of any length', { ['a'.repeat(5000)]: 1 }, /a{80}…"/],
	['a number that would change', '{ "processed_params": { "1": 12345678901234567890 } }', /quotes/],
	['the key __proto__', '{ "__proto__": {} }', /"__proto__"/],
	['the key constructor', '{ "constructor": {} }', /"constructor"/],
]);

const noObjects: BadValue[] = [
	['a list', ['John']],
	['a text', 'John'],
	['a number', 7],
	['null', null],
];
const inKey = (key: string, values: BadValue[]): BadValue[] =>
	values.map(([what, value, says]) => [what, { [key]: value }, says]);

describe('variables', () => {
	refuses(desk, inPart('processed_params'), [
		...inKey('processed_params', noObjects),
		['an empty value', { processed_params: { name: '' } }, /"name".*WhatsApp/],
		['null as a value', { processed_params: { name: null } }, /"name".*WhatsApp/],
		['a list as a value', { processed_params: { name: ['a'] } }, /"name".*list/],
		['an object as a value', { processed_params: { name: {} } }, /"name".*object/],
		['a name without letters', { processed_params: { ' ': 'a' } }, /without a name/],
		['a name twice', { processed_params: { a: 'a', ' a ': 'b' } }, /twice.*"a"/s],
		['a tab in a value', { processed_params: { name: 'a\tb' } }, /WhatsApp.*"name"/s],
	]);
	refuses(desk, inPart('footer_params'), [
		...inKey('footer_params', noObjects),
		['a misspelt key', { footer_params: { text_variable: {} } }, /"text_variables"/],
		['a list of variables', { footer_params: { text_variables: ['John'] } }],
		['an empty value', { footer_params: { text_variables: { 1: ' ' } } }, /"1".*WhatsApp/],
	]);
});

describe('header', () => {
	refuses(desk, inPart('header_params'), [
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
	refuses(desk, inPart("header_params'"), [
		...inKey('header_params', [
			[
				'a key of another type',
				{ type: 'image', media_url: 'https://x/y', filename: 'y' },
				/"filename"/,
			],
			['a misspelt key', { type: 'text', text_variable: { 1: 'a' } }, /"text_variables"/],
		]),
	]);
	refuses(desk, inPart("header_params.location'"), [
		['a misspelt key', location({ adress: 'Main St' }), /"adress".*"address"/],
	]);
});

describe('buttons', () => {
	refuses(desk, inPart('button_params'), [
		...inKey('button_params', [
			['an object', { 0: url }],
			['a text', 'a'],
			['null', null],
		]),
		['the same index twice', buttons(url, { ...url, text: 'b' }), /0/],
		['no index', buttons({ sub_type: 'url', text: 'a' })],
		['a negative index', buttons({ ...url, index: -1 })],
		['a URL button without text', buttons({ index: 0, sub_type: 'url' })],
		['a type that there is not', buttons({ index: 0, sub_type: 'phone_number' })],
		['a payload for a URL', buttons({ ...url, payload: 'a' }), /"payload"/],
		['a misspelt key', buttons({ ...url, sub_typ: 'url' }), /"sub_typ".*"sub_type"/],
		['a button that is a text', buttons('a')],
		['a button that is nothing', buttons(null)],
	]);
});
