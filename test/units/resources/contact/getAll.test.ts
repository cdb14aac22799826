import { buildQuery } from '../../../../nodes/LiveDesk/resources/contact/getAll';

test('the search has nothing in it that the user left empty', () => {
	expect(buildQuery('', {})).toEqual({});
	expect(buildQuery(undefined, { labels: ' , ', sort: '' })).toEqual({});
	expect(buildQuery('+66', { labels: ['a', 'a,b'] })).toEqual({
		q: '+66',
		'labels[]': ['a', 'b'],
	});
});
