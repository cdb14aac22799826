import { noTexts, nothing, refuses, VALUE, type BadValue } from '../../support/badInput';
import { useLiveDesk } from '../../../support/useLiveDesk';
import { template } from '../documented';

const desk = useLiveDesk();

describe.each(['image', 'video', 'document'])('of type %s', (headerType) => {
	const parameters = { ...template, headerType, headerMediaUrl: VALUE };
	const field = { label: 'Header Media URL', parameters, good: 'https://example.com/a' };
	refuses(desk, field, [
		...nothing,
		...noTexts,
		['an ftp address', 'ftp://example.com/a'],
		['a script', 'javascript:alert(1)'],
		['a data address', 'data:image/png;base64,AAAA'],
		['a path', '/image.jpg'],
		['a host without a scheme', 'example.com/image.jpg'],
		['a scheme without a host', 'https://'],
		['a blank within', 'https://example.com/an image.jpg'],
		['a port that is none', 'https://example.com:port/a'],
	]);
});

const noNumbers: BadValue[] = [
	['an empty text', ''],
	['null', null],
	['undefined', undefined],
	['a word', 'north'],
	['hexadecimal digits', '0x10'],
	['a plus', '+12'],
	['NaN', NaN],
	['infinity', Infinity],
	['a boolean', true],
	['a list', [1]],
	['an object', { degrees: 1 }],
];

describe.each([
	['Header Latitude', 'headerLatitude', 90],
	['Header Longitude', 'headerLongitude', 180],
])('%s', (label, name, limit) => {
	const parameters = { ...template, headerType: 'location', [name]: VALUE };
	refuses(desk, { label, parameters, good: limit }, [
		...noNumbers,
		['a number above the range', limit + 0.0001],
		['a number below the range', -limit - 0.0001],
		['a number out of range as a text', String(limit + 1)],
	]);
});

describe.each([
	['Header Location Name', 'headerLocationName', 'location'],
	['Header Location Address', 'headerLocationAddress', 'location'],
	['Header File Name', 'headerFileName', 'document'],
])('%s', (label, name, headerType) => {
	const headerMediaUrl = 'https://example.com/a';
	const parameters = { ...template, headerType, headerMediaUrl, [name]: VALUE };
	refuses(desk, { label, parameters, good: 'Acme HQ' }, noTexts);
});

describe('Header Type', () => {
	const parameters = { ...template, headerType: VALUE, headerMediaUrl: 'https://example.com/a' };
	refuses(desk, { label: 'Header Type', parameters, good: 'image' }, [
		['a type that there is not', 'audio', /image/],
		['a name of every object', 'constructor'],
		['the name of the prototype', '__proto__'],
		['an empty text', ''],
		['null', null],
		['an object', {}],
	]);
});
