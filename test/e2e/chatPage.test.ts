import type { Browser, Page } from 'playwright-core';
import { startSandbox, type Sandbox } from '../../sandbox';
import { client } from '../../harness/client';
import { openBrowser } from '../../harness/browser/chromium';

let sandbox: Sandbox;
let browser: Browser;
let page: Page;

beforeAll(async () => {
	sandbox = await startSandbox();
	browser = await openBrowser();
	page = await browser.newPage();
	await page.goto(sandbox.url);
	await page.locator('.connection-dot.is-live').waitFor();
});
afterAll(async () => {
	await browser.close();
	await sandbox.close();
});

test('the chat page shows a new contact as it comes, and then its conversation', async () => {
	const desk = client(sandbox);
	const list = page.locator('#list');
	await list.getByText('Alice Miller').waitFor();
	expect(await list.getByText('No conversation yet').count()).toBe(0);

	const { body } = await desk.json('/api/v2/accounts/contacts', {
		inbox_id: 79,
		name: 'มานะ ใจกล้า',
		phone_number: '+66811111111',
	});
	const { contact, contact_inbox: place } = (
		body as { payload: { contact: { id: number }; contact_inbox: { source_id: string } } }
	).payload;
	await list.getByText('No conversation yet').waitFor();
	await list.getByText('New', { exact: true }).waitFor();
	await list.getByRole('link', { name: 'มานะ ใจกล้า' }).click();
	const main = page.locator('#main');
	await main.getByRole('heading', { name: 'มานะ ใจกล้า' }).waitFor();
	expect(await main.locator('.facts').innerText()).toBe(
		[
			`Contact ID\n${contact.id}`,
			`Source ID\n${place.source_id}`,
			'Inbox\n79',
			'Phone number\n+66811111111',
			'Conversations\nNone yet',
		].join('\n'),
	);

	const started = await desk.json('/api/v2/accounts/conversations', {
		inbox_id: 79,
		contact_id: contact.id,
	});
	const { id } = started.body as { id: number };
	await main.getByRole('link', { name: `#${id}` }).click();
	await main.getByText(`Conversation ${id} · inbox 79`).waitFor();
	expect(await list.getByText('No conversation yet').count()).toBe(0);
	await desk.message(id, { content: 'สวัสดี' });
	await main.getByText('สวัสดี').waitFor();
});

test('the chat page shows what becomes of a conversation and its contact', async () => {
	const { json } = client(sandbox);
	const accept = async (path: string, value: object, method = 'POST') =>
		expect(await json(`/api/v2/accounts/${path}`, value, { method })).toMatchObject({
			status: 200,
		});
	await page.goto(`${sandbox.url}/#142`);
	const head = page.locator('.conversation-head');
	await head.getByText('Open').waitFor();
	const until = { status: 'snoozed', snoozed_until: 1893499200 };
	await accept('conversations/142/toggle_status', until);
	await head.getByText(/^Snoozed until \d+ \w+ 20\d\d, \d\d:\d\d$/).waitFor();
	await accept('contacts/2', { blocked: true, name: 'Alice Smith' }, 'PATCH');
	await head.getByText('Blocked').waitFor();
	await head.getByRole('heading', { name: 'Alice Smith' }).waitFor();
	const item = page.locator('#list').getByRole('link', { name: 'Alice Smith' });
	await item.getByText('Snoozed', { exact: true }).waitFor();
});
