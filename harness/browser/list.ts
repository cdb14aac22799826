import type { Locator, Page } from 'playwright-core';

/** The open list of a locator; n8n hangs it at the page's end, not below the field. */
export class List {
	private constructor(private readonly page: Page) {}

	/** The list that n8n has opened, once it has entries: n8n 1 forgets what is typed before that. */
	static async opened(page: Page): Promise<List> {
		const list = new List(page);
		await list.items.first().waitFor();
		return list;
	}

	private get items(): Locator {
		return this.page.getByTestId('rlc-item').filter({ visible: true });
	}

	async names(): Promise<string[]> {
		return (await this.items.allInnerTexts()).map((text) => text.trim());
	}

	async search(words: string): Promise<void> {
		await this.page.getByTestId('rlc-search').filter({ visible: true }).fill(words);
	}

	/** Scrolls to the last entry, where n8n asks for the next page. */
	async toEnd(): Promise<void> {
		await this.items.last().hover();
		await this.page.mouse.wheel(0, 10_000);
	}

	async pick(name: string): Promise<void> {
		await this.items.getByText(name, { exact: true }).click();
	}
}
