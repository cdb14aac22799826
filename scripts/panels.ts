/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, no-console */
// Pictures of the node's panel in n8n's editor, one of each operation, and of the credential, light and dark.
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import type { INode } from 'n8n-workflow';
import type { Browser, Locator, Page } from 'playwright-core';
import { CREDENTIAL, importInto } from '../real/examples';
import { cacheFolder, installN8n, installNode } from '../real/install';
import { dataFolder, serve, type Installation } from '../real/n8n';
import { installPackage, pack } from '../real/package';
import { logIn } from '../real/rest';
import { N8N } from '../real/versions';
import { startSandbox } from '../sandbox';
import { openBrowser, openContext } from '../harness/browser/chromium';
import { CredentialDialog } from '../harness/browser/credentialDialog';
import { Panel } from '../harness/browser/panel';
import { signIn } from '../harness/browser/signIn';
import { byId } from '../harness/livedesk';
import { liveDesk, workflow } from '../harness/workflow';
import { EXAMPLES, ITEM } from './panelExamples';

const root = resolve(__dirname, '..');
const folder = join(root, 'pictures');
const SCHEMES = ['light', 'dark'] as const;
/** High enough for the longest panel to be seen without scrolling. */
const MARGIN = 16;
const VIEWPORT = { width: 1280, height: 2400 };

const credentials = { liveDeskApi: { id: CREDENTIAL.id, name: CREDENTIAL.name } };

const workflows = Object.entries(EXAMPLES).map(([name, parameters]) => {
	const filled = { conversationId: byId('141'), ...parameters };
	const settings: Partial<INode> = { credentials, position: [200, 0] };
	return { id: name, active: false, ...workflow([ITEM], [liveDesk(filled, settings)]) };
});

/** @param bottom what stands last on the picture */
async function takePicture(page: Page, name: string, top: Locator, bottom: Locator, margin = 0) {
	const upper = await top.boundingBox();
	const lower = await bottom.boundingBox();
	if (!upper || !lower) throw new Error(`Nothing to be seen for ${name}.`);
	const { x, y, width } = upper;
	await page.mouse.move(0, 0);
	const path = join(folder, `panel-${name}.png`);
	await page.screenshot({
		path,
		clip: { x, y, width, height: lower.y + lower.height - y + margin },
		animations: 'disabled',
	});
	console.log(`${relative(root, path)}  ${Math.round(statSync(path).size / 1024)} KB`);
}

/** The settings of a node from its tabs down to the last field. */
async function takePanel(page: Page, url: string, name: string, scheme: string): Promise<void> {
	const panel = await Panel.open(page, url, name, 'LiveDesk');
	// n8n colours an expression once it has worked out its value.
	await page.locator('.cm-pending-resolvable').first().waitFor({ state: 'detached' });
	const settings = page.locator('.node-settings');
	// The button below the options, which stand last.
	const last = panel.fields
		.getByTestId('collection-parameter-add')
		.filter({ visible: true })
		.last();
	await takePicture(page, `${name}-${scheme}`, settings, last, MARGIN);
}

async function takeDialog(page: Page, url: string, scheme: string): Promise<void> {
	const dialog = await CredentialDialog.open(page, url, CREDENTIAL.name);
	await dialog.root.getByText('Connection tested successfully').waitFor();
	const box = page.locator('.el-dialog').filter({ has: dialog.root });
	await takePicture(page, `credential-${scheme}`, box.or(dialog.root).first(), dialog.root);
}

async function takeAll(browser: Browser, url: string, scheme: (typeof SCHEMES)[number]) {
	const context = await openContext(browser, {
		viewport: VIEWPORT,
		colorScheme: scheme,
		deviceScaleFactor: 1.5,
	});
	const page = await context.newPage();
	await signIn(page, url);
	for (const name of Object.keys(EXAMPLES)) await takePanel(page, url, name, scheme);
	await takeDialog(page, url, scheme);
	await context.close();
}

async function main(): Promise<void> {
	const browser = await openBrowser();
	const home = await mkdtemp(join(tmpdir(), 'livedesk-panels-'));
	const sandbox = await startSandbox({ port: 3000 }).catch(async () => await startSandbox());
	try {
		const installation: Installation = {
			folder: await installN8n(N8N.current, console.log),
			node: await installNode(console.log),
			home,
		};
		await mkdir(folder, { recursive: true });
		await mkdir(dataFolder(installation), { recursive: true });
		await installPackage(await pack(join(cacheFolder, 'packed')), dataFolder(installation));
		await importInto(installation, workflows, [{ ...CREDENTIAL, data: sandbox.credentials }]);
		const n8n = await serve(installation);
		try {
			await logIn(n8n.url);
			for (const scheme of SCHEMES) await takeAll(browser, n8n.url, scheme);
		} finally {
			await n8n.stop();
		}
	} finally {
		await sandbox.close();
		await browser.close();
		await rm(home, { recursive: true, force: true, maxRetries: 3 });
	}
}

main().catch((error: Error) => {
	console.error(error.message);
	process.exitCode = 1;
});
