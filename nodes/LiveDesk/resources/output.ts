import type { IDataObject } from 'n8n-workflow';
import type { JsonObject } from './checks';

/** LiveDesk writes IDs as integers: so do the ones that come from a request. */
export function numberLike(id: string): string | number {
	return String(Number(id)) === id && Number.isSafeInteger(Number(id)) ? Number(id) : id;
}

/**
 * @param time unix seconds, as most of LiveDesk's replies have them, or a date in text
 * @returns ISO 8601; undefined for anything else
 */
export function isoDate(time: unknown): string | undefined {
	if (typeof time !== 'number' && typeof time !== 'string') return undefined;
	const date = new Date(typeof time === 'number' ? time * 1000 : time);
	return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
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
