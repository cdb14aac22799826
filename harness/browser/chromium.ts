/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { existsSync } from 'node:fs';
import {
	chromium,
	selectors,
	type Browser,
	type BrowserContext,
	type BrowserContextOptions,
} from 'playwright-core';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const ARGUMENTS = [
	'--headless',
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];
/** How long a person would look for something on a busy machine. */
const PATIENCE_MS = 60_000;
const LOOPBACK = new Set(['127.0.0.1', 'localhost']);

// n8n's editor marks what it is made of with this attribute.
selectors.setTestIdAttribute('data-test-id');

/** @throws Error that says what to install where there is no Chromium */
export async function openBrowser(): Promise<Browser> {
	if (!existsSync(CHROMIUM)) {
		throw new Error(
			`There is no Chromium at ${CHROMIUM}. On Debian: apt-get install chromium fonts-liberation\n` +
				'If it is elsewhere, say where in the environment: CHROMIUM=/path/to/chromium',
		);
	}
	return await chromium.launch({ executablePath: CHROMIUM, args: ARGUMENTS });
}

/** A browser's profile, which reaches nothing but this machine: n8n's editor asks the npm registry about packages. */
export async function openContext(
	browser: Browser,
	options: BrowserContextOptions = {},
): Promise<BrowserContext> {
	const context = await browser.newContext({
		viewport: { width: 1400, height: 1000 },
		reducedMotion: 'reduce',
		...options,
	});
	context.setDefaultTimeout(PATIENCE_MS);
	await context.route(
		({ hostname }) => !LOOPBACK.has(hostname),
		async (route) => await route.abort(),
	);
	return context;
}
