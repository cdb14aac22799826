import type { Locator, Page } from 'playwright-core';
import { namesIn, pick } from './dropdown';
import { Fields } from './fields';
import { labelsIn } from './labels';
import { List } from './list';
import { Output } from './output';

/** The panel of a node. */
export class Panel extends Fields {
	readonly root: Locator;
	readonly output: Output;
	/** The left side: what comes in. */
	readonly input: Locator;

	private constructor(page: Page) {
		super(page, page.getByTestId('node-parameters'));
		this.root = page.getByTestId('ndv');
		this.output = new Output(this.root.getByTestId('output-panel'));
		this.input = this.root.getByTestId('ndv-input-panel');
	}

	/** The panel that n8n has opened, or is about to open. */
	static async opened(page: Page): Promise<Panel> {
		const panel = new Panel(page);
		await panel.parameter('operation').waitFor();
		return panel;
	}

	/** Opens it from the canvas of a workflow that n8n has. */
	static async open(page: Page, url: string, workflow: string, node: string): Promise<Panel> {
		await page.goto(`${url}/workflow/${workflow}`);
		const onCanvas = page.locator(`[data-test-id=canvas-node][data-node-name="${node}"]`);
		const ndv = page.getByTestId('ndv');
		await onCanvas.dblclick();
		// A canvas that is not ready yet takes no double click.
		await ndv.waitFor({ timeout: 5_000 }).catch(async () => await onCanvas.dblclick());
		return await Panel.opened(page);
	}

	/** The labels of all fields that are seen; of the credential's label n8n 2 has made a shorter one. */
	async labels(): Promise<string[]> {
		const labels = await labelsIn(this.fields);
		return labels.map((label) => label.replace('Credential to connect with', 'Credential'));
	}

	/** Gives the conversation, in the way that the field is set to, or in another. */
	async conversation(value: string, mode?: 'By ID' | 'By URL'): Promise<void> {
		await this.locate('conversationId', value, mode);
	}

	/** Types into a locator, in the way that it is set to, or in another. */
	async locate(name: string, value: string, mode?: 'By ID' | 'By URL'): Promise<void> {
		const locator = this.fields.getByTestId(`resource-locator-${name}`);
		if (mode)
			await pick(this.page, locator.getByTestId('rlc-mode-selector').locator('input'), mode);
		const input = locator.getByTestId('rlc-input');
		await input.fill(value);
		await input.blur();
	}

	/** Opens the list of a locator that is set to From List. */
	async openList(name: string): Promise<List> {
		const locator = this.fields.getByTestId(`resource-locator-${name}`);
		await locator.getByTestId('rlc-input').click();
		return await List.opened(this.page);
	}

	/** Adds a row to a field that takes many. @returns the row's fields */
	async addRow(name: string): Promise<Fields> {
		const collection = this.fields.getByTestId(`fixed-collection-${name}`);
		const rows = collection.locator('.parameter-input-list-wrapper');
		const count = await rows.count();
		await collection.getByTestId('fixed-collection-add').click();
		await rows.nth(count).waitFor();
		return new Fields(this.page, rows.nth(count));
	}

	/** Adds one of the fields that a collection offers; the collection goes by its label. */
	async addField(collection: string, label: string): Promise<void> {
		await pick(this.page, this.adderOf(collection), label);
	}

	/** @returns the fields that a collection offers */
	async offered(collection: string): Promise<string[]> {
		return await namesIn(this.page, this.adderOf(collection));
	}

	/** n8n 1 names its dropdown by a class alone. */
	private adderOf(collection: string): Locator {
		const item = this.fields.getByTestId('parameter-item').filter({
			has: this.page.locator('.n8n-input-label').getByText(collection, { exact: true }),
		});
		return item
			.getByTestId('collection-parameter-add')
			.or(item.locator('.param-options'))
			.filter({ visible: true })
			.last();
	}

	/** A field of the node before, as the schema at the left shows it. */
	schemaField(field: string): Locator {
		return this.input.getByTestId('run-data-schema-item').getByText(field, { exact: true }).first();
	}

	/** Drags a field of the node before onto a parameter. */
	async drag(field: string, name: string): Promise<void> {
		await this.schemaField(field).hover();
		await this.page.mouse.down();
		const box = await this.parameter(name).boundingBox();
		if (!box) throw new Error(`${name} is not seen.`);
		const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
		await this.page.mouse.move(x - 20, y, { steps: 10 });
		await this.page.mouse.move(x, y, { steps: 5 });
		await this.page.mouse.up();
	}

	/** Rests the mouse on the sign at a field, and waits for the sentence there. */
	async expectComplaint(name: string, sentence: string): Promise<void> {
		await this.parameter(name).getByTestId('parameter-issues').hover();
		const said = this.page.locator('.titled-list-item').filter({ visible: true });
		await said.getByText(sentence, { exact: true }).waitFor();
	}

	async expectNoComplaint(name: string): Promise<void> {
		await this.parameter(name).getByTestId('parameter-issues').waitFor({ state: 'hidden' });
	}

	/** Runs the node, and the nodes before it where they have not run. */
	async execute(): Promise<void> {
		await this.root.getByTestId('node-execute-button').click();
	}
}
