import type { IDataObject } from 'n8n-workflow';
import { unixMs } from './time';
import type { JsonObject } from './values';

/** LiveDesk writes IDs as integers: so do the ones that come from a request. */
export function numberLike(id: string): string | number {
	return String(Number(id)) === id && Number.isSafeInteger(Number(id)) ? Number(id) : id;
}

/**
 * @param time unix seconds, as most of LiveDesk's replies have them [S]; milliseconds; either as digits in text; or a date
 * in text that begins with the year
 * @returns ISO 8601; undefined for anything else
 */
export function isoDate(time: unknown): string | undefined {
	const isNumber =
		typeof time === 'number' || (typeof time === 'string' && /^-?\d+(\.\d+)?$/.test(time));
	if (!isNumber && !(typeof time === 'string' && /^\d{4}-\d\d-\d\d/.test(time))) return undefined;
	const date = new Date(isNumber ? unixMs(Number(time)) : time);
	if (Number.isNaN(date.getTime())) return undefined;
	const iso = date.toISOString();
	// A year of more than four digits is written with a sign: that number was not a time.
	return /^\d/.test(iso) ? iso : undefined;
}

/** @returns just the named fields, those that are not there as undefined */
export function pick(object: JsonObject, keys: string[]): JsonObject {
	return Object.fromEntries(keys.map((key) => [key, object[key]]));
}

/** @returns the fields that are there */
export function present(object: JsonObject): IDataObject {
	return Object.fromEntries(
		Object.entries(object).filter(([, value]) => value !== undefined),
	) as IDataObject;
}
