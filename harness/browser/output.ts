import type { Locator } from 'playwright-core';

/** The right side of a node's panel: what came out. */
export class Output {
	constructor(readonly root: Locator) {}

	/** Where n8n tells what stopped the node. */
	get error(): Locator {
		return this.root.getByTestId('node-error-message');
	}

	/** @returns the first item as the table shows it, once the table has the given text */
	async row(text: string): Promise<Record<string, string>> {
		await this.root.getByTestId('ndv-items-count').waitFor();
		await this.root.getByTestId('radio-button-table').click();
		await this.root.locator('td').filter({ hasText: text }).first().waitFor();
		const heads = await this.root.locator('th').allInnerTexts();
		const cells = await this.root.locator('tbody tr').first().locator('td').allInnerTexts();
		const row: Record<string, string> = {};
		heads.forEach((head, index) => {
			const name = head.trim();
			if (name !== '') row[name] = (cells[index] ?? '').trim();
		});
		return row;
	}
}
