import type { INode } from 'n8n-workflow';
import { MAJORS } from './support/instance';
import { FROM_MODEL, useAgent } from './support/useAgent';
import { useInstance } from './support/useInstance';
import { LIVEDESK_TYPE } from '../../harness/engine';
import { liveDesk } from '../../harness/workflow';

/** n8n's agent calls its tools itself up to version 2; from 3 on, n8n's engine runs them like other nodes. */
const AGENTS = [2.2, 3];

const RETRYING: Partial<INode> = { retryOnFail: true, maxTries: 3, waitBetweenTries: 50 };

const ROUNDS = 20;

describe.each(MAJORS)('tool of an agent, n8n %s', (which) => {
	const n8n = useInstance(which);
	const { model, agentWith } = useAgent(n8n);

	const run = async (version: number, settings: Partial<INode> = {}) => {
		const tool = liveDesk(FROM_MODEL, { type: `${LIVEDESK_TYPE}Tool`, ...settings });
		return await n8n().execute(agentWith(version, tool));
	};

	describe.each(AGENTS)('agent version %s', (version) => {
		test("the tool sends the model's text once, and tells the model what became of it", async () => {
			model().says([[{ conversation: '142', text: 'Your parcel is on its way' }]], 'Done.');
			const { status, error, items } = await run(version);
			expect(error).toBeUndefined();
			expect(status).toBe('success');
			expect(model().offered()).toEqual([
				expect.objectContaining({ description: 'Sends a message to the customer' }),
			]);
			const { journal, messages } = n8n().sandbox;
			expect(journal.starts().map(({ conversation, body }) => [conversation, body])).toEqual([
				['142', { content: 'Your parcel is on its way' }],
			]);
			expect(model().results()).toEqual([
				expect.stringContaining(`"id":${messages(142)[0]?.id},"conversation_id":142`),
			]);
			expect(items('Agent').map(({ json }) => json.output)).toEqual(['Done.']);
		});

		test.each([
			['in one round', [['Hello', 'Hello']]],
			['one after the other', [['Hello'], ['Hello']]],
		])('the same text twice %s arrives twice: the agent means it', async (_, rounds) => {
			model().says(
				rounds.map((texts) => texts.map((text) => ({ conversation: '141', text }))),
				'Done.',
			);
			const { status } = await run(version, RETRYING);
			expect(status).toBe('success');
			expect(n8n().sandbox.journal.texts(141)).toEqual(['Hello', 'Hello']);
			expect(n8n().sandbox.messages(141)).toHaveLength(2);
			expect(model().results()).toHaveLength(2);
		});

		// Version 3 starts its calls in reverse in n8n 1: the order is n8n's there.
		const inOrder =
			which === 'previous' && version === 3 ? ['3', '2', '1', '0'] : ['0', '1', '2', '3'];
		test(`four calls of one turn arrive one after the other: ${inOrder.join(', ')}`, async () => {
			const { sandbox } = n8n();
			const calls = ['0', '1', '2', '3'].map((text) => ({ conversation: '141', text }));
			// Several times: n8n's database decides in which order the calls come to the node.
			for (let round = 1; round <= ROUNDS; round++) {
				sandbox.script({ content: '0', latencyMs: 100 });
				sandbox.script({ content: '1', latencyMs: 50 });
				model().says([calls], 'Done.');
				const { status } = await run(version);
				expect(status).toBe('success');
				expect(sandbox.journal.texts(141).slice(-4)).toEqual(inOrder);
				expect(sandbox.journal.texts(141)).toHaveLength(4 * round);
				expect(model().results()).toHaveLength(4);
			}
			expect(sandbox.journal.inFlightPeak()).toBe(1);
		});

		test('Retry On Fail sends what LiveDesk refused, and not what it has', async () => {
			const texts = ['fine', 'refused', 'failed', 'lost'];
			const { sandbox } = n8n();
			sandbox.script({ content: 'refused', status: 422 });
			sandbox.script({ content: 'failed', failed: '131016: Service unavailable' });
			sandbox.script({ content: 'lost', drop: 'after-body' });
			for (const text of texts) {
				model().says([[{ conversation: '141', text }]], 'Done.');
				await run(version, RETRYING);
			}
			const requests = sandbox.journal.starts().map(({ kind, body }) => [kind, body]);
			const text = (content: string) => ['text', { content }];
			expect(requests).toEqual([
				text('fine'),
				text('refused'),
				text('refused'),
				text('failed'),
				['retry', undefined],
				text('lost'),
			]);
			expect(sandbox.messages(141).map(({ content, status }) => [content, status])).toEqual(
				texts.map((content) => [content, 'sent']),
			);
		});
	});
});
