/* eslint-disable @n8n/community-nodes/no-restricted-globals */
import { LIVEDESK_TYPE, startEngine } from '../harness/engine';
import { attachments } from './attachments';
import { contest } from './order';
import { panel, WIDE_TYPE, wideNode } from './panel';
import { scale } from './scale';
import { engineSender, twiceAtOnce, undiciSender } from './senders';
import { startServer } from './server';
import { HELPER_TYPE, helperNode, STOCK_TYPE, stockNode } from './types';

const PARALLEL = 10;

/** Which parts to run: all of them, unless the command line names some, e.g. `npm run bench -- order floor`. */
const parts = process.argv.slice(2);
const wants = (part: string) => parts.length === 0 || parts.includes(part);

async function main() {
	const engine = await startEngine('default', (liveDesk) => ({
		[STOCK_TYPE]: stockNode(liveDesk),
		[HELPER_TYPE]: helperNode(PARALLEL)(liveDesk),
		[WIDE_TYPE]: wideNode(liveDesk),
	}));
	const server = await startServer();
	const livedesk = { name: 'this node', sender: engineSender(engine, LIVEDESK_TYPE) };
	const stock = { name: 'stock engine', sender: engineSender(engine, STOCK_TYPE) };

	if (wants('order')) {
		await contest(server, {
			title: 'Against the stock declarative engine',
			senders: [livedesk, stock],
			base: 1,
			messages: 1_000,
			conversations: 50,
			delay: [10, 30],
			rounds: 5,
		});
	}
	if (wants('floor')) {
		await contest(server, {
			title: `Against the floor, ${PARALLEL} requests at a time`,
			senders: [
				livedesk,
				{ name: "n8n's bare HTTP helper", sender: engineSender(engine, HELPER_TYPE) },
				{ name: 'undici', sender: undiciSender(PARALLEL) },
				{ name: 'stock engine, all at once', sender: stock.sender },
			],
			base: 1,
			messages: 1_000,
			conversations: 50,
			delay: [20],
			rounds: 5,
		});
	}
	if (wants('together')) {
		await contest(server, {
			title: `Two executions at once to the same conversations, ${PARALLEL} requests at a time each`,
			senders: [
				{ name: 'this node', sender: twiceAtOnce(livedesk.sender) },
				{ name: "n8n's bare HTTP helper", sender: twiceAtOnce(engineSender(engine, HELPER_TYPE)) },
			],
			base: 1,
			messages: 1_000,
			conversations: 50,
			delay: [20],
			rounds: 5,
		});
	}
	if (wants('attachments')) await attachments(server, 200, 3);
	if (wants('scale')) await scale(server, livedesk.sender, [1_000, 5_000, 20_000], 3);
	if (wants('panel')) {
		const { properties } = engine.nodeType.description;
		await panel(server, properties, [livedesk.sender, engineSender(engine, WIDE_TYPE)], 24);
	}
	server.close();
}

void main();
