import type { Locator, Page } from 'playwright-core';
import { labelsIn } from './labels';

/** The dialog of a LiveDesk credential. */
export class CredentialDialog {
	readonly root: Locator;

	private constructor(private readonly page: Page) {
		this.root = page.getByTestId('editCredential-modal');
	}

	/** Creates a credential from n8n's list of credentials. */
	static async create(page: Page, url: string): Promise<CredentialDialog> {
		await page.goto(`${url}/home/credentials`);
		await page.getByTestId('add-resource-credential').click();
		const search = page.getByTestId('new-credential-type-select').locator('input');
		await search.fill('livedesk');
		await page
			.locator('.el-select-dropdown__item')
			.filter({ visible: true })
			.getByText('LiveDesk API')
			.click();
		await page.getByTestId('new-credential-type-button').click();
		return await CredentialDialog.opened(page);
	}

	/** Opens a credential of that name from n8n's list. */
	static async open(page: Page, url: string, name: string): Promise<CredentialDialog> {
		await page.goto(`${url}/home/credentials`);
		await page.getByTestId('resources-list').getByText(name, { exact: true }).click();
		return await CredentialDialog.opened(page);
	}

	private static async opened(page: Page): Promise<CredentialDialog> {
		const dialog = new CredentialDialog(page);
		await dialog.root.getByTestId('parameter-input-apiKey').waitFor();
		return dialog;
	}

	async labels(): Promise<string[]> {
		return await labelsIn(this.root);
	}

	input(name: string): Locator {
		return this.root.getByTestId(`parameter-input-${name}`).locator('input');
	}

	async fill(values: Record<string, string>): Promise<void> {
		for (const [name, value] of Object.entries(values)) await this.input(name).fill(value);
	}

	/** n8n tests a credential that it saves. */
	async save(): Promise<void> {
		await this.root.getByTestId('credential-save-button').click();
	}

	/** @returns what n8n says of its test; nothing while it tests */
	async verdict(): Promise<string> {
		const texts = await this.root
			.getByText(/^(Connection tested successfully|Couldn’t connect with these settings)/)
			.filter({ visible: true })
			.allInnerTexts();
		return (texts[0] ?? '').trim();
	}

	/** Opens the reason that n8n gives for a test that went wrong. */
	async openDetails(): Promise<void> {
		await this.root.getByText('More details').click();
	}

	async close(): Promise<void> {
		await this.page.keyboard.press('Escape');
		await this.root.waitFor({ state: 'hidden' });
	}
}
