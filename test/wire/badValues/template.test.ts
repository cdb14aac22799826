import { useLiveDesk } from '../../support/useLiveDesk';
import { template } from '../message/documented';
import { noTexts, refuses, VALUE } from './refuses';

const desk = useLiveDesk();
const whole = { name: 'order', value: 'Order #456' };
const body = (...variable: object[]) => ({ ...template, bodyVariables: { variable } });
const label = 'Body Variables';

describe('the value of a variable, which WhatsApp would refuse otherwise', () => {
	const parameters = body(whole, { name: '1', value: VALUE });
	refuses(desk, { label, parameters, good: 'John' }, [
		['an empty text', '', /WhatsApp/],
		['spaces', '  ', /WhatsApp/],
		['characters that nobody sees', '\u200b\u200e', /WhatsApp/],
		['NUL', 'Order\0#456', /NUL/],
		['null', null, /WhatsApp/],
		['undefined', undefined, /WhatsApp/],
		['a line break', 'Order\n#456', /WhatsApp.*line break/s],
		['a carriage return', 'Order\r#456', /WhatsApp.*line break/s],
		['a vertical tab', 'Order\v#456', /WhatsApp.*line break/s],
		['a form feed', 'Order\f#456', /WhatsApp.*line break/s],
		['a next line', 'Order\u0085#456', /WhatsApp.*line break/s],
		['a tab', 'Order\t#456', /WhatsApp.*tab/s],
		['five spaces in a row', 'Order     #456', /WhatsApp.*four spaces/s],
		...noTexts,
	]);
});

describe('the name of a variable', () => {
	const parameters = body(whole, { name: VALUE, value: 'John' });
	refuses(desk, { label, parameters, good: 'name' }, [
		['a name that is taken', 'order', /twice.*"order"/s],
		['a name that is taken, with spaces', ' order ', /twice.*"order"/s],
		['an object', { a: 1 }, /row 2 is an object/],
		['null', null, /row 2 is nothing/],
		['undefined', undefined, /row 2 is nothing/],
	]);
});

describe('the position of a variable without a name', () => {
	const parameters = body({ name: VALUE, value: 'a' }, { name: '', value: 'b' });
	refuses(desk, { label, parameters, good: '1' }, [
		['a position that is taken', '2', /two rows for one variable.*Row 2.*"2".*name/s],
	]);
});

describe('the index of a button', () => {
	const url = { index: 0, subType: 'url', text: 'track/12345' };
	const parameters = { ...template, buttons: { button: [url, { ...url, index: VALUE }] } };
	refuses(desk, { label: 'Buttons', parameters, good: 1 }, [
		['an index that is taken', 0, /0/],
		['an index that is taken, as a text', '0', /0/],
	]);
	refuses(desk, { label: 'Buttons > 2 > Index', parameters, good: '1' }, [['a word', 'first']]);
});

describe('the parameters as JSON', () => {
	const parameters = { ...template, parameterMode: 'json', parametersJson: VALUE };
	const json = { label: 'Parameters (JSON)', parameters, good: {} };
	refuses(desk, json, [
		['broken JSON', '{ "processed_params": '],
		['a misspelt key', { procesed_params: {} }, /"procesed_params".*"processed_params"/],
		['an empty value', { processed_params: { name: '' } }, /"name".*WhatsApp/],
	]);
});
