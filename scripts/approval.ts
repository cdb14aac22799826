/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, no-console */
// Pictures of Send and Wait for Approval, light and dark: the note in the conversation, and the page behind its links.
import { mkdirSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { Browser, Locator } from 'playwright-core';
import { linkTo } from '../nodes/LiveDesk/resources/message/sendAndWait/link';
import { noteText } from '../nodes/LiveDesk/resources/message/sendAndWait/note';
import { decisionPage } from '../nodes/LiveDesk/resources/message/sendAndWait/page';
import { startSandbox, type Sandbox } from '../sandbox';
import { openBrowser } from '../harness/browser/chromium';

const root = resolve(__dirname, '..');
const folder = join(root, 'pictures');
const SCHEMES = ['light', 'dark'] as const;
const CONVERSATION = 142;

const MESSAGE =
	'Send this answer to the customer?\n\nHi Alice, your parcel left our warehouse this morning and arrives on Friday. You can track it with the number TH4567.';
const CHOICES = [
	{ isApproval: true, label: 'Approve' },
	{ isApproval: false, label: 'Decline' },
];

/** An n8n of example.com, which signs as n8n does. */
const n8n = {
	getSignedResumeUrl(parameters: Record<string, string> = {}) {
		const query = new URLSearchParams({ ...parameters, signature: '5c1f'.repeat(16) });
		return `https://n8n.example.com/webhook-waiting/231/9f2c4d1e?${query.toString()}`;
	},
};

const shownTo = async (sandbox: Sandbox): Promise<void> => {
	const content = noteText(
		MESSAGE,
		CHOICES.map((choice) => ({ ...choice, link: linkTo(n8n, choice, '0') })),
	);
	const { url, apiKey, apiSecret } = sandbox;
	const basic = Buffer.from(`${apiKey}:${apiSecret}`).toString('base64');
	await fetch(`${url}/api/v2/accounts/conversations/${CONVERSATION}/messages`, {
		method: 'POST',
		headers: { authorization: `Basic ${basic}`, 'content-type': 'application/json' },
		body: JSON.stringify({ content, private: true }),
	});
};

async function take(name: string, what: Locator): Promise<void> {
	const path = join(folder, `${name}.png`);
	await what.screenshot({ path, animations: 'disabled' });
	console.log(`${relative(root, path)}  ${Math.round(statSync(path).size / 1024)} KB`);
}

async function takeAll(browser: Browser, sandbox: Sandbox, colorScheme: (typeof SCHEMES)[number]) {
	const page = await browser.newPage({
		viewport: { width: 390, height: 460 },
		colorScheme,
		deviceScaleFactor: 2,
	});
	await page.setContent(
		decisionPage(
			MESSAGE,
			CHOICES.map((choice) => ({ ...choice, action: '?' })),
		),
	);
	await take(`approval-${colorScheme}`, page.locator('body'));
	await page.setViewportSize({ width: 1100, height: 800 });
	await page.goto(`${sandbox.url}/#${CONVERSATION}`);
	await take(`approval-note-${colorScheme}`, page.locator('article.is-private'));
	await page.close();
}

async function main(): Promise<void> {
	mkdirSync(folder, { recursive: true });
	const sandbox = await startSandbox();
	try {
		await shownTo(sandbox);
		const browser = await openBrowser();
		try {
			for (const scheme of SCHEMES) await takeAll(browser, sandbox, scheme);
		} finally {
			await browser.close();
		}
	} finally {
		await sandbox.close();
	}
}

main().catch((error: Error) => {
	console.error(error.message);
	process.exitCode = 1;
});
