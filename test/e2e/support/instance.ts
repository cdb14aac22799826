/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IBinaryData } from 'n8n-workflow';
import { importInto } from '../../../real/examples';
import { dataFolder, serve, type Installation, type Server } from '../../../real/n8n';
import { installPackage } from '../../../real/package';
import { logIn, type Rest } from '../../../real/rest';
import { NODE, type NodeMajor } from '../../../real/versions';
import { startSandbox, type Sandbox } from '../../../sandbox';
import {
	bytesOf,
	messagesOf,
	startExecution,
	startSaved,
	untilEnded,
	type Execution,
} from './execution';
import { prepared } from './prepared';
import type { BinaryMode as EngineBinaryMode } from '../../../harness/engine';
import { E2E_CREDENTIAL, type Workflow } from '../../../harness/workflow';

/** The newest n8n of each supported major. */
export type Major = 'current' | 'previous';
export const MAJORS: readonly Major[] = ['current', 'previous'];

/** Where n8n keeps binary data; a database only a whole n8n has. */
export type BinaryMode = EngineBinaryMode | 'database';

export interface InstanceOptions {
	/** Imported by n8n's command before the start; each has an `id`. */
	workflows?: object[];
	/** Further credentials; the sandbox's is always there. */
	credentials?: object[];
	env?: Record<string, string>;
	binaryMode?: BinaryMode;
	/** The major of the Node that runs n8n. */
	node?: NodeMajor;
	/** Whether the package is there when n8n starts; it is unless told. */
	hasPackage?: boolean;
}

/** A real n8n with the package, as a user has it, and a sandbox to send to. */
export interface Instance {
	which: Major;
	url: string;
	rest: Rest;
	sandbox: Sandbox;
	installation: Installation;
	/** The running server; another one after `restart()`. */
	readonly server: Server;
	/** Runs a workflow to its end. */
	execute(workflow: Workflow): Promise<Execution>;
	/** Runs a workflow that n8n has already, from the given trigger, to its end. */
	executeSaved(id: string, trigger?: string): Promise<Execution>;
	/** Starts a workflow. @returns the execution's ID, for `ended()` or REST */
	begin(workflow: Workflow): Promise<string>;
	/** Waits for an execution that `begin()` started. */
	ended(executionId: string): Promise<Execution>;
	/** The bytes of a binary in an output, wherever n8n keeps them. */
	bytes(binary: IBinaryData): Promise<Buffer>;
	/** What node errors and execution errors have said so far: n8n 2 writes that into its log. */
	told: Set<string>;
	/** Stops the server, does what must be done meanwhile, and starts it on the same port. */
	restart(meanwhile?: () => Promise<void>): Promise<void>;
	/** Stops everything and deletes the home. */
	stop(): Promise<void>;
}

/** n8n 1 ends at its start when the database, asked every two seconds, does not answer within five: a busy machine can. */
const PATIENT = { DB_PING_INTERVAL_SECONDS: '300' };

/** Starts an n8n in a fresh home, with the package installed, and a sandbox; both on loopback. */
export async function startInstance(
	which: Major,
	options: InstanceOptions = {},
): Promise<Instance> {
	const { workflows = [], credentials = [], env, binaryMode, node = NODE } = options;
	const { hasPackage = true } = options;
	const { nodes, tarball, folders } = prepared();
	const home = await mkdtemp(join(tmpdir(), 'livedesk-e2e-'));
	const installation: Installation = {
		folder: folders[which],
		node: nodes[node],
		home,
		env: {
			...PATIENT,
			...(binaryMode ? { N8N_DEFAULT_BINARY_DATA_MODE: binaryMode } : {}),
			...env,
		},
	};
	const closing: Array<() => Promise<void>> = [
		async () => await rm(home, { recursive: true, force: true, maxRetries: 3 }),
	];
	const stop = async () => {
		const failures: string[] = [];
		for (const close of closing.splice(0).reverse()) {
			await close().catch((error: Error) => failures.push(error.message));
		}
		if (failures.length > 0) throw new Error(failures.join('\n'));
	};
	const bringUp = async (): Promise<Instance> => {
		await mkdir(dataFolder(installation), { recursive: true });
		if (hasPackage) await installPackage(tarball, dataFolder(installation));
		const sandbox = await startSandbox();
		closing.push(sandbox.close);
		await importInto(installation, workflows, [
			{ ...E2E_CREDENTIAL, data: sandbox.credentials },
			...credentials,
		]);
		let server = await serve(installation);
		closing.push(async () => await server.stop());
		const { url } = server;
		const rest = await logIn(url);
		const begin = async (workflow: Workflow) => await startExecution(rest, workflow);
		const told = new Set<string>();
		const ended = async (id: string) => {
			const execution = await untilEnded(rest, id);
			for (const message of messagesOf(execution)) told.add(message);
			return execution;
		};
		return {
			which,
			url,
			rest,
			sandbox,
			installation,
			get server() {
				return server;
			},
			begin,
			ended,
			told,
			execute: async (workflow) => await ended(await begin(workflow)),
			executeSaved: async (id, trigger) => await ended(await startSaved(rest, id, trigger)),
			bytes: async (binary) => await bytesOf(binary, url, rest),
			async restart(meanwhile) {
				await server.stop();
				await meanwhile?.();
				server = await serve(installation, Number(new URL(url).port));
			},
			stop,
		};
	};
	return await bringUp().catch(async (error: unknown) => {
		await stop();
		throw error;
	});
}
