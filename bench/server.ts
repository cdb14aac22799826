/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-dangerous-functions, @n8n/community-nodes/no-restricted-globals */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export interface Arrival {
	conversation: string;
	content: string;
	bytes: number;
}

export interface Report {
	arrivals: Arrival[];
	/** Most connections at the same time. */
	peak: number;
}

export interface Server {
	url: string;
	/** Forgets what arrived, and answers each message after a time between the two, in milliseconds. */
	reset(minMs: number, maxMs?: number): Promise<void>;
	report(): Promise<Report>;
	close(): void;
}

/** Starts the server in a process of its own, so that neither its time nor its memory is measured. */
export async function startServer(): Promise<Server> {
	const child = fork(join(__dirname, 'serverProcess.mjs'));
	const [{ port }] = (await once(child, 'message')) as [{ port: number }];
	const ask = async (question: object) => {
		child.send(question);
		const [answer] = (await once(child, 'message')) as [unknown];
		return answer;
	};
	return {
		url: `http://127.0.0.1:${port}`,
		reset: async (min, max = min) => void (await ask({ ask: 'reset', min, max })),
		report: async () => (await ask({ ask: 'report' })) as Report,
		close: () => child.disconnect(),
	};
}
