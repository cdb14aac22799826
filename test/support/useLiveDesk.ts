/* eslint-disable @n8n/community-nodes/no-restricted-globals */
import { setSafeRegexEngine } from 'n8n-workflow';
import { startLiveDesk, useNewCredential, type LiveDesk } from '../../harness/livedesk';
import { until } from '../../harness/until';
import type { JournalEntry } from '../../sandbox';

/** A test waits for what happens, not for a time: this is only for a machine that is very busy. */
const PATIENCE_MS = 60_000;

/** Timers that keep the process alive. */
const timers = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;

/**
 * The node in n8n's engine, and a sandbox, for all tests of a file; the sandbox is as new before each of them. A test
 * fails that leaves a timer behind.
 */
export function useLiveDesk(options?: Parameters<typeof startLiveDesk>[0]): LiveDesk {
	const context = {} as LiveDesk;
	jest.setTimeout(PATIENCE_MS);
	beforeAll(async () => {
		trustPatterns();
		Object.assign(context, await startLiveDesk(options));
	});
	let before: number;
	beforeEach(() => {
		useNewCredential();
		context.sandbox.restore();
		before = timers();
	});
	afterEach(async () => {
		await until(() => timers() <= before);
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

/** Conversations of a sandbox: 1 to count. */
export const conversations = (count: number) =>
	Array.from({ length: count }, (_, index) => ({ id: index + 1 }));

/** The one request that arrived, which LiveDesk took; fails when it was refused, or when there were more or none. */
export function onlyRequest({ sandbox }: LiveDesk): JournalEntry {
	expect(sandbox.journal.ends().map(({ status }) => status)).toEqual([200]);
	return sandbox.journal.starts()[0];
}
