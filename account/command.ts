/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { accessSync, constants } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { accountOf, type Account, type RestingStatus } from './account';
import { apiOf, type Credentials } from './api';
import { DEFAULT_BASE_URL, readArguments, usage, type Arguments } from './arguments';
import { EarlyEnd } from './end';
import { nodeIn, type Node } from './node';
import { planOf } from './plan';
import { agree, checkAskable, credentialsOf, statusNow } from './questions';
import { reportOf } from './report/json';
import { alarmOf, closing, postedText, section } from './report/table';
import { exitCodeOf, Interrupted, runChecks, type Result } from './run';
import type { Terminal } from './terminal';
import type { World } from './world';

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
