/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { factsPage } from '../../account/docs';
import { checkedFacts, checkNames, factsOf, uncheckedFacts } from '../../account/facts';

/** As Prettier leaves it, but for the width of the columns. */
const compact = (page: string) =>
	page
		.split('\n')
		.map((line) => line.replace(/ +/g, ' ').replace(/-{2,}/g, '--'))
		.filter((line) => line !== '')
		.join('\n');

describe('The facts that the node relies on', () => {
	it('are what docs/api-facts.md says: npm run facts makes it', () => {
		const page = readFileSync(resolve(__dirname, '../../docs/api-facts.md'), 'utf8');

		expect(compact(page)).toBe(compact(factsPage()));
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
