/* eslint-disable @n8n/community-nodes/no-restricted-globals */
import { measure, median, messagesFor } from './figures';
import { milliseconds, printTable, ratio } from './print';
import type { Sender } from './senders';
import type { Server } from './server';

/** Sends ever more messages, ten to a conversation, and prints what one costs: it must not depend on how many there are. */
export async function scale(
	server: Server,
	sender: Sender,
	counts: number[],
	rounds: number,
): Promise<void> {
	await measure(sender, messagesFor(counts[0], counts[0] / 10), server, [0]);
	const rows = [];
	for (const count of counts) {
		const messages = messagesFor(count, count / 10);
		const results = [];
		for (let round = 0; round < rounds; round++) {
			global.gc?.();
			const before = process.memoryUsage.rss();
			const figures = await measure(sender, messages, server, [0]);
			results.push({ ...figures, growth: Math.max(0, process.memoryUsage.rss() - before) });
		}
		rows.push({
			count,
			cpu: median(results.map(({ cpuMsPerMessage }) => cpuMsPerMessage)),
			wall: median(results.map(({ wallMs }) => wallMs)) / count,
			memory: median(results.map(({ growth }) => growth)) / count,
		});
	}
	const [base] = rows;
	printTable(
		`Cost of one message (ten to a conversation, medians of ${rounds} rounds)`,
		['messages', 'CPU', 'ratio', 'wall time', 'ratio', 'resident memory'],
		rows.map(({ count, cpu, wall, memory }) => [
			String(count),
			milliseconds(cpu),
			ratio(cpu, base.cpu),
			milliseconds(wall),
			ratio(wall, base.wall),
			`${(memory / 1000).toFixed(1)} kB`,
		]),
	);
}
