import { refuse } from '../../refuse';
import { isObject, kindOf, type JsonObject } from '../../values';

/**
 * @param label the form's label
 * @param collection what n8n gives for a fixedCollection: its rows under the name of its only option
 * @returns the rows
 * @throws UserError when an expression put something else in its place
 */
export function rowsOf(label: string, collection: unknown, name: string): JsonObject[] {
	const rows = isObject(collection) ? (collection[name] ?? []) : collection;
	const list = isObject(rows) ? [rows] : rows || [];
	if (!Array.isArray(list) || !list.every(isObject)) {
		refuse(
			`'${label}' is not a list of rows`,
			`Fill in the form, or choose 'Using JSON' under 'Specify Parameters'. Received: ${kindOf(rows)}.`,
		);
	}
	return list;
}
