/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { setTimeout as wait } from 'node:timers/promises';
import { node, workflow } from '../../../harness/workflow';
import type { Asking } from './asking';
import {
	approval,
	linksOf,
	notesIn,
	QUESTION,
	statusOf,
	untilThrough,
	untilWaiting,
} from './waiting';

export function decides({ n8n, page, ask, outcome, behind }: Asking): void {
	test.each([
		['Approve', true],
		['Decline', false],
	])('the workflow goes on when a person clicks %s', async (label, approved) => {
		const { id, links } = await ask();
		const response = await page().goto(links[label]);
		expect(response?.status()).toBe(200);
		expect(await page().locator('.asked').innerText()).toBe(QUESTION);
		expect(await page().locator('.asked b').count()).toBe(0);
		expect(await page().getByRole('button').allInnerTexts()).toEqual(['Approve', 'Decline']);
		await page().getByRole('button', { name: label }).click();
		await page().getByText('Your decision has reached the workflow').waitFor();
		const { status, json } = await outcome(id);
		expect(status).toBe('success');
		expect(json).toEqual([
			{ data: { approved, respondedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) } },
		]);
		expect(notesIn(n8n())).toHaveLength(1);
	});

	test('the button decides, not the link that was opened', async () => {
		const { id, links } = await ask();
		await page().goto(links.Decline);
		await page().getByRole('button', { name: 'Approve' }).click();
		await page().getByText('Your decision has reached the workflow').waitFor();
		expect((await outcome(id)).json).toEqual([
			{ data: expect.objectContaining({ approved: true }) },
		]);
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

	test('a second click is told that it comes too late', async () => {
		const { id, links } = await ask();
		expect((await fetch(links.Approve, { method: 'POST' })).status).toBe(200);
		await untilThrough(n8n(), id);
		for (const label of ['Approve', 'Decline']) {
			await page().goto(links[label]);
			expect(await page().innerText('body')).toMatch(/no action required/i);
			expect(await page().getByRole('button').count()).toBe(0);
		}
		const response = await fetch(links.Decline, { method: 'POST' });
		expect(await response.text()).toMatch(/no action required/i);
		expect((await outcome(id)).json).toEqual([
			{ data: expect.objectContaining({ approved: true }) },
		]);
	});

	test('of two clicks at once, only the first counts', async () => {
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
		await page().goto(first.Approve);
		expect(await page().locator('.asked').innerText()).toBe('Order 1?');
		await page().getByRole('button', { name: 'Approve' }).click();
		await untilWaiting(n8n(), id, 2);

		await page().goto(first.Approve);
		expect(await page().innerText('body')).toMatch(/This has been decided/);
		expect((await fetch(first.Approve, { method: 'POST' })).status).toBe(409);
		expect(await statusOf(n8n(), id)).toBe('waiting');
		const [, second] = notesIn(n8n()).map(({ content }) => linksOf(content));
		await page().goto(second.Decline);
		expect(await page().locator('.asked').innerText()).toBe('Order 2?');
		await page().getByRole('button', { name: 'Decline' }).click();
		const { json } = await outcome(id);
		expect(json).toEqual([
			{ data: expect.objectContaining({ approved: true }) },
			{ data: expect.objectContaining({ approved: false }) },
		]);
	});
}
