/* eslint-disable @n8n/community-nodes/no-restricted-imports, no-console */
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Instance, Major } from './instance';
import { useInstance } from './useInstance';
import { E2E_CREDENTIAL } from '../../../harness/workflow';
import { openBrowser, openContext } from '../../../harness/browser/chromium';

export interface Editor {
	n8n: Instance;
	page: Page;
}

/** Makes a test of a person's doings. */
export type Person = (does: (editor: Editor) => Promise<void>) => () => Promise<void>;

/**
 * A browser, and an n8n that has the package but no credential, for all tests of a file.
 *
 * @returns what makes a test of a person's doings: when it fails, a picture of the page and Playwright's trace are kept
 */
export function useEditor(which: Major): Person {
	const instance = useInstance(which);
	let browser: Browser;
	let context: BrowserContext;
	let page: Page;
	beforeAll(async () => {
		browser = await openBrowser();
		context = await openContext(browser);
		await context.tracing.start({ snapshots: true });
		page = await context.newPage();
		await instance().rest.call('DELETE', `/rest/credentials/${E2E_CREDENTIAL.id}`);
	});
	afterAll(async () => await browser?.close());

	return (does) => async () => {
		await context.tracing.startChunk();
		let isDone = false;
		try {
			await does({ n8n: instance(), page });
			isDone = true;
		} finally {
			await (isDone ? context.tracing.stopChunk() : keep(context, page));
		}
	};
}

async function keep(context: BrowserContext, page: Page): Promise<void> {
	const folder = await mkdtemp(join(tmpdir(), 'livedesk-editor-'));
	await page.screenshot({ path: join(folder, 'page.png') });
	await context.tracing.stopChunk({ path: join(folder, 'trace.zip') });
	console.error(`${expect.getState().currentTestName}: see ${folder}`);
}
