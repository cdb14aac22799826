import { startEngine, LIVEDESK_TYPE, type Engine } from '../../harness/engine';
import { measure, messagesFor } from '../../bench/figures';
import { engineSender, twiceAtOnce, undiciSender, type Sender } from '../../bench/senders';
import { startServer, type Server } from '../../bench/server';
import { HELPER_TYPE, helperNode, STOCK_TYPE, stockNode } from '../../bench/types';

let engine: Engine;
let server: Server;

beforeAll(async () => {
	engine = await startEngine('default', (liveDesk) => ({
		[STOCK_TYPE]: stockNode(liveDesk),
		[HELPER_TYPE]: helperNode(2)(liveDesk),
	}));
	server = await startServer();
});

afterAll(() => server.close());

describe('the benchmark, with a few messages, has every message arrive once:', () => {
	test.each<[string, () => Sender]>([
		['this node', () => engineSender(engine, LIVEDESK_TYPE)],
		['this node, two executions at once', () => twiceAtOnce(engineSender(engine, LIVEDESK_TYPE))],
		["n8n's stock engine", () => engineSender(engine, STOCK_TYPE)],
		["n8n's HTTP helper", () => engineSender(engine, HELPER_TYPE)],
		['undici', () => undiciSender(2)],
	])('%s', async (_, sender) => {
		const figures = await measure(sender(), messagesFor(12, 3), server, [1]);
		expect(figures.peakConnections).toBeGreaterThan(0);
	});
});
