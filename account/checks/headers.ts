import { cannotTell, tell, type Account } from '../account';

const SECOND_MS = 1000;
const TOLERANCE_SECONDS = 60;
const TOO_MANY_REQUESTS = 429;

/** The headers that speak of a rate limit, in every spelling that is in use. */
const RATE_LIMIT = /^(?:x-)?rate-?limit(?:-(limit|remaining|reset|policy|used|resource))?/;

/** A name in which nobody's name can be: a word of the known ones, or none. */
function nameOf(header: string): string | undefined {
	if (header === 'retry-after') return header;
	const found = RATE_LIMIT.exec(header);
	return found ? found[0] : undefined;
}

function tellClock(account: Account): void {
	const differences = account.api.responses.flatMap(({ headers, at }) => {
		const date = Date.parse(headers.find(([name]) => name === 'date')?.[1] ?? '');
		return Number.isNaN(date) ? [] : [Math.round((date - at) / SECOND_MS)];
	});
	if (differences.length === 0) {
		cannotTell(account, 'clock', 'no response had a Date');
		return;
	}
	const [least] = differences.sort((one, other) => Math.abs(one) - Math.abs(other));
	const isSame = Math.abs(least) < TOLERANCE_SECONDS;
	const way = least < 0 ? 'behind' : 'ahead';
	const seen = `${Math.abs(least)} seconds ${least === 0 ? 'apart' : way}`;
	tell(account, 'clock', isSame, seen);
}

/** What the headers of all responses tell. Asks for nothing. */
export async function headers(account: Account): Promise<void> {
	tellClock(account);
	const names = account.api.responses
		.filter(({ status }) => status !== TOO_MANY_REQUESTS)
		.flatMap((response) => response.headers.flatMap(([name]) => nameOf(name) ?? []));
	const seen = [...new Set(names)].sort();
	tell(account, 'headers.rateLimit', seen.length === 0, seen.join(', ') || 'no such header');
}
