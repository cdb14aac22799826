/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { IDataObject, IWorkflowBase } from 'n8n-workflow';
import { command, type Installation } from './n8n';

export const examplesFolder = resolve(__dirname, '../examples');

/** The credential that the example workflows name. */
export const CREDENTIAL = {
	id: 'liveDeskSandbox1',
	name: 'LiveDesk (sandbox)',
	type: 'liveDeskApi',
};

/** Each example's file begins with its number. */
export const byNumber = (a: string, b: string) => parseInt(a, 10) - parseInt(b, 10);

/** @returns the example workflows, in the order of their numbers */
export async function readExamples(): Promise<IWorkflowBase[]> {
	const files = await readdir(examplesFolder);
	const names = files.filter((name) => name.endsWith('.json')).sort(byNumber);
	const texts = names.map(async (name) => await readFile(join(examplesFolder, name), 'utf8'));
	return (await Promise.all(texts)).map((text) => JSON.parse(text) as IWorkflowBase);
}

/** Imports workflows and the credential with n8n's own commands; what has the same ID already is replaced. */
export async function importInto(
	installation: Installation,
	workflows: object[],
	credentials: object[],
): Promise<void> {
	await mkdir(installation.home, { recursive: true });
	const folder = await mkdtemp(join(tmpdir(), 'n8n-import-'));
	const put = async (kind: string, content: object[]) => {
		if (content.length === 0) return;
		const file = join(folder, `${kind}.json`);
		await writeFile(file, JSON.stringify(content), { mode: 0o600 });
		await command(installation, [`import:${kind}`, `--input=${file}`]);
	};
	try {
		await put('credentials', credentials);
		await put('workflow', workflows);
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

/** Puts all examples into an n8n, with the sandbox's values in the credential that they use. */
export async function importExamples(installation: Installation, data: IDataObject): Promise<void> {
	await importInto(installation, await readExamples(), [{ ...CREDENTIAL, data }]);
}
