import type { Locator, Page } from 'playwright-core';

/** The open dropdown's entries; n8n hangs them at the page's end, not below the field. */
const entries = (page: Page): Locator =>
	page.locator('.el-select-dropdown__item').filter({ visible: true });

/** Opens a dropdown and picks the entry of that name. */
export async function pick(page: Page, opener: Locator, name: string): Promise<void> {
	await opener.click();
	await entries(page).getByText(name, { exact: true }).click();
	await entries(page).first().waitFor({ state: 'hidden' });
}

/** Opens a dropdown, reads its names and closes it again. */
export async function namesIn(page: Page, opener: Locator): Promise<string[]> {
	await opener.click();
	await entries(page).first().waitFor();
	// Below a name stands its description.
	const names = (await entries(page).allInnerTexts()).map((text) => text.split('\n')[0] ?? '');
	await page.keyboard.press('Escape');
	await entries(page).first().waitFor({ state: 'hidden' });
	return names;
}
