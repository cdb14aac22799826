import { refuse } from '../../refuse';
import { excerpt, type JsonObject } from '../../values';

/**
 * @param label the parameter, and where in it the object is
 * @param known the keys that the API documents there
 * @throws UserError that names a key which is not known, and the nearest one that is
 */
export function knownKeys(label: string, object: JsonObject, known: readonly string[]): void {
	const unknown = Object.keys(object).find((key) => !known.includes(key));
	if (unknown === undefined) return;
	const word = unknown.slice(0, 40);
	const [nearest] = known
		.map((key) => ({ key, changes: changesBetween(word, key) }))
		.sort((a, b) => a.changes - b.changes);
	// Half a word in common is chance.
	const hint =
		nearest.changes * 2 < nearest.key.length ? `The nearest known key is "${nearest.key}". ` : '';
	refuse(
		`'${label}' has a key that LiveDesk does not know`,
		`Unknown key: "${excerpt(unknown)}". ${hint}Known keys: ${known.join(', ')}.`,
	);
}

/** Levenshtein's distance: how many letters to add, drop or change to get from one word to the other. */
function changesBetween(from: string, to: string): number {
	let row = Array.from({ length: to.length + 1 }, (_, index) => index);
	for (let i = 1; i <= from.length; i++) {
		const next = [i];
		for (let j = 1; j <= to.length; j++) {
			const changed = from[i - 1] === to[j - 1] ? 0 : 1;
			next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + changed);
		}
		row = next;
	}
	return row[to.length];
}
