import fc from 'fast-check';
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { byId, type Result } from '../../../harness/livedesk';
import { conversations, useLiveDesk } from '../../support/useLiveDesk';
import { pairedWith, pairs } from '../../support/results';
import { failureOf, retryOnFail } from '../support/texts';

const desk = useLiveDesk({ conversations: conversations(1) });
const json = { 'content-type': 'application/json' };

/** Of a contact that is there in each run. */
let source: string;

interface Asked {
	name: string;
	parameters: IDataObject;
	item: (index: number) => IDataObject;
	/** Where LiveDesk puts the ID. */
	idsIn: string[][];
	/** Whether an empty response is documented. */
	takesEmpty?: boolean;
}

const asked: Asked[] = [
	{
		name: 'a message',
		parameters: { conversationId: byId(1), content: '={{ $json.text }}' },
		item: (index) => ({ text: String(index) }),
		idsIn: [['id']],
	},
	{
		name: 'a contact',
		parameters: {
			resource: 'contact',
			operation: 'create',
			inboxId: '79',
			email: '={{ $json.email }}',
		},
		item: (index) => ({ email: `a${index}@b.example` }),
		idsIn: [['id'], ['payload', 'id'], ['payload', 'contact', 'id']],
	},
	{
		name: 'a conversation',
		parameters: {
			resource: 'conversation',
			operation: 'create',
			inboxId: '79',
			contactBy: 'sourceId',
			sourceId: '={{ $json.source }}',
		},
		item: () => ({ source }),
		idsIn: [['id'], ['payload', 'id']],
	},
	{
		name: 'a retry',
		parameters: { operation: 'retry', conversationId: byId(1), messageId: '={{ $json.id }}' },
		item: (index) => ({ id: 5_000 + index }),
		idsIn: [['id']],
		takesEmpty: true,
	},
];

/** One item for each body, in order; every response is the body, with HTTP 200. */
async function run({ parameters, item }: Asked, bodies: string[], node = {}): Promise<Result> {
	desk.sandbox.reset();
	source = desk.sandbox.addContact({ name: 'Alice', inboxId: 79 }).source_id;
	for (const index of bodies.keys()) {
		desk.sandbox.addMessage(1, { id: 5_000 + index, status: 'failed' });
	}
	for (const body of bodies) desk.sandbox.script({ body, headers: json });
	return await desk.send({
		parameters: { ...parameters, options: { parallelConversations: 1 } },
		items: [...bodies.keys()].map(item),
		node: { onError: 'continueRegularOutput', ...node },
	});
}

const isDelivered = ({ json: { error } }: INodeExecutionData) => error === undefined;

/** Whether a body holds an ID where LiveDesk puts one; not by the node's own functions. */
function hasId({ idsIn, takesEmpty }: Asked, text: string): boolean {
	const body = JSON.parse(text) as unknown;
	// n8n gives the node what it has parsed: an empty text in JSON is the same to it as no response body at all.
	if (takesEmpty && (body === null || (typeof body === 'string' && !/\S/.test(body)))) return true;
	return idsIn
		.map((path) =>
			path.reduce<unknown>((at, key) => (Object(at) as Record<string, unknown>)[key], body),
		)
		.some(
			(id) =>
				(typeof id === 'string' && /\S/.test(id)) ||
				(typeof id === 'number' && Number.isFinite(id)),
		);
}

const none = [
	{},
	{ code: 40001, message: 'invalid' },
	{ error: 'Conversation is closed' },
	{ success: false },
	{ data: { id: 1 } },
	{ id: null },
	{ id: ' ' },
	{ inbox_id: 79 },
	{ inbox_id: 79, contact_id: 5 },
	[{ id: 1 }],
	7,
	'sent',
	true,
].map((body) => JSON.stringify(body));
const refusals = [1, 2, 3];
/** These say nothing: a success where an empty response is documented, and nowhere else. */
const empty = ['""', '" "', 'null'];

