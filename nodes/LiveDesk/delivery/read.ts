import { UserError, type IExecuteSingleFunctions } from 'n8n-workflow';
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
			const value = evaluated(context, name, fallback);
			if (variables.has(name)) return value;
			const raw = context.getNodeParameter(name, fallback, { rawExpressions: true });
			if (hasExpression(raw)) variables.add(name);
			else constants.set(name, value);
			return value;
		},
	};
}

/** n8n goes through all that an expression gives, until the stack is used up where a value contains itself. */
function evaluated(context: IExecuteSingleFunctions, name: string, fallback: unknown): unknown {
	try {
		return context.getNodeParameter(name, fallback);
	} catch (error) {
		return inOurWords(error, name);
	}
}

function inOurWords(error: unknown, name: string): never {
	if (Object(error).name !== 'RangeError') throw error;
	throw new UserError('An expression gives a value that contains itself', {
		description: `Map only the fields that are needed. The expression is in the parameter '${name}'.`,
	});
}

/** n8n takes every text that begins with = for an expression, however deep it is. */
export function hasExpression(value: unknown): boolean {
	if (typeof value === 'string') return value.startsWith('=');
	return typeof value === 'object' && value !== null && Object.values(value).some(hasExpression);
}
