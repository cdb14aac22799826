/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, no-console */
import { mkdirSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { conversations } from '../demo/conversations';
import { problemsOf } from '../demo/check';
import { createDemo } from '../demo/demo';
import { runStory } from '../demo/story';
import { openBrowser } from '../harness/browser/chromium';
import { startLiveDesk } from '../harness/livedesk';

const root = resolve(__dirname, '..');
const folder = join(root, 'pictures');

const VIEWPORT = { width: 1480, height: 1204 };
const SHOWN_WITHIN_MS = 10_000;
const SCHEMES = ['light', 'dark'] as const;

/** In the page: all conversations are there, their pictures loaded, and scrolled to the last message. */
const IS_SHOWN = `
	const logs = [...document.querySelectorAll('.log')];
	const isAtEnd = (log) => log.scrollHeight - log.scrollTop - log.clientHeight < 2;
	logs.length === ${conversations.length} &&
		logs.every(isAtEnd) &&
		[...document.images].every(({ complete }) => complete);
`;

/** The page's policy does not let Playwright's own waiting evaluate anything. */
async function untilShown(page: Page): Promise<void> {
	const end = Date.now() + SHOWN_WITHIN_MS;
	while (!(await page.evaluate<boolean>(IS_SHOWN))) {
		if (Date.now() > end) throw new Error('The page did not show all conversations to their end.');
		await page.waitForTimeout(50);
	}
}

async function takePicture(browser: Browser, url: string, scheme: (typeof SCHEMES)[number]) {
	const page = await browser.newPage({ viewport: VIEWPORT, colorScheme: scheme });
	// The templates name pictures of elsewhere, which are not there: no need to ask.
	await page.route(
		(address) => !address.href.startsWith(url),
		async (route) => await route.abort(),
	);
	await page.goto(`${url}/?all`);
	await untilShown(page);
	const path = join(folder, `chat-${scheme}.png`);
	await page.screenshot({ path });
	await page.close();
	console.log(`${relative(root, path)}  ${Math.round(statSync(path).size / 1024)} KB`);
}

async function main(): Promise<void> {
	mkdirSync(folder, { recursive: true });
	const desk = await startLiveDesk({ conversations: [...conversations] });
	try {
		const demo = createDemo(desk);
		await runStory(demo);
		const problems = problemsOf(desk.sandbox, demo);
		if (problems.length > 0) throw new Error(problems.join('\n'));
		const browser = await openBrowser();
		try {
			for (const scheme of SCHEMES) await takePicture(browser, desk.sandbox.url, scheme);
		} finally {
			await browser.close();
		}
	} finally {
		await desk.close();
	}
}

main().catch((error: Error) => {
	console.error(error.message);
	process.exitCode = 1;
});
