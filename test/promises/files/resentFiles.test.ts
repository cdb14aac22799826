import { createHash, randomBytes } from 'node:crypto';
import type { IBinaryData } from 'n8n-workflow';
import { byId } from '../../../harness/livedesk';
import { conversations, useLiveDesk } from '../../support/useLiveDesk';
import { pairedWith, pairs, statuses } from '../../support/results';
import { contents, failedItem, failureOf, groups, itemsTo, retryOnFail } from '../support/texts';

const context = useLiveDesk({ conversations: conversations(3), binaryMode: 'filesystem' });
const bytes = randomBytes(3_000_000);
const whole = createHash('sha256').update(bytes).digest('hex');
const file = { fileName: 'a.bin', mimeType: 'application/octet-stream' };

const sending = (options = {}) => ({
	operation: 'sendAttachment',
	conversationId: byId('={{ $json.to }}'),
	caption: '={{ $json.text }}',
	options,
});

const storing = async () => await context.engine.store(bytes, file);
const inline = async () => ({ ...file, data: bytes.toString('base64') });

const withFiles = (to: number[], ...files: IBinaryData[]) =>
	itemsTo(...to).map((json, index) => ({ json, binary: { data: files[index % files.length] } }));

/** What arrived of the files, also with requests that were turned away. */
const arrived = () => context.sandbox.journal.starts().map(({ parts }) => parts?.[0]?.sha256);

describe('a file that met a 429 arrives whole, read anew', () => {
	test.each([
		["from n8n's store", storing],
		['from the item itself', inline],
	])('%s, by the node itself', async (_, give) => {
		const { send, sandbox } = context;
		sandbox.script({ retryAfter: 0, times: 2 });
		const items = withFiles([1, 1], await give());
		const result = await send({ parameters: sending(), items });
		expect(statuses(sandbox)).toEqual([429, 429, 200, 200]);
		expect(arrived()).toEqual([whole, whole, whole, whole]);
		expect(contents(result.items)).toEqual(['0', '1']);
		expect(pairs(result.items)).toEqual(pairedWith(0, 1));
	});

	test('by Retry On Fail', async () => {
		const { send, sandbox } = context;
		sandbox.script({ retryAfter: 0, times: 2 });
		const items = withFiles([1, 1], await storing());
		const result = await send({
			parameters: sending({ rateLimitWait: 0 }),
			items,
			node: retryOnFail,
		});
		expect(arrived()).toEqual([whole, whole, whole, whole]);
		expect(contents(result.items)).toEqual(['0', '1']);
	});
});

describe('files keep to the rules of texts', () => {
	test('a message that the channel did not deliver is retried, not uploaded again', async () => {
		const { send, sandbox } = context;
		sandbox.script({ content: '0', failed: '131016: Service unavailable' });
		const items = withFiles([1, 1], await storing());
		const result = await send({ parameters: sending(), items, node: retryOnFail });
		expect(sandbox.journal.starts().map(({ kind }) => kind)).toEqual([
			'attachment',
			'retry',
			'attachment',
		]);
		expect(contents(result.items)).toEqual(['0', '1']);
		expect(sandbox.messages(1)).toHaveLength(2);
	});

	test('a lost answer is not repeated', async () => {
		const { send, sandbox } = context;
		sandbox.script({ content: '0', drop: 'after-body' });
		const items = withFiles([1, 1], await storing());
		const result = await send({ parameters: sending(), items, node: retryOnFail });
		expect(arrived()).toEqual([whole]);
		expect(failedItem(result)).toBe(0);
		expect(sandbox.messages(1)).toHaveLength(1);
	});
});

describe('a file that n8n no longer has', () => {
	const lost = async () => ({
		...(await storing()),
		id: 'filesystem-v2:workflows/w/executions/e/nowhere',
	});

	test('is not sent, and the message counts as refused', async () => {
		const { send } = context;
		const items = withFiles([1, 2, 3], await storing(), await lost(), await storing());
		const node = { onError: 'continueRegularOutput' } as const;
		const result = await send({ parameters: sending(), items, node });
		expect(arrived()).toEqual([whole, whole]);
		expect(contents(result.items)).toEqual(['0', undefined, '2']);
		expect(pairs(result.items)).toEqual(pairedWith(0, 1, 2));
		expect(result.items[1].json.message).toBe(
			'A file of the message could not be read to its end [item 1]',
		);
		expect(failureOf(result.items[1])).toMatchObject({ outcome: 'refused', conversationId: '2' });
	});

	test('keeps what follows in its conversation from being sent, with On Error = Stop', async () => {
		const { send } = context;
		const items = withFiles([1, 1, 1], await storing(), await lost(), await storing());
		const result = await send({ parameters: sending(), items });
		expect(arrived()).toEqual([whole]);
		expect(failedItem(result)).toBe(1);
		expect(groups(result)).toEqual({ sent: [0], refused: [1], notSent: [2] });
	});
});
