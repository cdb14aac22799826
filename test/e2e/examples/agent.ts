import type { INode, IWorkflowBase } from 'n8n-workflow';
import type { Instance } from '../support/instance';
import { startModel, type Model } from '../support/model';
import { ALICE, requests, SOMCHAI, type Examples } from './examples';

const MODEL = { name: 'Model', type: 'openAiApi' };

/** The example with a credential for its model, as a user would add one. @returns the ID of the workflow */
export async function addWithModel({ rest }: Instance, example: IWorkflowBase, { url }: Model) {
	const { id } = await rest.call<{ id: string }>('POST', '/rest/credentials', {
		...MODEL,
		data: { apiKey: 'no-key', url },
	});
	const nodes = example.nodes.map((node): INode => {
		if (!node.type.endsWith('.lmChatOpenAi')) return node;
		return { ...node, credentials: { [MODEL.type]: { id, name: MODEL.name } } };
	});
	const { name, connections, settings } = example;
	const workflow = { name, nodes, connections, settings, active: false };
	return (await rest.call<{ id: string }>('POST', '/rest/workflows', workflow)).id;
}

export function agent({ example, n8n, run }: Examples): void {
	describe('AI agent', () => {
		const texts = {
			[SOMCHAI]: 'สวัสดีค่ะคุณสมชาย พัสดุของออเดอร์ #456 จะถึงช้ากว่าเดิม 1 วันค่ะ',
			[ALICE]: 'Hello Alice, your parcel for order #457 comes one day later.',
		};
		const tool = 'Message a Customer';
		const answer = 'I have told สมชาย and Alice that their parcels come one day later.';

		let model: Model;
		let withModel: string;
		beforeAll(async () => {
			model = await startModel();
			withModel = await addWithModel(n8n(), example(6), model);
		});
		afterAll(async () => await model.close());

		test('the agent sends what the model gives to the tool, and tells what it did', async () => {
			model.says(
				[
					[
						{ conversation: String(SOMCHAI), text: texts[SOMCHAI] },
						{ conversation: String(ALICE), text: texts[ALICE] },
					],
				],
				answer,
			);
			const { status, items, nodes } = await n8n().executeSaved(withModel);
			expect(status).toBe('success');
			expect(n8n().sandbox.journal.texts(SOMCHAI)).toEqual([texts[SOMCHAI]]);
			expect(n8n().sandbox.journal.texts(ALICE)).toEqual([texts[ALICE]]);
			expect(requests(n8n())).toHaveLength(2);

			const [offered] = model.offered();
			expect(offered).toMatchObject({
				name: 'Message_a_Customer',
				description: expect.stringContaining('LiveDesk conversation'),
				parameters: {
					properties: { conversation: { type: 'string' }, text: { type: 'string' } },
					required: ['conversation', 'text'],
				},
			});
			expect(nodes[tool]).toHaveLength(2);
			expect(items('Support Agent')).toEqual([
				expect.objectContaining({
					json: expect.objectContaining({ output: answer }),
					pairedItem: { item: 0 },
				}),
			]);
			// The model is told what became of each message.
			expect(model.results().join()).toMatch(/sent.*sent/s);
		});

		test('the agent stops at the model where it has no key, and nothing is sent', async () => {
			const { status, error, nodes } = await run(6);
			expect(status).toBe('error');
			expect(error).toMatchObject({
				message: 'Error in sub-node OpenAI Chat Model',
				description: 'Node does not have any credentials set',
			});
			expect(Object.keys(nodes)).not.toContain(tool);
			expect(requests(n8n())).toEqual([]);
		});
	});
}
