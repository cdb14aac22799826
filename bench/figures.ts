/* eslint-disable @n8n/community-nodes/no-restricted-globals */
import type { Message, Sender } from './senders';
import type { Report, Server } from './server';

export interface Figures {
	/** Messages that arrived before an earlier one of their own conversation. */
	inversions: number;
	wallMs: number;
	cpuMsPerMessage: number;
	peakConnections: number;
}

/** @returns texts that are numbered within their conversation, conversations taking turns */
export function messagesFor(count: number, conversations: number): Message[] {
	return Array.from({ length: count }, (_, index) => ({
		conversation: String(1 + (index % conversations)),
		text: String(Math.floor(index / conversations)),
	}));
}

/** Runs a sender once, and measures it; throws when not every message arrived once. */
export async function measure(
	sender: Sender,
	messages: Message[],
	server: Server,
	delay: [min: number, max?: number],
): Promise<Figures> {
	await server.reset(...delay);
	const cpuBefore = process.cpuUsage();
	const before = performance.now();
	await sender(messages, server.url);
	const wallMs = performance.now() - before;
	const { user, system } = process.cpuUsage(cpuBefore);
	const report = await server.report();
	if (report.arrivals.length !== messages.length) {
		throw new Error(`${report.arrivals.length} of ${messages.length} messages arrived`);
	}
	return {
		inversions: inversionsIn(report),
		wallMs,
		cpuMsPerMessage: (user + system) / 1000 / messages.length,
		peakConnections: report.peak,
	};
}

function inversionsIn({ arrivals }: Report): number {
	const latest = new Map<string, number>();
	let inversions = 0;
	for (const { conversation, content } of arrivals) {
		const number = Number(content);
		const before = latest.get(conversation) ?? -1;
		if (number < before) inversions++;
		latest.set(conversation, Math.max(before, number));
	}
	return inversions;
}

/** @returns the middle value; the mean of the two middle ones where their number is even */
export function median(values: number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	const middle = Math.floor(sorted.length / 2);
	return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** @returns the medians of several rounds, figure by figure */
export function medians(rounds: Figures[]): Figures {
	const of = (figure: keyof Figures) => median(rounds.map((round) => round[figure]));
	return {
		inversions: of('inversions'),
		wallMs: of('wallMs'),
		cpuMsPerMessage: of('cpuMsPerMessage'),
		peakConnections: of('peakConnections'),
	};
}
