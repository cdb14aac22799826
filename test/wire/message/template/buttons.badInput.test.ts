import type { IDataObject } from 'n8n-workflow';
import { noTexts, nothing, refuses, VALUE } from '../../support/badInput';
import { useLiveDesk } from '../../../support/useLiveDesk';
import { template } from '../documented';

const desk = useLiveDesk();
const url = { index: 0, subType: 'url', text: 'track/12345' };
const withButtons = (...button: IDataObject[]) => ({ ...template, buttons: { button } });

describe('the index of a button', () => {
	const parameters = withButtons(url, { ...url, index: VALUE });
	refuses(desk, { label: 'Buttons', parameters, good: 1 }, [
		['an index that is taken', 0, /0/],
		['an index that is taken, as a text', '0', /0/],
	]);
	refuses(desk, { label: 'Buttons > 2 > Index', parameters, good: '1' }, [
		['a negative number', -1],
		['a fraction', 0.5],
		['a word', 'first'],
		['a plus', '+12'],
		['hexadecimal digits', '0x10'],
		['any length', 'a'.repeat(5000), /a{80}…/],
		['an empty text', ''],
		['null', null],
		['undefined', undefined],
		['NaN', NaN],
		['a boolean', true],
		['a list', [1]],
		['an object', {}],
	]);
});

describe('what a button takes', () => {
	const field = { label: 'Buttons > 1 > URL Suffix', good: 'a' };
	refuses(desk, { ...field, parameters: withButtons({ ...url, text: VALUE }) }, [
		...nothing,
		...noTexts,
	]);
	const reply = { index: 0, subType: 'quick_reply', payload: VALUE };
	const payload = { label: 'Buttons > 1 > Payload', parameters: withButtons(reply), good: 'a' };
	refuses(desk, payload, noTexts);
});

describe('the type of a button', () => {
	const parameters = withButtons({ ...url, subType: VALUE });
	refuses(desk, { label: 'Buttons > 1', parameters, good: 'url' }, [
		['a type that there is not', 'phone_number', /url, quick_reply.*phone_number/],
		['a name of every object', 'constructor'],
		['an empty text', ''],
	]);
});
