import type { Locator, Page } from 'playwright-core';
import { namesIn, pick } from './dropdown';

/** Fields that a person fills in, by the names of their parameters. */
export class Fields {
	constructor(
		protected readonly page: Page,
		readonly fields: Locator,
	) {}

	parameter(name: string): Locator {
		return this.fields.getByTestId(`parameter-input-${name}`);
	}

	/** Types into a field of one or several lines, and leaves it: n8n looks at what was entered then. */
	async fill(name: string, text: string): Promise<void> {
		const input = this.parameter(name).locator('input, textarea').first();
		await input.fill(text);
		await input.blur();
	}

	/** Types into a field for JSON, in place of what it holds. */
	async fillJson(name: string, text: string): Promise<void> {
		await this.parameter(name).locator('.cm-content').click();
		await this.page.keyboard.press('ControlOrMeta+A');
		await this.page.keyboard.insertText(text);
	}

	async choose(name: string, option: string): Promise<void> {
		await pick(this.page, this.parameter(name).locator('input').first(), option);
	}

	/** @returns the names that a field offers */
	async options(name: string): Promise<string[]> {
		return await namesIn(this.page, this.parameter(name).locator('input').first());
	}

	/** Turns a switch to its other side. */
	async toggle(name: string): Promise<void> {
		await this.parameter(name).locator('.el-switch').click();
	}
}
