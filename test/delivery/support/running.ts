/* eslint-disable @n8n/community-nodes/no-restricted-globals */
import { until } from '../../support/until';
import { startLiveDesk, useNewCredential, type LiveDesk } from '../../support/livedesk';

type Options = Parameters<typeof startLiveDesk>[0];

/** A test waits for what happens, not for a time: this is only for a machine that is very busy. */
const PATIENCE_MS = 60_000;

/** Timers that keep the process alive. */
const timers = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;

export interface Running {
	desk: LiveDesk;
	sandbox: LiveDesk['sandbox'];
	send: LiveDesk['send'];
	start: LiveDesk['start'];
}

/**
 * n8n with the node, and a sandbox, for all tests of a file; the sandbox is as new before each of them. A test fails that
 * leaves a timer behind.
 */
export function running(options?: Options): Running {
	const context = {} as Running;
	jest.setTimeout(PATIENCE_MS);
	beforeAll(async () => {
		const desk = await startLiveDesk(options);
		const { sandbox, send, start } = desk;
		Object.assign(context, { desk, sandbox, send, start });
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
	afterAll(async () => await context.desk.close());
	return context;
}

/** Conversations of a sandbox: 1 to count. */
export const conversations = (count: number) =>
	Array.from({ length: count }, (_, index) => ({ id: index + 1 }));
