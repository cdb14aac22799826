import { measure, medians, messagesFor, type Figures } from './figures';
import { milliseconds, printTable, ratio } from './print';
import type { Sender } from './senders';
import type { Server } from './server';

export interface Contest {
	title: string;
	senders: Array<{ name: string; sender: Sender }>;
	/** Which of them the ratios are against. */
	base: number;
	messages: number;
	conversations: number;
	/** How long the server takes for an answer, in milliseconds. */
	delay: [min: number, max?: number];
	rounds: number;
}

/** Lets senders take turns over several rounds, after one that counts for nothing, and prints their medians. */
export async function contest(server: Server, options: Contest): Promise<void> {
	const { senders, messages: count, conversations, delay, rounds } = options;
	const messages = messagesFor(count, conversations);
	const results: Figures[][] = senders.map(() => []);
	for (let round = 0; round <= rounds; round++) {
		for (const [index, { sender }] of senders.entries()) {
			const figures = await measure(sender, messages, server, delay);
			if (round > 0) results[index].push(figures);
		}
	}
	const all = results.map(medians);
	const base = all[options.base];
	printTable(
		`${options.title} (${count} messages, ${conversations} conversations, server ${delay.join('–')} ms, medians of ${rounds} rounds)`,
		['', 'inversions', 'wall time', 'ratio', 'CPU per message', 'ratio', 'peak connections'],
		all.map((figures, index) => [
			senders[index].name,
			String(figures.inversions),
			milliseconds(figures.wallMs),
			ratio(figures.wallMs, base.wallMs),
			milliseconds(figures.cpuMsPerMessage),
			ratio(figures.cpuMsPerMessage, base.cpuMsPerMessage),
			String(figures.peakConnections),
		]),
	);
}
