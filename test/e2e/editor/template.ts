import { expectSeen } from '../support/expectSeen';
import { addNode } from '../../../harness/browser/nodeCreator';
import type { Person } from '../support/useEditor';
import { TEMPLATE, templateLabels } from './operations';

const ACTION = TEMPLATE.action;
const REST = ['Body Variables', 'Footer Variables', 'Buttons'];

/** What is seen below 'Header Type'. */
const HEADERS = {
	Document: ['Header Media URL', 'Header File Name'],
	Image: ['Header Media URL'],
	Location: [
		'Header Latitude',
		'Header Longitude',
		'Header Location Name',
		'Header Location Address',
	],
	None: [],
	Text: ['Header Variables'],
	Video: ['Header Media URL'],
};

/** The fields of a template, which come and go. */
export function changesFields(person: Person): void {
	test(
		'the panel shows for each type of header just its fields',
		person(async ({ n8n, page }) => {
			const panel = await addNode(page, n8n.url, ACTION);
			expect(await panel.options('headerType')).toEqual(Object.keys(HEADERS));
			for (const [type, fields] of Object.entries(HEADERS)) {
				await panel.choose('headerType', type);
				await expectSeen(
					async () => await panel.labels(),
					templateLabels('Header Type', ...fields, ...REST),
				);
			}
		}),
	);

	test(
		'the panel shows one field for JSON in place of the form, and the form again',
		person(async ({ n8n, page }) => {
			const panel = await addNode(page, n8n.url, ACTION);
			await panel.choose('parameterMode', 'Using JSON');
			await expectSeen(async () => await panel.labels(), templateLabels('Parameters (JSON)'));
			await panel.choose('parameterMode', 'Using Fields Below');
			await expectSeen(async () => await panel.labels(), TEMPLATE.labels);
		}),
	);

	test(
		'the panel takes two variables and two buttons, whose fields go by their type',
		person(async ({ n8n, page }) => {
			const panel = await addNode(page, n8n.url, ACTION);
			await panel.addRow('bodyVariables');
			await panel.addRow('bodyVariables');
			await panel.addRow('buttons');
			const second = await panel.addRow('buttons');
			await second.choose('subType', 'Quick Reply');
			await expectSeen(
				async () => await panel.labels(),
				templateLabels(
					'Header Type',
					'Body Variables',
					...['Name', 'Value', 'Name', 'Value'],
					'Footer Variables',
					'Buttons',
					...['Index', 'Type', 'URL Suffix', 'Index', 'Type', 'Payload'],
				),
			);
		}),
	);
}
