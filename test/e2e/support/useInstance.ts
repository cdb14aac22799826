import { startInstance, type Instance, type InstanceOptions, type Major } from './instance';

/** The first start makes n8n's database, beside whatever else this machine does. */
const STARTS_WITHIN_MS = 240_000;

/**
 * One n8n for all tests of a `describe` block, and a sandbox that each test finds empty.
 *
 * @returns a function that gives it within a test
 */
export function useInstance(which: Major, options: InstanceOptions = {}): () => Instance {
	let starting: Promise<Instance>;
	let instance: Instance | undefined;
	beforeAll(async () => {
		starting = startInstance(which, options);
		instance = await starting;
	}, STARTS_WITHIN_MS);
	beforeEach(() => instance?.sandbox.reset());
	// Also one that came up after Jest had given up on it.
	afterAll(async () => await (await starting.catch(() => undefined))?.stop(), STARTS_WITHIN_MS);
	return () => {
		if (!instance) throw new Error('n8n has not started.');
		return instance;
	};
}
