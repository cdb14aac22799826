/**
 * Reads the header Retry-After (RFC 9110, section 10.2.3): seconds, or an HTTP date.
 *
 * @param now in milliseconds since 1970
 * @returns how long to wait, in milliseconds from 0; undefined where the header is missing or says nothing usable
 */
export function retryAfterMs(header: unknown, now: number): number | undefined {
	const text = String(header ?? '').trim();
	if (/^\d+(\.\d+)?$/.test(text)) return Number(text) * 1000;
	// Date.parse takes much that is no HTTP date, e.g. "-5": a date has a letter.
	const date = /[a-z]/i.test(text) ? Date.parse(text) : Number.NaN;
	return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
