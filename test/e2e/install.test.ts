/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dataFolder } from '../../real/n8n';
import { installPackage, uninstallPackage } from '../../real/package';
import { MAJORS } from './support/instance';
import { foreignLines } from './support/log';
import { prepared } from './support/prepared';
import { useInstance } from './support/useInstance';
import { LIVEDESK_TYPE } from '../../harness/engine';
import { liveDesk, SEND_TEXT, workflow } from '../../harness/workflow';

/** n8n makes a tool of the node, and n8n 2 a Human review. */
const TYPES = {
	current: [LIVEDESK_TYPE, `${LIVEDESK_TYPE}Tool`, `${LIVEDESK_TYPE}HitlTool`],
	previous: [LIVEDESK_TYPE, `${LIVEDESK_TYPE}Tool`],
};

describe.each(MAJORS)('install, n8n %s', (which) => {
	const n8n = useInstance(which);

	/** The package's types, as the editor gets them. */
	const types = async () => {
		const reply = await fetch(`${n8n().url}/types/nodes.json`, {
			headers: { cookie: n8n().rest.cookie(), 'browser-id': 'n8n-nodes-livedesk' },
		});
		const all = (await reply.json()) as Array<{ name: string }>;
		return all.map(({ name }) => name).filter((name) => name.includes('livedesk'));
	};
	const installed = async (): Promise<unknown> =>
		JSON.parse(
			await readFile(join(dataFolder(n8n().installation), 'nodes', 'package.json'), 'utf8'),
		);
	const send = async () =>
		await n8n().execute(workflow([{ to: 141, text: 'Hello' }], [liveDesk(SEND_TEXT)]));

	test('the package gives the node and the tool, and leaves nothing in the log', async () => {
		expect(await types()).toEqual(TYPES[which]);
		expect(await installed()).toMatchObject({
			dependencies: { 'n8n-nodes-livedesk': expect.any(String) },
		});
		expect((await send()).status).toBe('success');
		expect(foreignLines(n8n().server.log())).toEqual([]);
	});

	test('the package brings no package of its own along', async () => {
		const folder = join(dataFolder(n8n().installation), 'nodes/node_modules/n8n-nodes-livedesk');
		const manifest = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as object;
		expect(manifest).not.toHaveProperty('dependencies');
		await expect(readFile(join(folder, 'node_modules/.package-lock.json'))).rejects.toThrow();
	});

	test('the package is gone once uninstalled; installed again, the same workflow runs; the log says nothing of it', async () => {
		const data = dataFolder(n8n().installation);
		const saved = await n8n().rest.call<{ id: string }>('POST', '/rest/workflows', {
			active: false,
			...workflow([{ to: 142, text: 'Back again' }], [liveDesk(SEND_TEXT)]),
		});

		const { server: before } = n8n();
		await n8n().restart(async () => await uninstallPackage(data));
		expect(foreignLines(before.log())).toEqual([]);
		expect(await types()).toEqual([]);
		expect(await installed()).toMatchObject({ dependencies: {} });

		const { server: without } = n8n();
		await n8n().restart(async () => await installPackage(prepared().tarball, data));
		expect(foreignLines(without.log())).toEqual([]);
		expect(await types()).toEqual(TYPES[which]);
		const run = await n8n().executeSaved(saved.id);
		expect(run.error).toBeUndefined();
		expect(n8n().sandbox.journal.texts(142)).toEqual(['Back again']);
		expect(foreignLines(n8n().server.log())).toEqual([]);
	});
});
