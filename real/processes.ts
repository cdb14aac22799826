/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions */
import { spawn, type ChildProcess } from 'node:child_process';
import { Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

export interface CommandOptions {
	cwd: string;
	env?: NodeJS.ProcessEnv;
	/** Gets what the command writes, as it comes. */
	onOutput?(text: string): void;
	/** The most that the command may take. */
	timeoutMs?: number;
}

export interface Running {
	/** Everything it has written so far. */
	output(): string;
	/** The exit code; null when a signal ended it. */
	ended: Promise<number | null>;
	hasEnded(): boolean;
	/** Asks it to end, and after a while makes it. */
	stop(graceMs?: number): Promise<void>;
	/** Does what Ctrl-C does. */
	interrupt(): void;
	/** Ends it at once, as a crash would. */
	kill(): void;
}

function signal(group: number, name: NodeJS.Signals): void {
	try {
		process.kill(-group, name);
	} catch {
		// It has ended meanwhile.
	}
}

/**
 * Ends a group as soon as this process is gone. A pipe tells of every end, also of a killed process; exit handlers do not,
 * and never run within Jest.
 *
 * @returns lets the group alone from then on
 */
function endWithUs(group: number): () => void {
	const watcher = spawn('sh', ['-c', `read -r _ || kill -s KILL -- -${group}`], {
		detached: true,
		stdio: ['pipe', 'ignore', 'ignore'],
	});
	// Without a shell there is nobody to watch, which is no reason not to run the command.
	for (const part of [watcher, watcher.stdin]) part.on('error', () => {});
	watcher.unref();
	if (watcher.stdin instanceof Socket) watcher.stdin.unref();
	return () => watcher.stdin.end('\n');
}

/** Starts a command in a process group of its own, so that what it starts ends with it. */
export function start(file: string, args: string[], options: CommandOptions): Running {
	const { cwd, env, onOutput } = options;
	const child: ChildProcess = spawn(file, args, {
		cwd,
		env: env ?? process.env,
		detached: true,
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	let output = '';
	let hasEnded = false;
	for (const stream of [child.stdout, child.stderr]) {
		stream?.setEncoding('utf8').on('data', (text: string) => {
			output += text;
			onOutput?.(text);
		});
	}
	const group = child.pid ?? 0;
	const release = group > 0 ? endWithUs(group) : () => {};
	const ended = new Promise<number | null>((resolve, reject) => {
		child.once('error', reject);
		child.once('close', (code) => {
			hasEnded = true;
			release();
			resolve(code);
		});
	});
	return {
		output: () => output,
		ended,
		hasEnded: () => hasEnded,
		async stop(graceMs = 20_000) {
			signal(group, 'SIGTERM');
			const tooLong = new AbortController();
			await Promise.race([
				ended,
				wait(graceMs, undefined, { signal: tooLong.signal }).catch(() => {}),
			]);
			tooLong.abort();
			if (!hasEnded) signal(group, 'SIGKILL');
			await ended;
		},
		interrupt: () => signal(group, 'SIGINT'),
		kill: () => signal(group, 'SIGKILL'),
	};
}

/**
 * Runs a command to its end.
 *
 * @returns what it wrote
 * @throws Error with the end of its output, unless it ended well and in time
 */
export async function run(file: string, args: string[], options: CommandOptions): Promise<string> {
	const running = start(file, args, options);
	const { timeoutMs = 10 * 60_000 } = options;
	const timer = setTimeout(() => void running.stop(2_000), timeoutMs);
	const code = await running.ended.finally(() => clearTimeout(timer));
	if (code === 0) return running.output();
	const tail = running.output().trim().split('\n').slice(-25).join('\n');
	throw new Error(
		`${file} ${args.slice(0, 3).join(' ')} … ended with ${code ?? 'a signal'}:\n${tail}`,
	);
}
