import type { IDataObject, INode } from 'n8n-workflow';
import { byId } from '../../../harness/livedesk';
import { node, workflow, type Workflow } from '../../../harness/workflow';
import type { Instance } from './instance';
import { startModel, type Model } from './model';

/** What a model may set of a LiveDesk tool: a conversation and a text. */
export const FROM_MODEL: IDataObject = {
	descriptionType: 'manual',
	toolDescription: 'Sends a message to the customer',
	conversationId: byId("={{ $fromAI('conversation', 'Whom to write to', 'string') }}"),
	content: "={{ $fromAI('text', 'What to write', 'string') }}",
};

/** A model for all tests of a `describe` block, and workflows whose agent asks it. */
export function useAgent(n8n: () => Instance) {
	const context = {} as { model: Model };
	let openAi: { id: string; name: string };
	beforeAll(async () => {
		context.model = await startModel();
		openAi = await n8n().rest.call('POST', '/rest/credentials', {
			name: 'Model',
			type: 'openAiApi',
			data: { apiKey: 'none', url: context.model.url },
		});
	});
	afterAll(async () => await context.model.close());

	return {
		model: () => context.model,
		/** @param tools the agent's, then one that it is held by, and so on */
		agentWith(version: number, ...tools: INode[]): Workflow {
			const agent = node(
				'Agent',
				'@n8n/n8n-nodes-langchain.agent',
				{ promptType: 'define', text: 'Tell the customer.', options: {} },
				{ typeVersion: version },
			);
			const chatModel = node(
				'Model',
				'@n8n/n8n-nodes-langchain.lmChatOpenAi',
				{ model: { __rl: true, mode: 'id', value: 'stand-in' }, options: {} },
				{ typeVersion: 1.2, credentials: { openAiApi: { id: openAi.id, name: openAi.name } } },
			);
			const whole = workflow([{}], [agent, chatModel, ...tools], [['Start', 'Agent']]);
			const link = (from: string, to: string, type: 'ai_languageModel' | 'ai_tool') =>
				(whole.connections[from] = { [type]: [[{ node: to, type, index: 0 }]] });
			link('Model', 'Agent', 'ai_languageModel');
			tools.forEach(({ name }, at) => link(name, tools[at - 1]?.name ?? 'Agent', 'ai_tool'));
			return whole;
		},
	};
}
