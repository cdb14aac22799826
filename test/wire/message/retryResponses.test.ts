import type { IDataObject } from 'n8n-workflow';
import { byId } from '../../../harness/livedesk';
import { divert } from '../../support/settings';
import { onlyRequest, useLiveDesk } from '../../support/useLiveDesk';
import { retry } from './documented';

const desk = useLiveDesk({ conversations: [{ id: 141 }, { id: 142 }, { id: 'Th-3_b' }] });

beforeEach(
	() => void desk.sandbox.addMessage(141, { id: 3030, status: 'failed', content: 'Hello' }),
);

describe('where the response is empty', () => {
	const answers: Array<[what: string, rule: IDataObject]> = [
		['no content', { status: 204 }],
		['an empty text', { body: '' }],
		['blanks', { body: ' \r\n' }],
		['null', { body: 'null', headers: { 'content-type': 'application/json' } }],
	];

	describe.each(answers)('%s', (_, rule) => {
		test.each([true, false])('Retry outputs the IDs alone with Simplify %s', async (simplify) => {
			desk.sandbox.script(rule);
			const { items } = await desk.send({ parameters: { ...retry, simplify } });
			expect(desk.sandbox.journal.ends()).toHaveLength(1);
			expect(items).toStrictEqual([
				{ json: { id: 3030, conversation_id: 141 }, pairedItem: { item: 0 } },
			]);
		});
	});

	test('Retry outputs IDs that are no numbers as they are', async () => {
		desk.sandbox.addMessage('Th-3_b', { id: 7, status: 'failed' });
		desk.sandbox.script({ status: 204 });
		const { items } = await desk.send({
			parameters: { ...retry, conversationId: byId('Th-3_b'), messageId: '7' },
		});
		expect(items).toStrictEqual([
			{ json: { id: 7, conversation_id: 'Th-3_b' }, pairedItem: { item: 0 } },
		]);
	});
});

test.each<[what: string, body: IDataObject, simplify: boolean, json: IDataObject]>([
	['fills in a conversation', { id: 'abc' }, true, { id: 'abc', conversation_id: 141 }],
	['keeps what came', { id: 1, conversation_id: 'c' }, true, { id: 1, conversation_id: 'c' }],
	['adds nothing to what came, without Simplify', { id: 1 }, false, { id: 1 }],
])('Retry %s', async (_, body, simplify, json) => {
	desk.sandbox.script({ body });
	const { items } = await desk.send({ parameters: { ...retry, simplify } });
	onlyRequest(desk);
	expect(items).toStrictEqual([{ json, pairedItem: { item: 0 } }]);
});

describe('a response that still says "failed"', () => {
	const failed = '131047: Re-engagement message is not allowed';
	beforeEach(() => desk.sandbox.script({ kind: 'retry', failed }));

	test('stops the workflow as a failed delivery does', async () => {
		const { error, items } = await desk.send({ parameters: retry });
		onlyRequest(desk);
		expect(items).toEqual([]);
		expect(error).toMatchObject({ name: 'NodeApiError', context: { itemIndex: 0 } });
		expect(error?.message).not.toContain('Re-engagement');
		expect(error?.description).toContain(failed);
	});

	test('goes to the error output with the IDs for another retry', async () => {
		const items = [{ a: 1 }];
		const result = await desk.send({ parameters: retry, items, node: divert });
		onlyRequest(desk);
		expect(result.items).toEqual([]);
		expect(result.errorItems).toEqual([
			{
				json: {
					a: 1,
					message: expect.stringMatching(/\[item 0\]$/),
					error: {
						outcome: 'failed',
						code: 131047,
						description: expect.stringContaining(failed),
						messageId: 3030,
						conversationId: '141',
					},
				},
				pairedItem: { item: 0 },
			},
		]);
	});

	test('is output where the user wants that', async () => {
		const options = { failedDelivery: 'output' };
		const { error, items } = await desk.send({ parameters: { ...retry, options } });
		onlyRequest(desk);
		expect(error).toBeUndefined();
		expect(items).toMatchObject([
			{
				json: { id: 3030, conversation_id: 141, status: 'failed', external_error: failed },
				pairedItem: { item: 0 },
			},
		]);
	});
});
