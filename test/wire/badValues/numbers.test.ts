import { byId } from '../../../harness/livedesk';
import { useLiveDesk } from '../../support/useLiveDesk';
import { template } from '../message/documented';
import { noTexts, nothing, refuses, VALUE, type BadValue } from './refuses';

const desk = useLiveDesk();
const text = { conversationId: byId('141'), content: 'Hello' };

/** What is neither digits nor a number. */
const noNumbers: BadValue[] = [
	...nothing,
	['a word', 'north'],
	['hexadecimal digits', '0x10'],
	['a plus', '+12'],
	['infinity', Infinity],
	['a boolean', true],
	...noTexts,
];

describe('a whole number', () => {
	const parameters = { ...text, additionalFields: { inReplyTo: VALUE } };
	refuses(desk, { label: 'In Reply To Message ID', parameters, good: '29' }, [
		...noNumbers,
		['zero', 0],
		['zero as a text', '0'],
		['a negative number', -29],
		['a fraction', 29.5],
		['a fraction as a text', '29.5'],
		['a number beyond the exact ones', '9007199254740993'],
		['digits of any length', '1'.repeat(5000), /1{80}…/],
	]);
});

describe.each([
	['Header Latitude', 'headerLatitude', 90],
	['Header Longitude', 'headerLongitude', 180],
])('the degrees of a %s', (label, name, limit) => {
	const parameters = { ...template, headerType: 'location', [name]: VALUE };
	refuses(desk, { label, parameters, good: limit }, [
		...(name === 'headerLatitude' ? noNumbers : []),
		['a number above the range', limit + 0.0001],
		['a number below the range', -limit - 0.0001],
		['a number out of range as a text', String(limit + 1)],
	]);
});

describe('a time of n8n', () => {
	const parameters = { ...text, requestOptions: { timeout: VALUE } };
	refuses(desk, { label: 'Timeout', parameters, good: 1_000 }, [
		['a word', 'soon', /is not a number from 1/],
		['a negative number', -1, /is not a number from 1/],
	]);
});

describe('a switch', () => {
	const parameters = { ...text, additionalFields: { private: VALUE } };
	refuses(desk, { label: 'Private Note', parameters, good: true }, [
		['a word', 'yes'],
		['an empty text', ''],
		['a number', 1],
		['null', null],
		['undefined', undefined],
		['an object', {}],
	]);
});

describe('a date and time', () => {
	const status = { resource: 'conversation', operation: 'updateStatus', status: 'snoozed' };
	const parameters = { ...status, conversationId: byId('141'), snoozedUntil: VALUE };
	refuses(desk, { label: 'Snoozed Until', parameters, good: '' }, [
		['a moment that is over', '2020-01-31T09:00:00', /is in the past/],
		['this very moment', new Date().toISOString(), /is in the past/],
		['a word', 'tomorrow', /is not a date and time/],
		['a date that there is not', '2099-02-30T09:00:00', /is not a date and time/],
		...noTexts,
	]);
});

describe('a menu', () => {
	const getAll = { resource: 'contact', operation: 'getAll', searchTerm: 'nobody at all' };
	const parameters = { ...getAll, filters: { sort: VALUE } };
	refuses(desk, { label: 'Sort By', parameters, good: 'name' }, [
		['an unknown field', 'age', /Known values: city, company.*Received: age/],
		['an object', {}],
	]);
	// It alone is not left out where it is empty.
	const header = { ...template, headerType: VALUE, headerMediaUrl: 'https://example.com/a' };
	refuses(desk, { label: 'Header Type', parameters: header, good: 'image' }, [
		['a type that there is not', 'audio', /image/],
		['a name of every object', 'constructor'],
		['the name of the prototype', '__proto__'],
		['an empty text', ''],
		['null', null],
		['an object', {}],
	]);
	const button = { index: 0, text: 'a', subType: VALUE };
	const buttons = { ...template, buttons: { button: [button] } };
	refuses(desk, { label: 'Buttons > 1', parameters: buttons, good: 'url' }, [
		['a type that there is not', 'phone_number', /url, quick_reply.*phone_number/],
		['a name of every object', 'constructor'],
		['an empty text', ''],
	]);
});
