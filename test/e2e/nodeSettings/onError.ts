import type { INode } from 'n8n-workflow';
import type { Instance } from '../support/instance';
import { byId } from '../../../harness/livedesk';
import { liveDesk, node, SEND_TEXT, splitOut, workflow } from '../../../harness/workflow';

const TEXTS = ['0', '1', '2', '3', '4'];
const SOURCE = { list: TEXTS.map((text) => ({ to: 141, text })) };

/** Goes back from an item to the one that it came from. */
const origin = (name: string): INode =>
	node(
		name,
		'n8n-nodes-base.set',
		{
			assignments: {
				assignments: [
					{ id: '1', name: 'origin', value: "={{ $('Split').item.json.text }}", type: 'string' },
				],
			},
		},
		{ typeVersion: 3.4 },
	);

const sending = (onError: INode['onError']) =>
	workflow(
		[SOURCE],
		[splitOut(), liveDesk(SEND_TEXT, { onError }), origin('After'), origin('Behind Error')],
		[
			['Start', 'Split'],
			['Split', 'LiveDesk'],
			['LiveDesk', 'After'],
			['LiveDesk', 'Behind Error', 1],
		],
	);

const originOf = ({ json }: { json: { origin?: unknown } }) => json.origin;

/** What each choice of On Error does with a message that LiveDesk refuses. */
export function onError(n8n: () => Instance): void {
	const refuse = () =>
		n8n().sandbox.script({ content: '2', status: 422, body: { error: 'Content is no good' } });

	test('with Stop Workflow, nothing starts after the failure, and the message says what was sent', async () => {
		refuse();
		const run = await n8n().execute(sending('stopWorkflow'));
		expect(run.status).toBe('error');
		expect(run.error).toMatchObject({
			name: 'NodeApiError',
			message: expect.stringContaining('[item 2]'),
			description: expect.stringMatching(
				/Content is no good.*Sent: items 0–1\. Refused: item 2\. Not sent: items 3–4\.$/s,
			),
			httpCode: '422',
			context: { itemIndex: 2 },
		});
		expect(n8n().sandbox.journal.texts(141)).toEqual(['0', '1', '2']);
		expect(run.nodes.After).toBeUndefined();
	});

	test('with Continue, the failed item stays in its place, and all lead back to their input', async () => {
		refuse();
		const run = await n8n().execute(sending('continueRegularOutput'));
		expect(run.status).toBe('success');
		expect(n8n().sandbox.journal.texts(141)).toEqual(TEXTS);
		const items = run.items('LiveDesk');
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual(TEXTS.map((_, item) => ({ item })));
		expect(items.map(({ json }) => json.status)).toEqual([
			'sent',
			'sent',
			undefined,
			'sent',
			'sent',
		]);
		expect(items[2]?.json).toEqual({
			message: expect.stringContaining('[item 2]'),
			error: {
				outcome: 'refused',
				httpCode: '422',
				conversationId: '141',
				description: expect.stringContaining('Content is no good'),
			},
		});
		expect(run.items('After').map(originOf)).toEqual(TEXTS);
	});

	test('with Continue (using error output), the failed item comes with its input, and leads back to it', async () => {
		refuse();
		const run = await n8n().execute(sending('continueErrorOutput'));
		expect(run.status).toBe('success');
		expect(n8n().sandbox.journal.texts(141)).toEqual(TEXTS);
		expect(run.items('LiveDesk', 0).map(({ json }) => json.content)).toEqual(['0', '1', '3', '4']);
		expect(run.items('LiveDesk', 1)).toEqual([
			{
				json: {
					to: 141,
					text: '2',
					message: expect.stringContaining('[item 2]'),
					error: expect.objectContaining({ outcome: 'refused', httpCode: '422' }),
				},
				pairedItem: { item: 2 },
			},
		]);
		expect(run.items('After').map(originOf)).toEqual(['0', '1', '3', '4']);
		expect(run.items('Behind Error').map(originOf)).toEqual(['2']);
	});

	test('a Retry node behind the error output sends what the channel refused again, as the same message', async () => {
		n8n().sandbox.script({ content: '1', failed: '131026: Message undeliverable' });
		const again = liveDesk(
			{
				operation: 'retry',
				conversationId: byId('={{ $json.error.conversationId }}'),
				messageId: '={{ $json.error.messageId }}',
			},
			{},
			'Again',
		);
		const run = await n8n().execute(
			workflow(
				[SOURCE],
				[splitOut(), liveDesk(SEND_TEXT, { onError: 'continueErrorOutput' }), again],
				[
					['Start', 'Split'],
					['Split', 'LiveDesk'],
					['LiveDesk', 'Again', 1],
				],
			),
		);
		expect(run.status).toBe('success');
		const [failed] = run.items('LiveDesk', 1);
		const { messageId } = failed?.json.error as { messageId: number };
		expect(failed?.json.error).toMatchObject({ outcome: 'failed', code: 131026 });
		expect(run.items('Again')).toEqual([
			expect.objectContaining({
				json: expect.objectContaining({ id: messageId, status: 'sent', conversation_id: 141 }),
			}),
		]);
		const { journal, messages } = n8n().sandbox;
		expect(journal.texts(141)).toEqual(TEXTS);
		expect(journal.starts().at(-1)).toMatchObject({ kind: 'retry', messageId: String(messageId) });
		expect(messages(141).map(({ content, status }) => [content, status])).toEqual(
			TEXTS.map((text) => [text, 'sent']),
		);
	});
}
