import { approval, linksOf, notesIn, untilThrough, untilWaiting } from './approval/waiting';
import { FROM_MODEL, useAgent } from './support/useAgent';
import { useInstance } from './support/useInstance';
import { LIVEDESK_TYPE } from '../../harness/engine';
import { liveDesk } from '../../harness/workflow';

const OWN_MESSAGE = '=The agent wants to run {{ $tool.name }}:\n{{ $tool.parameters.text }}';

/** What n8n 2.41 puts there (`tool-generation/hitl-tools.js`). */
const N8N_MESSAGE =
	'=The agent wants to run this tool: {{ $tool.name }}\n\nInput:\n{{ $tool.parameters }}';

/** n8n 1 has no such tool: only n8n 2 makes it, of every node with the operation Send and Wait for Approval. */
describe('Human review of what an AI agent sends, n8n 2', () => {
	const n8n = useInstance('current');
	const { model, agentWith } = useAgent(n8n);

	/** Starts an agent whose tool, which sends to the customer, is held until a person decides. */
	async function begin(texts: string[], message = OWN_MESSAGE) {
		const review = approval(
			{ resource: 'message', operation: 'sendAndWait', message, approvalOptions: {} },
			{ type: `${LIVEDESK_TYPE}HitlTool`, name: 'Review' },
		);
		const tool = liveDesk(FROM_MODEL, { type: `${LIVEDESK_TYPE}Tool` });
		const calls = texts.map((text) => ({
			toolParameters: { conversation: '142', text },
			hitlParameters: {},
		}));
		model().says([calls], 'Done.');
		const id = await n8n().begin(agentWith(3, review, tool));
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
		expect(model().results()).toEqual([expect.stringContaining('"conversation_id":142')]);
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
		expect(model().results()).toEqual([expect.stringMatching(/rejected the tool call/)]);
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
			model().says([[{}]], 'Done.');
			const { nodes } = await n8n().execute(agentWith(version, tool));
			expect(nodes.Approval?.at(-1)?.error?.message).toMatch(
				/'Send and Wait for Approval' cannot be a tool/,
			);
			expect(n8n().sandbox.journal.starts()).toEqual([]);
		},
	);
});
