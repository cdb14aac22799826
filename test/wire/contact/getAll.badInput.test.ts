import { continuesAfter, noTexts, refuses, VALUE } from '../support/badInput';
import { useLiveDesk } from '../../support/useLiveDesk';

const desk = useLiveDesk();
const parameters = { resource: 'contact', operation: 'getAll', searchTerm: 'nobody at all' };

const limit = { label: 'Limit', parameters: { ...parameters, limit: VALUE }, good: '1' };
refuses(desk, limit, [
	['zero', 0],
	['a negative number', -1],
	['a fraction', 1.5],
	['text', 'all'],
	...noTexts,
]);
refuses(
	desk,
	{ label: 'Return All', parameters: { ...parameters, returnAll: VALUE }, good: 'true' },
	[
		['a word', 'yes'],
		['a number', 1],
	],
);
refuses(
	desk,
	{ label: 'Search Term', parameters: { ...parameters, searchTerm: VALUE }, good: '' },
	noTexts,
);
refuses(
	desk,
	{ label: 'Sort By', parameters: { ...parameters, filters: { sort: VALUE } }, good: 'name' },
	[
		['an unknown field', 'age', /Known values: city, company.*Received: age/],
		['an object', {}],
	],
);
refuses(
	desk,
	{ label: 'Direction', parameters: { ...parameters, filters: { direction: VALUE } }, good: 'asc' },
	[['an unknown word', 'down', /asc, desc/]],
);
refuses(
	desk,
	{ label: 'Labels', parameters: { ...parameters, filters: { labels: VALUE } }, good: 'vip' },
	[
		['an object', { a: 1 }],
		['a list of objects', [{ a: 1 }]],
	],
);

describe('with On Error = Continue', () => {
	const label = { ...limit, parameters: { ...limit.parameters, searchTerm: 'สมชาย' } };
	continuesAfter(desk, label, ['zero', 0]);
});