describe.each(asked)('asked for $name', (what) => {
	test('a 2xx without an ID is never taken for a success', async () => {
		const { items } = await run(what, none);
		expect(desk.sandbox.journal.starts()).toHaveLength(none.length);
		expect(pairs(items)).toEqual(pairedWith(...none.keys()));
		expect(items.map((item) => failureOf(item)?.outcome)).toEqual(
			[...none.keys()].map((index) => (refusals.includes(index) ? 'refused' : 'unknown')),
		);
	});

	test('a 2xx that says no is told in the words of LiveDesk, and stops the rest', async () => {
		const bodies = ['{"code":40001,"message":"invalid parameter"}', '{"id":1}'];
		const { error, items } = await run(what, bodies, { onError: 'stopWorkflow' });
		expect(items).toEqual([]);
		expect(desk.sandbox.journal.starts()).toHaveLength(1);
		expect(error?.context).toMatchObject({ itemIndex: 0, outcome: 'refused' });
		expect(error?.description).toContain('LiveDesk says: invalid parameter (code 40001)');
	});

	test('a 2xx that says nothing is not sent again by Retry On Fail', async () => {
		const { error } = await run(what, ['{}'], { ...retryOnFail, onError: 'stopWorkflow' });
		expect(desk.sandbox.journal.starts()).toHaveLength(1);
		expect(error?.context?.outcome).toBe('unknown');
	});

	test('whatever a 2xx says, it is a success only with an ID', async () => {
		const id = fc.constantFrom<unknown>(1, 'x', 0, null, '', ' ', {}, [], true);
		const object = fc.dictionary(
			fc.constantFrom('id', 'error', 'errors', 'code', 'success', 'payload', 'data', 'status'),
			fc.oneof(
				id,
				fc.jsonValue({ maxDepth: 1 }),
				fc.record({ id }),
				fc.record({ contact: fc.record({ id }) }),
			),
			{ maxKeys: 4 },
		);
		const body = fc
			.oneof(
				{ weight: 4, arbitrary: object },
				{ weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) },
			)
			.map((value) => JSON.stringify(value));
		await fc.assert(
			fc.asyncProperty(fc.array(body, { minLength: 12, maxLength: 12 }), async (bodies) => {
				const { items } = await run(what, bodies);
				expect(pairs(items)).toEqual(pairedWith(...bodies.keys()));
				for (const [index, item] of items.entries()) {
					if (isDelivered(item))
						expect([bodies[index], hasId(what, bodies[index])]).toEqual([bodies[index], true]);
					else expect(failureOf(item)?.outcome).toMatch(/^(refused|unknown|failed)$/);
				}
			}),
			{ numRuns: 6, examples: [[empty.flatMap((text) => Array<string>(4).fill(text))]] },
		);
	});
});

test('a message whose status is failed, in any case, is failed', async () => {
	const bodies = ['FAILED', 'Failed', 'failed'].map((status) => JSON.stringify({ id: 1, status }));
	const { items } = await run(asked[0], bodies);
	expect(items.map((item) => failureOf(item))).toEqual(
		bodies.map(() => expect.objectContaining({ outcome: 'failed', messageId: 1 })),
	);
});

test('the known ID of a message is told, where its retry is answered without one', async () => {
	desk.sandbox.script({ content: 'a', failed: '131016: Service unavailable' });
	desk.sandbox.script({ kind: 'retry', body: {} });
	const { error } = await desk.send({
		parameters: { conversationId: byId(1), content: 'a', options: { lostAnswer: 'resend' } },
		node: retryOnFail,
	});
	const [{ id }] = desk.sandbox.messages(1);
	expect(desk.sandbox.journal.starts().map(({ kind }) => kind)).toEqual(['text', 'retry']);
	expect(error?.context).toMatchObject({ outcome: 'unknown', messageId: id });
	expect(error?.description).toContain(String(id));
});

describe('a delivered message', () => {
	test.each([
		['stopWorkflow', { error: '' }],
		['continueRegularOutput', { error: '' }],
		['continueErrorOutput', { error: '' }],
		['stopWorkflow', { error: 'a', message: 'b' }],
	] as const)('is sent once, with On Error = %s and %j in its response', async (onError, more) => {
		for (const index of [0, 1, 2, 3, 4]) {
			desk.sandbox.script({
				content: String(index),
				body: { id: 10 + index, status: 'sent', ...more },
				times: 9,
			});
		}
		const { run: whole } = await desk.send({
			parameters: { conversationId: byId(1), content: '={{ $json.text }}', simplify: false },
			items: [0, 1, 2, 3, 4].map((index) => ({ text: String(index) })),
			node: { ...retryOnFail, onError },
		});
		expect(desk.sandbox.journal.texts()).toEqual(['0', '1', '2', '3', '4']);
		expect(whole.data.resultData.error).toBeUndefined();
	});
});
