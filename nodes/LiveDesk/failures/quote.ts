import type { Redact } from './redact';

const LONGEST_QUOTE = 300;

/** How much of a text is worked on at all, however long it is. */
const WINDOW = 4_096;
/** Longer than a secret is in any encoding: what a window's edge may have cut in half is left out. */
const EDGE = 2_048;

/** What would break a line or turn the direction of the text around it. */
const NOT_SHOWN = /[\s\p{Cc}\u202A-\u202E\u2066-\u2069]+/gu;

/**
 * @param text came from outside, of any length
 * @returns it in one line, without secrets, and cut to a length that a person reads
 */
export function quote(text: string, redact: Redact, longest = LONGEST_QUOTE): string {
	const isWhole = text.length <= WINDOW + EDGE;
	const clean = isWhole ? redact(text) : redact(text.slice(0, WINDOW + EDGE)).slice(0, -EDGE);
	const line = clean.replace(NOT_SHOWN, ' ').trim();
	if (line === '' || (isWhole && line.length <= longest)) return line;
	// Half a surrogate pair is no character.
	return `${line.slice(0, longest).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

const LONGEST_ID = 60;

/** @returns an ID that came from outside; empty where the value is none */
export function quoteId(value: unknown, redact: Redact): string {
	if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
	return typeof value === 'string' ? quote(value, redact, LONGEST_ID) : '';
}
