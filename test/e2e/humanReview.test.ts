import { approval, linksOf, notesIn, untilThrough, untilWaiting } from './approval/waiting';
import { startModel, type Model } from './support/model';
import { useInstance } from './support/useInstance';
import { LIVEDESK_TYPE } from '../../harness/engine';
import { byId } from '../../harness/livedesk';
import { liveDesk, node, workflow } from '../../harness/workflow';

const OWN_MESSAGE = '=The agent wants to run {{ $tool.name }}:\n{{ $tool.parameters.text }}';

/** What n8n 2.41 puts there (`tool-generation/hitl-tools.js`). */
const N8N_MESSAGE =
	'=The agent wants to run this tool: {{ $tool.name }}\n\nInput:\n{{ $tool.parameters }}';

/** n8n 1 has no such tool: only n8n 2 makes it, of every node with the operation Send and Wait for Approval. */
describe('Human review of what an AI agent sends, n8n 2', () => {
	const n8n = useInstance('current');
	let model: Model;
	let openAi: { id: string; name: string };
	beforeAll(async () => {
		model = await startModel();
		openAi = await n8n().rest.call('POST', '/rest/credentials', {
			name: 'Model',
			type: 'openAiApi',
			data: { apiKey: 'none', url: model.url },
		});
	});
	afterAll(async () => await model.close());

	const agent = (version: number) =>
		node(
			'Agent',
			'@n8n/n8n-nodes-langchain.agent',
			{ promptType: 'define', text: 'Tell the customer.', options: {} },
			{ typeVersion: version },
		);
	const chatModel = () =>
		node(
			'Model',
			'@n8n/n8n-nodes-langchain.lmChatOpenAi',
			{ model: { __rl: true, mode: 'id', value: 'stand-in' }, options: {} },
			{ typeVersion: 1.2, credentials: { openAiApi: { id: openAi.id, name: openAi.name } } },
		);
	const link = (to: string, type: 'ai_languageModel' | 'ai_tool') => ({
		[type]: [[{ node: to, type, index: 0 }]],
	});

	/** Starts an agent whose tool, which sends to the customer, is held until a person decides. */
	async function begin(texts: string[], message = OWN_MESSAGE) {
		const review = approval(
			{ resource: 'message', operation: 'sendAndWait', message, approvalOptions: {} },
			{ type: `${LIVEDESK_TYPE}HitlTool`, name: 'Review' },
		);
		const tool = liveDesk(
			{
				descriptionType: 'manual',
				toolDescription: 'Sends a message to the customer',
				conversationId: byId("={{ $fromAI('conversation', 'Whom to write to', 'string') }}"),
				content: "={{ $fromAI('text', 'What to write', 'string') }}",
			},
			{ type: `${LIVEDESK_TYPE}Tool` },
		);
		const whole = workflow([{}], [agent(3), chatModel(), review, tool], [['Start', 'Agent']]);
		Object.assign(whole.connections, {
			Model: link('Agent', 'ai_languageModel'),
			Review: link('Agent', 'ai_tool'),
			LiveDesk: link('Review', 'ai_tool'),
		});
		const calls = texts.map((text) => ({
			toolParameters: { conversation: '142', text },
			hitlParameters: {},
		}));
		model.says([calls], 'Done.');
		const id = await n8n().begin(whole);
		await untilWaiting(n8n(), id);
		return id;
	}

	const sent = () => n8n().sandbox.messages(142);

	test('the review holds a Send Text until an agent in LiveDesk approves', async () => {
		const id = await begin(['Your parcel is on its way']);
		expect(sent()).toEqual([]);
		const [{ content }] = notesIn(n8n());
		expect(content).toMatch(/^The agent wants to run LiveDesk:\nYour parcel is on its way\n\n/);
		const links = linksOf(content);
		expect(Object.keys(links)).toEqual(['Approve', 'Decline']);

		const page = await (await fetch(links.Approve)).text();
		expect(page).toContain('Your parcel is on its way');
		expect(sent()).toEqual([]);
		expect((await fetch(links.Approve, { method: 'POST' })).status).toBe(200);
		const { status, items } = await untilThrough(n8n(), id);
		expect(status).toBe('success');
		expect(sent().map((message) => message.content)).toEqual(['Your parcel is on its way']);
		expect(model.results()).toEqual([expect.stringContaining('"conversation_id":142')]);
		expect(items('Agent').map(({ json }) => json.output)).toEqual(['Done.']);
	});

	test("n8n's own message for a review shows what the model wants to send, and not an object", async () => {
		const id = await begin(['Your parcel\nis on its way'], N8N_MESSAGE);
		const asked = 'Input:\nconversation: 142\ntext: Your parcel\nis on its way';
		const [{ content }] = notesIn(n8n());
		expect(content).toContain(`${asked}\n\nApprove: `);
		const links = linksOf(content);
		expect(await (await fetch(links.Decline)).text()).toContain('Your parcel\nis on its way');
		expect((await fetch(links.Decline, { method: 'POST' })).status).toBe(200);
		expect((await untilThrough(n8n(), id)).status).toBe('success');
		expect(sent()).toEqual([]);
	});

	test('the review sends nothing where the agent in LiveDesk declines, and tells the model so', async () => {
		const id = await begin(['Your parcel is on its way']);
		const links = linksOf(notesIn(n8n())[0].content);
		expect((await fetch(links.Decline, { method: 'POST' })).status).toBe(200);
		const { status } = await untilThrough(n8n(), id);
		expect(status).toBe('success');
		expect(sent()).toEqual([]);
		expect(model.results()).toEqual([expect.stringMatching(/rejected the tool call/)]);
	});

	/** n8n 2.41 lets the others pass by the review on their way back, but takes none of them for approved. */
	test('of several calls at once only the first is asked for, and none runs without a yes', async () => {
		const id = await begin(['one', 'two']);
		const links = linksOf(notesIn(n8n())[0].content);
		expect((await fetch(links.Approve, { method: 'POST' })).status).toBe(200);
		expect((await untilThrough(n8n(), id)).status).toBe('success');
		expect(notesIn(n8n())).toHaveLength(1);
		expect(sent().map((message) => message.content)).toEqual(['one']);
	});

	test.each([2.2, 3])(
		'the review is no plain tool of agent version %s, and says so',
		async (version) => {
			const tool = approval({}, { type: `${LIVEDESK_TYPE}Tool` });
			const whole = workflow([{}], [agent(version), chatModel(), tool], [['Start', 'Agent']]);
			Object.assign(whole.connections, {
				Model: link('Agent', 'ai_languageModel'),
				Approval: link('Agent', 'ai_tool'),
			});
			model.says([[{}]], 'Done.');
			const { nodes } = await n8n().execute(whole);
			expect(nodes.Approval?.at(-1)?.error?.message).toMatch(
				/'Send and Wait for Approval' cannot be a tool/,
			);
			expect(n8n().sandbox.journal.starts()).toEqual([]);
		},
	);
});
