/* eslint-disable @n8n/community-nodes/no-restricted-globals */
import colors from 'picocolors';
import { version } from '../package.json';
import { startEngine } from '../harness/engine';
import { checkAccount } from './command';
import { terminalOf } from './terminal';

const { stdin, stdout, stderr, env, argv } = process;

const interrupted = new AbortController();
// A terminal's Ctrl-C arrives more than once: from itself, and from the tools in between.
process.on('SIGINT', () => interrupted.abort());
process.on('SIGTERM', () => interrupted.abort());

void checkAccount({
	args: argv.slice(2),
	env,
	terminal: terminalOf(stdin, stdout, stderr),
	paint: colors.createColors(stdout.isTTY === true && env.NO_COLOR === undefined),
	signal: interrupted.signal,
	version,
	startEngine: async () => await startEngine(),
	// What a request still holds open shall not keep the terminal.
}).then((exitCode) => process.exit(exitCode));
