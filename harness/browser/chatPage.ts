import type { Locator, Page } from 'playwright-core';
import type { Sandbox } from '../../sandbox';

/** Opens a conversation on the sandbox's chat page in a second tab, looks at one message, and closes the tab. */
export async function lookAtMessage(
	page: Page,
	sandbox: Sandbox,
	{ conversation, text }: { conversation: string; text: string },
	look: (bubble: Locator) => Promise<void>,
): Promise<void> {
	const tab = await page.context().newPage();
	try {
		await tab.goto(`${sandbox.url}/#${conversation}`);
		const bubble = tab.locator('article.bubble').filter({ hasText: text });
		await bubble.waitFor();
		await look(bubble);
	} finally {
		await tab.close();
	}
}
