import type { IDataObject, INode } from 'n8n-workflow';
import type { TroubleRule } from '../../../sandbox';
import type { Result } from '../../../harness/livedesk';
import { conversations, useLiveDesk } from '../../support/useLiveDesk';
import { divert, proceed, retryOnFail } from '../../support/settings';
import { expectAllDelivered, items, sentTimes } from '../support/retrying';
import { failureOf, perItem, requests } from '../support/texts';

const desk = useLiveDesk({ conversations: conversations(4) });

const modes: Array<[string, Partial<INode>]> = [
	['Stop', retryOnFail],
	['Continue', { ...retryOnFail, ...proceed }],
	['Continue (using error output)', { ...retryOnFail, ...divert }],
];

/** The first message has the trouble. */
async function sendWith(
	trouble: TroubleRule[],
	node: Partial<INode>,
	options: IDataObject = {},
): Promise<Result> {
	for (const rule of trouble) desk.sandbox.script({ content: '0', ...rule });
	return await desk.send({ parameters: perItem(options), items, node });
}

/** What the error says, or the item that failed. */
function descriptionOf({ error, items: regular, errorItems }: Result): unknown {
	const failed = [...errorItems, ...regular].find(({ json }) => json.error);
	return error?.description ?? (failed && failureOf(failed)?.description);
}

describe.each(modes)('Retry On Fail with On Error = %s', (_, node) => {
	test.each<[string, TroubleRule[]]>([
		['refused once', [{ status: 422 }]],
		['refused twice', [{ status: 404 }, { status: 422 }]],
		['throttled for good', [{ status: 429 }, { status: 429 }]],
	])('sends again what was %s, and nothing else', async (__, trouble) => {
		const result = await sendWith(trouble, node, { rateLimitWait: 0 });
		expectAllDelivered(result);
		expect(sentTimes(desk.sandbox)).toEqual([trouble.length + 1, 1, 1, 1]);
	});

	test.each([
		[1, 1, 'sent'],
		[2, 2, 'sent'],
		[3, 2, 'failed'],
	])(
		'lets LiveDesk retry what failed %i times, not as a second message',
		async (n, retries, end) => {
			const failed = '131016: Service unavailable';
			if (n > 1) desk.sandbox.script({ kind: 'retry', failed, times: n - 1 });
			const result = await sendWith([{ failed }], node);
			const [message] = desk.sandbox.messages(1);
			expect(message).toMatchObject({ content: '0', status: end });
			expect(requests(desk.sandbox).filter((each) => each.startsWith('retry'))).toEqual(
				Array(retries).fill(`retry 1/${message.id}`),
			);
			expect(sentTimes(desk.sandbox)[0]).toBe(1);
			if (end === 'sent') expectAllDelivered(result);
		},
	);

	test.each<[string, TroubleRule]>([
		['broke off', { drop: 'after-body' }],
		['broke off in the answer', { drop: 'mid-reply' }],
		['ended at a gateway', { html: true }],
		['ended in a web page', { status: 200, html: true }],
	])('leaves a message that %s as it is: it may have arrived', async (__, trouble) => {
		const result = await sendWith([trouble], node);
		expect(sentTimes(desk.sandbox)[0]).toBe(1);
		expect(sentTimes(desk.sandbox).every((count) => count <= 1)).toBe(true);
		expect(descriptionOf(result)).toMatch(/^The message may have arrived/);
	});

	test('sends again what was lost, where the user wants that', async () => {
		const result = await sendWith([{ drop: 'after-body' }], node, { lostAnswer: 'resend' });
		expectAllDelivered(result);
		expect(sentTimes(desk.sandbox)).toEqual([2, 1, 1, 1]);
	});

	test('still says that a message may have arrived, when the next try is refused', async () => {
		const trouble: TroubleRule[] = [{ drop: 'mid-reply' }, { status: 422, times: 9 }];
		const result = await sendWith(trouble, node, { lostAnswer: 'resend' });
		expect(sentTimes(desk.sandbox)[0]).toBe(3);
		expect(desk.sandbox.messages(1)[0]).toMatchObject({ content: '0', status: 'sent' });
		expect(descriptionOf(result)).toMatch(/^The message may have arrived/);
	});

	test('keeps telling the ID of a failed message, when its retry is refused', async () => {
		desk.sandbox.script({ kind: 'retry', status: 422, times: 9 });
		const result = await sendWith([{ failed: '131016: Service unavailable' }], node);
		const [{ id }] = desk.sandbox.messages(1);
		const [failed] = [...result.errorItems, ...result.items];
		if (failed) expect(String(failureOf(failed)?.messageId)).toBe(String(id));
		else expect(descriptionOf(result)).toContain(String(id));
	});

	test('outputs after three tries what one try would have', async () => {
		const parameters = perItem();
		const once = await desk.send({ parameters, items, node });
		desk.sandbox.reset();
		for (const status of [422, 404]) desk.sandbox.script({ content: '0', status });
		desk.sandbox.script({ content: '2', failed: '131016: Service unavailable' });
		const thrice = await desk.send({ parameters, items, node });
		const plain = ({ items: all }: Result) =>
			all.map(({ json, pairedItem }) => {
				const content = { ...json, id: 'its own', created_at: 'its time' };
				return { keys: Object.keys(json), content, pairedItem };
			});
		expect(plain(thrice)).toEqual(plain(once));
	});
});

test('an empty response to a retry is put out with the IDs, and claims nothing else', async () => {
	desk.sandbox.script({ kind: 'retry', body: '' });
	const result = await sendWith([{ failed: '131016: Service unavailable' }], retryOnFail);
	expect(requests(desk.sandbox)).toContain('retry 1/3030');
	expect(result.items[0]).toEqual({
		json: { id: 3030, conversation_id: 1 },
		pairedItem: { item: 0 },
	});
});

test('what fails and shall be put out is not tried again', async () => {
	const trouble = { failed: '131047: Re-engagement message' };
	const node = { ...retryOnFail, ...proceed };
	const result = await sendWith([trouble], node, { failedDelivery: 'output' });
	expect(requests(desk.sandbox).filter((each) => each.startsWith('retry'))).toEqual([]);
	expect(sentTimes(desk.sandbox)).toEqual([1, 1, 1, 1]);
	expect(result.items[0].json).toMatchObject({ id: 3030, status: 'failed' });
});
