import { createStarts } from '../../../../nodes/LiveDesk/delivery/core/starts';
import { settled } from '../../../../harness/until';
import { deferred, type Deferred } from '../support/deferred';
import { newProcess, runOfMessages } from '../support/items';

/** So many starts asked for at once, and the event loop's turns, which end when the test says so. */
function asking(count: number) {
	const turns: Array<Deferred<void>> = [];
	const starts = createStarts(async () => {
		turns.push(deferred());
		await turns[turns.length - 1].promise;
	});
	const started: number[] = [];
	const ask = async (index: number) => {
		await starts.turn();
		started.push(index);
	};
	const all = Array.from({ length: count }, async (_, index) => await ask(index));
	return { turns, started, all };
}

test('four messages start at once, and wait for no turn of the event loop', async () => {
	const { turns, started, all } = asking(4);
	await Promise.all(all);
	expect(started).toEqual([0, 1, 2, 3]);
	expect(turns).toHaveLength(0);
});

test('the event loop has its turn after every fourth start, and the starts stay in order', async () => {
	const { turns, started, all } = asking(9);
	await settled();
	expect(started).toEqual([0, 1, 2, 3]);
	turns[0].resolve();
	await settled();
	expect(started).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
	turns[1].resolve();
	await Promise.all(all);
	expect(started).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
});

test('the messages of a run start in turns, each in its own conversation', async () => {
	const process = newProcess();
	const { clock } = process;
	const { sleep } = clock;
	let turns = 0;
	clock.sleep = async (ms) => {
		if (ms === 0) turns++;
		await sleep(ms);
	};
	const { kinds } = runOfMessages(Array<[]>(9).fill([]), {}, process);
	expect(await kinds()).toEqual(Array(9).fill('delivered'));
	// One more for n8n's loop over the items.
	expect(turns).toBe(1 + 2);
});
