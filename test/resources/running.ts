import { setSafeRegexEngine } from 'n8n-workflow';
import type { JournalEntry } from '../../sandbox';
import { startLiveDesk, useNewCredential, type LiveDesk } from '../support/livedesk';

/** The node in n8n's engine for all tests of a file; its sandbox is as new before each of them. */
export function running(options?: Parameters<typeof startLiveDesk>[0]): LiveDesk {
	// n8n takes seconds to load where many tests run at once.
	jest.setTimeout(60_000);
	const context = {} as LiveDesk;
	beforeAll(async () => {
		trustPatterns();
		Object.assign(context, await startLiveDesk(options));
	});
	beforeEach(() => {
		useNewCredential();
		context.sandbox.restore();
	});
	afterAll(async () => await context.close());
	return context;
}

/** n8n gives the pattern of a locator 250 ms on the clock, which a busy machine can take for itself. */
function trustPatterns(): void {
	const all = (flags = '') => (flags.includes('g') ? flags : `${flags}g`);
	setSafeRegexEngine({
		exec: (pattern, input, flags) => new RegExp(pattern, flags).exec(input),
		test: (pattern, input, flags) => new RegExp(pattern, flags).test(input),
		replace: (pattern, input, flags, by) => input.replace(new RegExp(pattern, flags), by),
		matchAll: (pattern, input, flags) => [...input.matchAll(new RegExp(pattern, all(flags)))],
		split: (pattern, input, flags) => input.split(new RegExp(pattern, flags)),
	});
}

/** The one request that arrived, which LiveDesk took; fails when it was refused, or when there were more or none. */
export function onlyRequest({ sandbox }: LiveDesk): JournalEntry {
	expect(sandbox.journal.ends().map(({ status }) => status)).toEqual([200]);
	return sandbox.journal.starts()[0];
}
