import { until } from '../../../harness/until';
import { held } from '../../support/held';
import { conversations, useLiveDesk } from '../../support/useLiveDesk';
import { batches, breaking, itemsTo, perItem } from '../support/texts';

const desk = useLiveDesk({ conversations: conversations(12) });

/** Items with texts `a0`, `a1`, … */
const named = (name: string, ...to: number[]) =>
	itemsTo(...to).map((item) => ({ ...item, text: `${name}${String(item.text)}` }));

describe('executions that write to one conversation at the same time', () => {
	test("go one after the other, each one's messages together", async () => {
		const { send, sandbox } = desk;
		sandbox.script({ latencyMs: [0, 20], times: Infinity });
		const names = ['a', 'b', 'c'];
		const runs = names.map((name) =>
			send({ parameters: perItem(), items: named(name, 1, 1, 1, 1) }),
		);
		await Promise.all(runs);
		const letters = sandbox.journal.texts(1).map(([letter]) => letter);
		expect(letters.join('')).toMatch(/^(aaaa|bbbb|cccc){3}$/);
		expect(new Set(letters).size).toBe(3);
		expect(sandbox.journal.inFlightPeak()).toBe(1);
	});

	test('do not wait for each other in other conversations', async () => {
		const { send, sandbox } = desk;
		const { holdUntil, release } = held();
		sandbox.script({ conversation: 1, holdUntil });
		const slow = send({ parameters: perItem(), items: named('a', 1, 1) });
		await until(() => sandbox.journal.starts().length === 1);
		await send({ parameters: perItem(), items: named('b', 2) });
		expect(sandbox.journal.texts()).toEqual(['a0', 'b0']);
		release();
		await slow;
	});

	test('send nothing when their turn comes after a cancel', async () => {
		const { start, send, sandbox } = desk;
		sandbox.script({ conversation: 1, latencyMs: 200 });
		const first = send({ parameters: perItem(), items: named('a', 1) });
		await until(() => sandbox.journal.starts().length === 1);
		const second = start({ parameters: perItem(), items: named('b', 1, 1) });
		second.cancel();
		await Promise.all([first, second.done]);
		await send({ parameters: perItem(), items: named('c', 1) });
		expect(sandbox.journal.texts(1)).toEqual(['a0', 'c0']);
	});

	test('are not kept from it by one that n8n has given up on', async () => {
		const { send, sandbox } = desk;
		sandbox.script({ content: 'a0', latencyMs: 100 });
		const items = [...named('a', 1, 1), { to: 1, broken: true }];
		const { error } = await send({ parameters: breaking({}, batches(2, 5)), items });
		expect(error?.message).toMatch(/^Referenced node doesn't exist/);
		await send({ parameters: perItem(), items: named('b', 1) });
		expect(sandbox.journal.texts(1)).toEqual(['a0', 'b0']);
	});
});
