import type { IExecuteFunctions, IHttpRequestOptions, INodeType } from 'n8n-workflow';
import { startEngine, type Engine } from '../../../harness/engine';
import { liveDeskNode } from '../../../harness/livedesk';
import { causeOf, type Cause } from '../../../nodes/LiveDesk/delivery/core/cause';

const TYPE = 'test.task';

/** What a request says at its end. */
export const TEXT = 'the message';

/**
 * n8n's engine, for all tests of a file, with a node that makes a request as the LiveDesk node does: with its credential,
 * any status a response, no redirect followed.
 *
 * @returns what makes a request to a URL, and gives what the node makes of what n8n's helper throws
 */
export function useCauses() {
	// n8n takes seconds to load where many tests run at once.
	jest.setTimeout(60_000);
	let engine: Engine;
	let request: (context: IExecuteFunctions) => Promise<void>;
	const nodeOf = ({ description }: INodeType): INodeType => ({
		description: { ...description, name: 'task', properties: [], requestDefaults: undefined },
		async execute(this: IExecuteFunctions) {
			await request(this);
			return [[]];
		},
	});
	beforeAll(async () => {
		engine = await startEngine(undefined, (liveDesk) => ({ [TYPE]: nodeOf(liveDesk) }));
	});
	afterAll(() => engine.close());

	return async (url: string, options: Partial<IHttpRequestOptions> = {}): Promise<Cause> => {
		let cause: Cause | undefined;
		request = async (node) => {
			await node.helpers.httpRequestWithAuthentication
				.call(node, 'liveDeskApi', {
					method: 'POST',
					url,
					body: JSON.stringify({ content: TEXT }),
					headers: { 'Content-Type': 'application/json' },
					returnFullResponse: true,
					ignoreHttpStatusErrors: true,
					disableFollowRedirect: true,
					...options,
				})
				.catch((error: unknown) => (cause = causeOf(error)));
		};
		const node = { ...liveDeskNode({}), type: TYPE };
		const credentials = { baseUrl: '', apiKey: 'key', apiSecret: 'secret' };
		await engine.start({ nodes: [node], connections: {}, credentials }).done;
		if (!cause) throw new Error('There is a response');
		return cause;
	};
}
