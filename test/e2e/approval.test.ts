import type { Browser, Page } from 'playwright-core';
import { openBrowser, openContext } from '../../harness/browser/chromium';
import { asking } from './approval/asking';
import { decides } from './approval/decisions';
import { opensItsPage } from './approval/links';
import { notesIn, statusOf, untilThrough } from './approval/waiting';
import { MAJORS, type Major } from './support/instance';
import { useInstance } from './support/useInstance';

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
	const approvals = asking(n8n, () => page);
	const { ask } = approvals;

	test('the node waits with a note that has one link per choice', async () => {
		const { id, links } = await ask();
		expect(Object.keys(links)).toEqual(['Approve', 'Decline']);
		expect(notesIn(n8n())).toHaveLength(1);
		expect(notesIn(n8n())[0].content).toMatch(/^Send this answer\?\nYour <b>parcel<\/b>/);
		expect(await statusOf(n8n(), id)).toBe('waiting');
	});

	describe('the links', () => opensItsPage(approvals));
	describe('the decision', () => decides(approvals));

	test(
		'the workflow goes on by itself after the deadline, with its input',
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

	test('each kind of the node has the Request Options in its Settings', async () => {
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
