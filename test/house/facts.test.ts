import { factsPage } from '../../account/docs';
import { checkedFacts, checkNames, factsOf, uncheckedFacts } from '../../account/facts';
import { textOf } from './documents';

/** As Prettier leaves it, but for the width of the columns. */
const compact = (page: string) =>
	page
		.split('\n')
		.map((line) => line.replace(/ +/g, ' ').replace(/-{2,}/g, '--'))
		.filter((line) => line !== '')
		.join('\n');

describe('The facts that the node relies on', () => {
	it('are what docs/api-facts.md says: npm run facts makes it', () => {
		expect(compact(textOf('docs/api-facts.md'))).toBe(compact(factsPage()));
	});

	it('have an ID of their own each', () => {
		const ids = [...checkedFacts, ...uncheckedFacts].map(({ id }) => id);

		expect(new Set(ids).size).toBe(ids.length);
	});

	it('are in the order of the checks, and none of these is empty', () => {
		expect(checkNames.flatMap((name) => factsOf(name))).toEqual(checkedFacts);
		expect(checkNames.filter((name) => factsOf(name).length === 0)).toEqual([]);
	});
});
