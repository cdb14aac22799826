import fc from 'fast-check';
import type { INodeExecutionData } from 'n8n-workflow';
import { conversations, useLiveDesk } from '../../support/useLiveDesk';
import { pairedWith, pairs } from '../../support/results';
import { retryOnFail } from '../../support/settings';
import { failureOf } from '../support/texts';
import { answeredWith, asked, type Asked } from './asked';

const desk = useLiveDesk({ conversations: conversations(1) });

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
	{ payload: { contact: {} } },
	{ message: 'queued' },
	{ status: 'sent' },
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
		const { items } = await answeredWith(desk, what, none);
		expect(desk.sandbox.journal.starts()).toHaveLength(none.length);
		expect(pairs(items)).toEqual(pairedWith(...none.keys()));
		expect(items.map((item) => failureOf(item)?.outcome)).toEqual(
			[...none.keys()].map((index) => (refusals.includes(index) ? 'refused' : 'unknown')),
		);
	});

	test('a 2xx that says no is told in the words of LiveDesk, and stops the rest', async () => {
		const bodies = ['{"code":40001,"message":"invalid parameter"}', '{"id":1}'];
		const { error, items } = await answeredWith(desk, what, bodies, { onError: 'stopWorkflow' });
		expect(items).toEqual([]);
		expect(desk.sandbox.journal.starts()).toHaveLength(1);
		expect(error?.context).toMatchObject({ itemIndex: 0, outcome: 'refused' });
		expect(error?.description).toContain('LiveDesk says: invalid parameter (code 40001)');
	});

	test('a 2xx that says nothing is not sent again by Retry On Fail', async () => {
		const { error } = await answeredWith(desk, what, ['{}'], {
			...retryOnFail,
			onError: 'stopWorkflow',
		});
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
				const { items } = await answeredWith(desk, what, bodies);
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
