import { tryToParseDateTime } from 'n8n-workflow';
import { requiredText } from './input';
import { refuse } from './refuse';
import { excerpt, trimmed } from './values';

/** Seconds reach this in the year 5138, milliseconds reached it in 1973. */
const FIRST_MILLISECONDS = 1e11;

/**
 * @param value a moment as n8n's editor gives it, as an expression does (Luxon's or JavaScript's date), or as a unix time in
 * seconds or milliseconds
 * @param zone an IANA timezone, for a time without one
 * @returns unix seconds
 * @throws UserError for anything else
 */
export function unixSeconds(label: string, value: unknown, zone: string): number {
	const text = trimmed(requiredText(label, value));
	const ms = /^\d+(\.\d+)?$/.test(text) ? unixMs(Number(text)) : msOf(text, zone);
	if (!Number.isFinite(ms)) {
		refuse(
			`'${label}' is not a date and time`,
			`Enter it as in 2027-01-31T09:00:00 in '${label}', or check the expression there. Received: ${excerpt(text)}`,
		);
	}
	return Math.floor(ms / 1000);
}

/**
 * @param now in milliseconds since 1970
 * @returns unix seconds; takes and throws what `unixSeconds` does
 * @throws UserError for a moment that is over
 */
export function laterSeconds(label: string, value: unknown, zone: string, now: number): number {
	const seconds = unixSeconds(label, value, zone);
	if (seconds * 1000 > now) return seconds;
	refuse(`'${label}' is in the past`, `Enter a later time. Received: ${excerpt(value)}`);
}

/** @returns a unix time in milliseconds, whether it is given in seconds or in milliseconds */
export const unixMs = (number: number): number =>
	Math.abs(number) < FIRST_MILLISECONDS ? number * 1000 : number;

/** n8n's function takes much more for a date, and reads that in the zone of the server. */
const DATE_TIME =
	/^(\d{4}-\d\d-\d\d)(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?)? ?(?:Z|[+-]\d\d:?\d\d)?$/;

function msOf(text: string, zone: string): number {
	const date = DATE_TIME.exec(text)?.[1];
	if (date === undefined) return Number.NaN;
	try {
		const parsed = tryToParseDateTime(text, zone);
		// It also makes 2 March of 30 February.
		return parsed.toISODate() === date ? parsed.toMillis() : Number.NaN;
	} catch {
		return Number.NaN;
	}
}
