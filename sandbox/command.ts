/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { parseArgs } from 'node:util';
import { defaultConversations } from './contract/seed';
import { startSandbox } from './server';
import type { Sandbox } from './types';

const usage = 'Usage: npm run sandbox -- [--port N]   (default 3000; 0 takes any free port)';

function readPort(args: string[]): number {
	const { values, tokens } = parseArgs({
		args,
		options: { port: { type: 'string' } },
		strict: false,
		tokens: true,
	});
	const stray = tokens.find((token) => token.kind !== 'option' || token.name !== 'port');
	if (stray) throw new Error(`Not understood: ${args[stray.index]}\n${usage}`);
	const { port = '3000' } = values;
	if (typeof port !== 'string' || !/^\d{1,5}$/.test(port) || Number(port) > 65535) {
		throw new Error(`--port wants a number up to 65535\n${usage}`);
	}
	return Number(port);
}

function explained(error: Error & { code?: string }, port: number): Error {
	const other = port === 3000 ? 3001 : 3000;
	if (error.code === 'EADDRINUSE') {
		const advice = `Choose another one: npm run sandbox -- --port ${other}`;
		return new Error(`Port ${port} is taken by another program. ${advice}`);
	}
	return new Error(`The sandbox could not start: ${error.message}`);
}

const welcome = (sandbox: Sandbox) => `A local LiveDesk is running. Nothing leaves this computer.

  Chat page      ${sandbox.url}
  Base URL       ${sandbox.credentials.baseUrl}
  API key        ${sandbox.apiKey}
  API secret     ${sandbox.apiSecret}
  Conversations  ${defaultConversations.map(({ id, channel }) => `${id} (${channel})`).join(', ')}

Ctrl-C stops it.`;

/**
 * Starts a sandbox as the command line asks.
 * @param args what follows the command
 * @returns the sandbox, and what to tell the user
 * @throws an Error in plain words, when it is asked wrongly or the port is taken
 */
export async function command(args: string[]): Promise<{ sandbox: Sandbox; text: string }> {
	const port = readPort(args);
	const sandbox = await startSandbox({ port }).catch((error: Error) => {
		throw explained(error, port);
	});
	return { sandbox, text: welcome(sandbox) };
}
