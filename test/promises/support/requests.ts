import type { IExecuteFunctions, IHttpRequestOptions, INodeType } from 'n8n-workflow';
import { startEngine, type Engine } from '../../../harness/engine';
import { liveDeskNode } from '../../../harness/livedesk';

type Task<T> = (context: IExecuteFunctions) => Promise<T>;

/** n8n's engine with a node that does what a test says, with all that n8n gives to a node. */
export interface Requests {
	/**
	 * Makes one request as the LiveDesk node does: with its credential, any status a response, no redirect followed.
	 *
	 * @returns n8n's full response; rejects with what n8n's helper throws
	 */
	request(options: IHttpRequestOptions): Promise<{ statusCode: number; body: unknown }>;
}

const TYPE = 'test.task';

/** Starts them for all tests of a file. */
export function requests(): Requests {
	// n8n takes seconds to load where many tests run at once.
	jest.setTimeout(60_000);
	let engine: Engine;
	let task: Task<unknown>;
	const nodeOf = ({ description }: INodeType): INodeType => ({
		description: { ...description, name: 'task', properties: [], requestDefaults: undefined },
		async execute(this: IExecuteFunctions) {
			await task(this);
			return [[]];
		},
	});
	/** Returns what the task returns; rejects with what it throws. */
	async function inNode<T>(wanted: Task<T>): Promise<T> {
		let outcome = async (): Promise<T> => await Promise.reject(new Error('It did not run'));
		task = async (node) => {
			outcome = await wanted(node).then(
				(value) => async () => value,
				(error) => async () => await Promise.reject(error),
			);
		};
		const node = { ...liveDeskNode({}), type: TYPE };
		const credentials = { baseUrl: '', apiKey: 'key', apiSecret: 'secret' };
		await engine.start({ nodes: [node], connections: {}, credentials }).done;
		return await outcome();
	}
	beforeAll(async () => {
		engine = await startEngine(undefined, (liveDesk) => ({ [TYPE]: nodeOf(liveDesk) }));
	});
	afterAll(() => engine.close());
	return {
		request: async (options) =>
			await inNode(
				async (node) =>
					await node.helpers.httpRequestWithAuthentication.call(node, 'liveDeskApi', {
						method: 'POST',
						returnFullResponse: true,
						ignoreHttpStatusErrors: true,
						disableFollowRedirect: true,
						...options,
					}),
			),
	};
}
