import type { IExecuteSingleFunctions } from 'n8n-workflow';
import type { Read } from './operation';

export interface Reader {
	readFor(context: IExecuteSingleFunctions): Read;
}

/** Reads a parameter without an expression only once for all items of a run: it is the same for each. */
export function createReader(): Reader {
	const constants = new Map<string, unknown>();
	const variables = new Set<string>();
	return {
		readFor: (context) => (name, fallback) => {
			if (constants.has(name)) return constants.get(name);
			const value = context.getNodeParameter(name, fallback);
			if (variables.has(name)) return value;
			const raw = context.getNodeParameter(name, fallback, { rawExpressions: true });
			if (hasExpression(raw)) variables.add(name);
			else constants.set(name, value);
			return value;
		},
	};
}

/** n8n takes every text that begins with = for an expression, however deep it is. */
export function hasExpression(value: unknown): boolean {
	if (typeof value === 'string') return value.startsWith('=');
	return typeof value === 'object' && value !== null && Object.values(value).some(hasExpression);
}
