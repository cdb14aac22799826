/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createColors } from 'picocolors';
import { checkAccount } from '../../../account/command';
import type { reportOf } from '../../../account/report/json';
import type { World } from '../../../account/world';
import { startSandbox, type Sandbox } from '../../../sandbox';
import { startEngine, type Engine } from '../../../harness/engine';
import type { Kind } from './kinds';
import { startProxy, type Proxy, type Reply } from './proxy';

export const CONVERSATION = 141;

export interface Checked {
	exitCode: number;
	/** What a person reads. */
	text: string;
	report?: ReturnType<typeof reportOf>;
}

export interface Checking {
	sandbox: Sandbox;
	proxy: Proxy;
	engine: Engine;
	/** Runs the command, without a question unless there is a terminal to ask at. */
	check(world?: Partial<World>, ...args: string[]): Promise<Checked>;
	/** Another reply to the requests of one kind, in this test. */
	replyTo(kind: Kind, reply: Partial<Reply> | 'drop'): void;
}

/** More contacts than a page has, with all that can be searched for. */
function addContacts(sandbox: Sandbox): void {
	for (let number = 10; number < 30; number++) {
		sandbox.addContact({
			name: `Somebody ${number}`,
			email: `Person${number}@example.com`,
			phoneNumber: `+668987654${number}`,
			identifier: `customer-${number}`,
			lastActivityAt: 1_700_000_000 + number,
		});
	}
}

/** A terminal that nobody sits at, and what it shows. */
export function quietTerminal() {
	const lines: string[] = [];
	const note = (text: string) => void lines.push(text);
	const nobody = async (): Promise<string> => await Promise.reject(new Error('Nobody is there'));
	return {
		lines,
		terminal: {
			isInteractive: false,
			print: note,
			complain: note,
			progress: () => {},
			ask: nobody,
			askUnseen: nobody,
		},
	};
}

const fileIn = (folder: string) => join(mkdtempSync(join(folder, 'report-')), 'report.json');

/** The command, with a sandbox behind a proxy that can change every reply; as new before each test. */
export function checking(): Checking {
	const context = {} as Checking;
	jest.setTimeout(60_000);
	beforeAll(async () => {
		const sandbox = await startSandbox();
		addContacts(sandbox);
		const proxy = await startProxy(sandbox.url);
		Object.assign(context, { sandbox, proxy, engine: await startEngine() });
	});
	beforeEach(() => {
		context.sandbox.reset();
		context.proxy.change = (reply) => reply;
		context.proxy.kinds.length = 0;
	});
	afterAll(async () => {
		context.engine.close();
		await context.proxy.close();
		await context.sandbox.close();
	});
	context.replyTo = (kind, reply) => {
		context.proxy.change = (usual, each) => {
			if (each !== kind) return usual;
			return reply === 'drop' ? reply : { ...usual, ...reply };
		};
	};
	context.check = async (world = {}, ...given) => {
		const args = world.terminal ? given : ['--yes', ...given];
		const { lines, terminal } = quietTerminal();
		const file = fileIn(tmpdir());
		const exitCode = await checkAccount({
			args: [
				`--conversation=${CONVERSATION}`,
				`--base-url=${context.proxy.url}`,
				`--json=${file}`,
				...args,
			],
			env: { LIVEDESK_API_KEY: 'sandbox-key', LIVEDESK_API_SECRET: 'sandbox-secret' },
			terminal,
			paint: createColors(false),
			signal: new AbortController().signal,
			version: '1.2.3',
			startEngine: async () => context.engine,
			...world,
		});
		const report = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
		return { exitCode, text: lines.join('\n'), report };
	};
	return context;
}
