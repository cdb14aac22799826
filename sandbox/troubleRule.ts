import { anyText, flag, isObject, listOf, mapOf, number, oneOf, shape, text } from './check';
import type { Check } from './check';
import { invalid } from './refusal';
import type { TroubleRule } from './types';

const kinds = oneOf('text', 'attachment', 'template', 'retry', 'contact', 'conversation', 'other');
const milliseconds = number(0, 3_600_000);

const either =
	(usual: Check, other: Check, isOther: (value: unknown) => boolean): Check =>
	(value, field) =>
		(isOther(value) ? other : usual)(value, field);

const isNumber = (value: unknown) => typeof value === 'number';

const range: Check = (value, field) => {
	listOf(milliseconds)(value, field);
	const [min, max, ...more] = value as number[];
	if (max === undefined || more.length > 0 || min > max) {
		throw invalid(`${field} must be a number or [min, max]`, field);
	}
};

const times: Check = (value, field) => {
	if (value !== Infinity) number(1, Number.MAX_SAFE_INTEGER)(value, field);
};

const ruleShape = shape(
	{},
	{
		conversation: either(text, number(0, Number.MAX_SAFE_INTEGER), isNumber),
		kind: either(kinds, listOf(kinds), Array.isArray),
		content: anyText,
		times,
		latencyMs: either(milliseconds, range, Array.isArray),
		status: number(200, 599),
		headers: mapOf(anyText),
		body: () => {},
		html: flag,
		retryAfter: either(anyText, number(0, 1e9), isNumber),
		failed: text,
		drop: oneOf('before-body', 'after-body', 'mid-reply'),
		redirect: text,
	},
);

/**
 * Reads a rule as it is given in code or over HTTP (there Infinity is a word).
 * Throws a Refusal (422) that names the field when it cannot be meant.
 */
export function troubleRule(given: unknown): TroubleRule {
	const rule = isObject(given) ? { ...given } : given;
	if (isObject(rule)) {
		if (rule.times === 'Infinity') rule.times = Infinity;
		for (const key of Object.keys(rule)) if (rule[key] === undefined) delete rule[key];
	}
	ruleShape(rule, '');
	return rule as TroubleRule;
}
