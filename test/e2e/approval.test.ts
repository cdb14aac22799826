/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { setTimeout as wait } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import {
	approval,
	CONVERSATION,
	linksOf,
	notesIn,
	QUESTION,
	statusOf,
	untilThrough,
	untilWaiting,
} from './approval/waiting';
import { openBrowser, openContext } from '../../harness/browser/chromium';
import { MAJORS, type Major } from './support/instance';
import { useInstance } from './support/useInstance';
import { node, workflow } from '../../harness/workflow';

const DEADLINE_WITHIN_MS = 150_000;

let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(async () => await browser.close());

describe.each(MAJORS)('approval in n8n %s', (which: Major) => {
	const n8n = useInstance(which);
	let page: Page;
	beforeAll(async () => {
		page = await (await openContext(browser, { viewport: { width: 390, height: 844 } })).newPage();
	});
	afterAll(async () => await page.context().close());

	const behind = node('Behind', 'n8n-nodes-base.noOp');
	/** Starts an execution and waits for its note. */
	async function ask(more = {}) {
		const id = await n8n().begin(workflow([{ order: 456 }], [approval(more), behind]));
		await untilWaiting(n8n(), id);
		return { id, links: linksOf(notesIn(n8n())[0].content) };
	}
	const outcome = async (id: string) => {
		const { status, items } = await untilThrough(n8n(), id);
		return { status, json: items('Behind').map((item) => item.json) };
	};

	test('waits with a note that has one link per choice', async () => {
		const { id, links } = await ask();
		expect(Object.keys(links)).toEqual(['Approve', 'Decline']);
		expect(notesIn(n8n())).toHaveLength(1);
		expect(notesIn(n8n())[0].content).toMatch(/^Send this answer\?\nYour <b>parcel<\/b>/);
		expect(await statusOf(n8n(), id)).toBe('waiting');
	});

	test.each([
		['Approve', true],
		['Decline', false],
	])('goes on when a person clicks %s', async (label, approved) => {
		const { id, links } = await ask();
		const response = await page.goto(links[label]);
		expect(response?.status()).toBe(200);
		expect(await page.locator('.asked').innerText()).toBe(QUESTION);
		expect(await page.locator('.asked b').count()).toBe(0);
		expect(await page.getByRole('button').allInnerTexts()).toEqual(['Approve', 'Decline']);
		await page.getByRole('button', { name: label }).click();
		await page.getByText('Your decision has reached the workflow').waitFor();
		const { status, json } = await outcome(id);
		expect(status).toBe('success');
		expect(json).toEqual([
			{ data: { approved, respondedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) } },
		]);
		expect(notesIn(n8n())).toHaveLength(1);
	});

	test('shows its links in the conversation, and one of them opens the page', async () => {
		const { id } = await ask();
		await page.goto(`${n8n().sandbox.url}/#${CONVERSATION}`);
		const note = page.locator('article.is-private');
		await note.getByRole('link').first().waitFor();
		expect(await note.getByRole('link').count()).toBe(2);
		const [opened] = await Promise.all([
			page.context().waitForEvent('page'),
			note.getByRole('link').first().click(),
		]);
		await opened.getByRole('button', { name: 'Approve' }).click();
		await opened.getByText('Your decision has reached the workflow').waitFor();
		await opened.close();
		expect((await outcome(id)).status).toBe('success');
	});

	test('the button decides, not the link that was opened', async () => {
		const { id, links } = await ask();
		await page.goto(links.Decline);
		await page.getByRole('button', { name: 'Approve' }).click();
		await page.getByText('Your decision has reached the workflow').waitFor();
		expect((await outcome(id)).json).toEqual([
			{ data: expect.objectContaining({ approved: true }) },
		]);
	});

	test('has a page without script, under a strict policy, which fits a phone', async () => {
		const { links } = await ask();
		const response = await fetch(links.Approve);
		expect(response.headers.get('content-security-policy')).toMatch(
			/^default-src 'none'; style-src 'sha256-[\w+/]+=*'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'$/,
		);
		expect(Object.fromEntries(response.headers)).toMatchObject({
			'content-type': 'text/html; charset=utf-8',
			'cache-control': 'no-store',
			'referrer-policy': 'no-referrer',
			'x-content-type-options': 'nosniff',
		});
		expect(await response.text()).not.toMatch(/<script/i);
		const told: string[] = [];
		page.on('console', (message) => told.push(message.text()));
		await page.goto(links.Approve);
		const { width, background } = await page.evaluate<{ width: number; background: string }>(
			`({ width: document.documentElement.scrollWidth, background: getComputedStyle(document.querySelector('button.yes')).backgroundColor })`,
		);
		expect(width).toBeLessThanOrEqual(390);
		expect(background).toBe('rgb(11, 122, 69)');
		expect(told.filter((text) => !text.includes('favicon'))).toEqual([]);
	});

	test('nothing but the button decides', async () => {
		const { id, links } = await ask();
		for (const method of ['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE', 'PATCH', 'GET']) {
			await fetch(links.Approve, { method });
			await fetch(links.Decline, { method });
		}
		await wait(500);
		expect(await statusOf(n8n(), id)).toBe('waiting');
	});

	test('refuses an altered link', async () => {
		const { id, links } = await ask();
		const altered = [
			links.Decline.replace('approved=false', 'approved=true'),
			links.Approve.replace(/signature=.{4}/, 'signature=0000'),
			links.Approve.replace(/&signature=.*/, ''),
			links.Approve.replace('approved=true&', ''),
			links.Approve.replace('turn=0', 'turn=1'),
		];
		const statuses: number[] = [];
		for (const link of altered) {
			for (const method of ['GET', 'POST']) {
				statuses.push((await fetch(link, { method })).status);
			}
		}
		expect(statuses).toEqual(statuses.map(() => 401));
		await wait(500);
		expect(await statusOf(n8n(), id)).toBe('waiting');
	});

	test('tells a second click that it comes too late', async () => {
		const { id, links } = await ask();
		expect((await fetch(links.Approve, { method: 'POST' })).status).toBe(200);
		await untilThrough(n8n(), id);
		for (const label of ['Approve', 'Decline']) {
			await page.goto(links[label]);
			expect(await page.innerText('body')).toMatch(/no action required/i);
			expect(await page.getByRole('button').count()).toBe(0);
		}
		const response = await fetch(links.Decline, { method: 'POST' });
		expect(await response.text()).toMatch(/no action required/i);
		expect((await outcome(id)).json).toEqual([
			{ data: expect.objectContaining({ approved: true }) },
		]);
	});

	test('takes only the first of two clicks at once', async () => {
		const { id, links } = await ask();
		await Promise.all([
			fetch(links.Approve, { method: 'POST' }),
			fetch(links.Approve, { method: 'POST' }),
		]);
		const { status, nodes } = await untilThrough(n8n(), id);
		expect(status).toBe('success');
		expect(nodes.Behind).toHaveLength(1);
	});

	test('in a loop, an old link does not decide what a new note asks', async () => {
		const loop = node(
			'Loop',
			'n8n-nodes-base.splitInBatches',
			{ batchSize: 1, options: {} },
			{ typeVersion: 3 },
		);
		const whole = workflow(
			[{ order: 1 }, { order: 2 }],
			[loop, approval({ message: '=Order {{ $json.order }}?' }), behind],
			[
				['Start', 'Loop'],
				['Loop', 'Behind', 0],
				['Loop', 'Approval', 1],
				['Approval', 'Loop'],
			],
		);
		const id = await n8n().begin(whole);
		await untilWaiting(n8n(), id);
		const [first] = notesIn(n8n()).map(({ content }) => linksOf(content));
		await page.goto(first.Approve);
		expect(await page.locator('.asked').innerText()).toBe('Order 1?');
		await page.getByRole('button', { name: 'Approve' }).click();
		await untilWaiting(n8n(), id, 2);

		await page.goto(first.Approve);
		expect(await page.innerText('body')).toMatch(/This has been decided/);
		expect((await fetch(first.Approve, { method: 'POST' })).status).toBe(409);
		expect(await statusOf(n8n(), id)).toBe('waiting');
		const [, second] = notesIn(n8n()).map(({ content }) => linksOf(content));
		await page.goto(second.Decline);
		expect(await page.locator('.asked').innerText()).toBe('Order 2?');
		await page.getByRole('button', { name: 'Decline' }).click();
		const { json } = await outcome(id);
		expect(json).toEqual([
			{ data: expect.objectContaining({ approved: true }) },
			{ data: expect.objectContaining({ approved: false }) },
		]);
	});

	test(
		'goes on by itself after the deadline, with its input',
		async () => {
			const values = { limitType: 'afterTimeInterval', resumeAmount: 0.02, resumeUnit: 'minutes' };
			const { id, links } = await ask({ options: { limitWaitTime: { values } } });
			const { status, items } = await untilThrough(n8n(), id, DEADLINE_WITHIN_MS);
			expect(status).toBe('success');
			expect(items('Behind').map(({ json }) => json)).toEqual([{ order: 456 }]);
			await page.goto(links.Approve);
			expect(await page.innerText('body')).toMatch(/no action required/i);
		},
		DEADLINE_WITHIN_MS + 60_000,
	);

	test('keeps the Request Options in the Settings of the node, and all its kinds', async () => {
		const types = (await (
			await fetch(`${n8n().url}/types/nodes.json`, { headers: { cookie: n8n().rest.cookie() } })
		).json()) as Array<{ name: string; properties: Array<{ name: string; isNodeSetting?: true }> }>;
		const ours = types.filter(({ name }) => name.startsWith('n8n-nodes-livedesk.'));
		expect(ours.map(({ name }) => name.split('.')[1]).sort()).toEqual(
			which === 'current'
				? ['liveDesk', 'liveDeskHitlTool', 'liveDeskTool']
				: ['liveDesk', 'liveDeskTool'],
		);
		for (const { properties } of ours) {
			const found = properties.filter(({ name }) => name === 'requestOptions');
			expect(found).toHaveLength(1);
			expect(found[0].isNodeSetting).toBe(true);
		}
	});
});
