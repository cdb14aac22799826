import type { IDataObject, IExecutePaginationFunctions, INode } from 'n8n-workflow';
import { DEFAULTS, type Options } from '../../../nodes/LiveDesk/delivery/readOptions';
import { settingsOf } from '../../../nodes/LiveDesk/delivery/settings';

interface Given {
	parameters?: IDataObject;
	node?: Partial<INode>;
	items?: number;
	continues?: boolean;
	signal?: AbortSignal;
	options?: Partial<Options>;
}

function read(
	{ parameters = {}, node = {}, items = 5, continues = false, signal, options = {} }: Given,
	isTool = false,
) {
	const context = {
		getNodeParameter: (name: string, fallback: unknown) => parameters[name] ?? fallback,
		getExecuteData: () => ({ data: { main: [Array.from({ length: items }, () => ({}))] } }),
		continueOnFail: () => continues,
		getExecutionCancelSignal: () => signal,
	} as unknown as IExecutePaginationFunctions;
	return settingsOf(context, node as INode, { ...DEFAULTS, ...options }, isTool);
}

const batching = (batch: IDataObject) => ({
	parameters: { requestOptions: { batching: { batch } } },
});

test('a run takes the defaults where nothing is set', () => {
	expect(read({})).toMatchObject({
		expected: 5,
		batchSize: 5,
		batchIntervalMs: 0,
		stopOnFailure: true,
		retryOnFail: false,
		rateLimitWaitMs: 60_000,
	});
});

test('a run takes Rate Limit Wait in seconds', () => {
	expect(read({ options: { rateLimitWait: 0.5 } }).rateLimitWaitMs).toBe(500);
});

test.each([
	[{ batchSize: 2, batchInterval: 50 }, 2, 50],
	[{ batchSize: 0, batchInterval: 50 }, 1, 50],
	[{ batchSize: -1, batchInterval: 50 }, 1, 50],
	[{ batchSize: 2, batchInterval: 0 }, 5, 0],
	[{ batchSize: 2 }, 5, 0],
])("a run takes batches as n8n's loop does: %j", (batch, batchSize, batchIntervalMs) => {
	expect(read(batching(batch))).toMatchObject({ batchSize, batchIntervalMs });
});

test.each<[string, Given, boolean, number]>([
	['all items', { items: 3 }, false, 3],
	['one with Execute Once', { items: 3, node: { executeOnce: true } }, false, 1],
	['one as a tool', { items: 3 }, true, 1],
])('a run expects %s', (_, given, isTool, expected) => {
	expect(read(given, isTool)).toMatchObject({ expected, batchSize: expected });
});

test('a run goes by On Error, Retry On Fail and the cancel of the execution', () => {
	const controller = new AbortController();
	const settings = read({
		continues: true,
		node: { retryOnFail: true },
		signal: controller.signal,
	});
	expect(settings).toMatchObject({ stopOnFailure: false, retryOnFail: true });
	expect(settings.isCancelled()).toBe(false);
	controller.abort();
	expect(settings.isCancelled()).toBe(true);
	expect(read({}).isCancelled()).toBe(false);
});
