/* eslint-disable @n8n/community-nodes/no-restricted-globals */
import { conversations, useLiveDesk } from '../../support/useLiveDesk';
import { pairedWith, pairs } from '../../support/results';
import { batches, contents, itemsInTurn, perItem } from '../support/texts';

const desk = useLiveDesk({ conversations: conversations(4) });
const COUNT = 24;
const indexes = Array.from({ length: COUNT }, (_, index) => index);

/** Does nothing else for a while, as a node with much to compute. */
function hog(ms: number) {
	const end = performance.now() + ms;
	while (performance.now() < end);
}

/** Runs the node while something else keeps the process busy every now and then, so that timers come late and in heaps. */
async function sendWhileBusy(onError: 'stopWorkflow' | 'continueRegularOutput', busyMs: number) {
	const busy = setInterval(() => hog(busyMs), busyMs + 27);
	try {
		const parameters = perItem({ parallelConversations: 2 }, batches(1, 20));
		const items = itemsInTurn(COUNT, 4);
		return await desk.send({ parameters, items, node: { onError } });
	} finally {
		clearInterval(busy);
	}
}

test.each(['stopWorkflow', 'continueRegularOutput'] as const)(
	'every item of every batch is sent, however late n8n is: On Error = %s',
	async (onError) => {
		const result = await sendWhileBusy(onError, 40);
		expect(result.error).toBeUndefined();
		expect(contents(result.items)).toEqual(indexes.map(String));
		expect(pairs(result.items)).toEqual(pairedWith(...indexes));
		for (const { id } of conversations(4)) {
			const own = indexes.filter((index) => index % 4 === id - 1);
			expect(desk.sandbox.journal.texts(id)).toEqual(own.map(String));
		}
	},
);
