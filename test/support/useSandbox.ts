import { startSandbox } from '../../sandbox';
import type { Sandbox, SandboxOptions } from '../../sandbox';
import { client } from '../../harness/client';

/** A sandbox for all tests of a file, as new before each of them. */
export function useSandbox(options?: SandboxOptions) {
	const context = {} as { sandbox: Sandbox; desk: ReturnType<typeof client> };
	beforeAll(async () => {
		context.sandbox = await startSandbox(options);
		context.desk = client(context.sandbox);
	});
	beforeEach(() => context.sandbox.restore());
	afterAll(async () => await context.sandbox.close());
	return context;
}
