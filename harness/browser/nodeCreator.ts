import type { Locator, Page } from 'playwright-core';
import { Panel } from './panel';

/** n8n's panel to add nodes with. */
export class NodeCreator {
	readonly root: Locator;

	private constructor(private readonly page: Page) {
		this.root = page.getByTestId('node-creator');
	}

	/** Opens it in a new workflow. */
	static async open(page: Page, url: string): Promise<NodeCreator> {
		await page.goto(`${url}/workflow/new`);
		await page.getByTestId('node-creator-plus-button').click();
		const creator = new NodeCreator(page);
		await creator.searchBar.waitFor();
		return creator;
	}

	private get searchBar(): Locator {
		return this.page.getByTestId('node-creator-search-bar');
	}

	/** @returns the LiveDesk node among what the search has found */
	async search(words: string): Promise<Locator> {
		await this.searchBar.fill(words);
		const name = this.page
			.getByTestId('node-creator-item-name')
			.getByText('LiveDesk', { exact: true });
		const found = this.root.getByTestId('item-iterator-item').filter({ has: name });
		await found.waitFor();
		return found;
	}

	/** @returns the node's own actions, once the node is chosen; others have n8n's icons, which are no pictures */
	async actions(): Promise<string[]> {
		const icon = this.page.locator('img[src*=liveDesk]');
		return await this.root.getByTestId('item-iterator-item').filter({ has: icon }).allInnerTexts();
	}

	/** Adds the node with one of its actions. @returns its panel, which n8n opens then */
	async add(action: string): Promise<Panel> {
		await this.root.getByText(action, { exact: true }).click();
		return await Panel.opened(this.page);
	}
}

/** Adds a LiveDesk node to a new workflow, as a person does. */
export async function addNode(page: Page, url: string, action: string): Promise<Panel> {
	const creator = await NodeCreator.open(page, url);
	await (await creator.search('livedesk')).click();
	return await creator.add(action);
}
