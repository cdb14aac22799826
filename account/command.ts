/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { accessSync, constants } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Engine } from '../harness/engine';
import { accountOf, type Account, type RestingStatus } from './account';
import { apiOf, type Credentials } from './api';
import { DEFAULT_BASE_URL, readArguments, usage, type Arguments } from './arguments';
import { EarlyEnd } from './end';
import { nodeIn, type Node } from './node';
import { planOf } from './plan';
import { reportOf } from './report/json';
import { alarmOf, closing, postedText, section, type Paint } from './report/table';
import { exitCodeOf, Interrupted, runChecks, type Result } from './run';
import type { Terminal } from './terminal';

/** All that the command has to do with outside. */
export interface World {
	args: readonly string[];
	env: Readonly<Record<string, string | undefined>>;
	terminal: Terminal;
	paint: Paint;
	/** Aborted by Ctrl-C. */
	signal: AbortSignal;
	/** Of this package. */
	version: string;
	startEngine(): Promise<Engine>;
}

const KEY = 'LIVEDESK_API_KEY';
const SECRET = 'LIVEDESK_API_SECRET';

function isWritable(folder: string): boolean {
	try {
		accessSync(folder, constants.W_OK);
		return true;
	} catch {
		return false;
	}
}

/** Fails now rather than after the notes are posted. */
function checkJsonFile({ json }: Arguments): void {
	if (json === undefined) return;
	if (isWritable(dirname(resolve(json)))) return;
	throw new EarlyEnd('--json names a file in a folder that is not there, or not writable.');
}

/** @throws EarlyEnd for what would have to be asked where nobody can be asked */
function checkAskable({ isAgreed, status }: Arguments, { env, terminal }: World): void {
	if (terminal.isInteractive) return;
	if (!isAgreed) {
		throw new EarlyEnd(
			'Nobody can be asked here whether notes may be posted. If they may, add --yes. Nothing was done.',
		);
	}
	if (status === 'ask') {
		throw new EarlyEnd('Say which status the conversation has now, e.g. --status open.');
	}
	const missing = [KEY, SECRET].filter((name) => !env[name]);
	if (missing.length > 0) throw new EarlyEnd(`Set ${missing.join(' and ')}. Nothing was done.`);
}

async function statusNow(
	{ status, conversation }: Arguments,
	{ terminal }: World,
): Promise<RestingStatus | undefined> {
	if (status !== 'ask') return status;
	const question = `Which status does conversation ${conversation} have now, open or pending? `;
	const answer = (await terminal.ask(question)).trim().toLowerCase();
	if (answer === 'open' || answer === 'pending') return answer;
	throw new EarlyEnd('Only open and pending can be put back as they were. Nothing was done.');
}

async function agree({ isAgreed }: Arguments, { terminal }: World): Promise<void> {
	if (isAgreed) return;
	const answer = (await terminal.ask('\nGo on? (y/N) ')).trim();
	if (!/^y(es)?$/i.test(answer)) throw new EarlyEnd('Nothing was done.');
}

async function credentialsOf(
	{ baseUrl }: Arguments,
	{ env, terminal }: World,
): Promise<Credentials> {
	const read = async (name: string, question: string) => {
		const value = env[name] || (await terminal.askUnseen(question)).trim();
		if (value === '') throw new EarlyEnd(`${name} is empty. Nothing was done.`);
		return value;
	};
	const apiKey = await read(KEY, 'API key (not shown): ');
	const apiSecret = await read(SECRET, 'API secret (not shown): ');
	return { apiKey, apiSecret, baseUrl };
}

/** LiveDesk's words may repeat what was sent to it. */
const without = (text: string, { apiKey, apiSecret }: Credentials): string =>
	[apiSecret, apiKey].reduce((rest, secret) => rest.replaceAll(secret, '•••'), text);

function createAccount(
	{ conversation }: Arguments,
	credentials: Credentials,
	{ startEngine }: World,
	status?: RestingStatus,
): Account {
	let node: Promise<Node> | undefined;
	const start = async () => nodeIn(await startEngine(), credentials);
	return accountOf({
		conversation,
		api: apiOf(credentials),
		node: async () => await (node ??= start()),
		...(status !== undefined && { status }),
	});
}

async function check(
	account: Account,
	credentials: Credentials,
	{ terminal, paint, signal }: World,
): Promise<Result[]> {
	return await runChecks(
		account,
		{
			begin: ({ title }, number, count) => terminal.progress(`[${number}/${count}] ${title} …`),
			end({ title, run }, results) {
				terminal.print(section({ title, run }, results, paint));
				for (const words of account.words.splice(0)) {
					terminal.print(paint.dim(without(words, credentials).replace(/^/gm, '      | ')));
				}
			},
		},
		signal,
	);
}

async function writeJson(file: string, report: object, terminal: Terminal): Promise<void> {
	const text = `${JSON.stringify(report, null, '\t')}\n`;
	await writeFile(file, text).catch(({ code = 'unknown' }: { code?: string }) => {
		throw new EarlyEnd(`The report could not be written: ${code}.`);
	});
	terminal.print(`Written without personal data: ${file}`);
}

async function checkTold(
	args: Arguments,
	account: Account,
	credentials: Credentials,
	world: World,
): Promise<number> {
	const { terminal, paint, version } = world;
	const results = await check(account, credentials, world);
	const exitCode = exitCodeOf(results);
	terminal.print(`\n${closing(results, exitCode, paint)}\n${postedText(account)}`);
	for (const alarm of alarmOf(account)) terminal.complain(paint.red(alarm));
	if (args.json !== undefined) {
		const isDefaultBaseUrl = args.baseUrl === DEFAULT_BASE_URL;
		const report = reportOf(results, account, { version, isDefaultBaseUrl, exitCode });
		await writeJson(args.json, report, terminal);
	}
	return exitCode;
}

async function run(world: World): Promise<number> {
	const { terminal, paint } = world;
	const args = readArguments(world.args);
	checkJsonFile(args);
	checkAskable(args, world);
	const status = await statusNow(args, world);
	terminal.print(planOf(args, status));
	await agree(args, world);
	const credentials = await credentialsOf(args, world);
	const account = createAccount(args, credentials, world, status);
	return await checkTold(args, account, credentials, world).catch((error: unknown) => {
		if (error instanceof Interrupted || account.posted.length > 0) {
			terminal.complain(postedText(account));
		}
		for (const alarm of alarmOf(account)) terminal.complain(paint.red(alarm));
		throw error;
	});
}

/**
 * Checks an account as the command line asks, and tells it.
 *
 * @returns the exit code: 0 where all is as the node needs it, 1 where something is not, 2 where it could not run
 */
export async function checkAccount(world: World): Promise<number> {
	if (world.args.some((arg) => arg === '--help' || arg === '-h')) {
		world.terminal.print(usage);
		return 0;
	}
	try {
		return await run(world);
	} catch (error) {
		const isKnown = error instanceof EarlyEnd;
		const { message } = error as Error;
		world.terminal.complain(isKnown ? message : `The check itself broke off: ${message}`);
		return 2;
	}
}
