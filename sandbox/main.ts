/* eslint-disable @n8n/community-nodes/no-restricted-globals, no-console */
import { command } from './command';
import type { Sandbox } from './types';

function runUntilStopped({ sandbox, text }: { sandbox: Sandbox; text: string }): void {
	console.log(text);
	// A terminal's Ctrl-C arrives more than once: from itself, and from the tools in between.
	const stop = () => void sandbox.close().then(() => process.exit(0));
	process.on('SIGINT', stop);
	process.on('SIGTERM', stop);
}

function fail(error: Error): void {
	console.error(error.message);
	process.exitCode = 1;
}

void command(process.argv.slice(2)).then(runUntilStopped, fail);
