/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { setTimeout as wait } from 'node:timers/promises';
import type { Asking } from './asking';
import { CONVERSATION, statusOf } from './waiting';

export function opensItsPage({ n8n, page, ask, outcome }: Asking): void {
	test('the note shows its links in the conversation, and one of them opens the page', async () => {
		const { id } = await ask();
		await page().goto(`${n8n().sandbox.url}/#${CONVERSATION}`);
		const note = page().locator('article.is-private');
		await note.getByRole('link').first().waitFor();
		expect(await note.getByRole('link').count()).toBe(2);
		const [opened] = await Promise.all([
			page().context().waitForEvent('page'),
			note.getByRole('link').first().click(),
		]);
		await opened.getByRole('button', { name: 'Approve' }).click();
		await opened.getByText('Your decision has reached the workflow').waitFor();
		await opened.close();
		expect((await outcome(id)).status).toBe('success');
	});

	test('the page has no script and a strict policy, and fits a phone', async () => {
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
		page().on('console', (message) => told.push(message.text()));
		await page().goto(links.Approve);
		const { width, background } = await page().evaluate<{ width: number; background: string }>(
			`({ width: document.documentElement.scrollWidth, background: getComputedStyle(document.querySelector('button.yes')).backgroundColor })`,
		);
		expect(width).toBeLessThanOrEqual(390);
		expect(background).toBe('rgb(11, 122, 69)');
		expect(told.filter((text) => !text.includes('favicon'))).toEqual([]);
	});

	test('an altered link is refused, and decides nothing', async () => {
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
}
