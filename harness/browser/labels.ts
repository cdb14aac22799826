import type { Locator } from 'playwright-core';

/** @returns the labels that are seen, from top to bottom; behind a label stand n8n's own switches */
export async function labelsIn(root: Locator): Promise<string[]> {
	const texts = await root.locator('.n8n-input-label').filter({ visible: true }).allInnerTexts();
	return texts.map((text) => (text.split('\n')[0] ?? '').trim());
}
