import type { INode, INodeExecutionData } from 'n8n-workflow';
import type { TroubleRule } from '../../../sandbox';
import { byId } from '../../../harness/livedesk';
import { conversations, useLiveDesk } from '../../support/useLiveDesk';
import { pairedWith, pairs } from '../../support/results';
import { divert, proceed, retryOnFail } from '../../support/settings';
import { OTHER } from '../support/anotherRun';
import { failingFirst } from '../support/failingFirst';
import { failedItem, failureOf, groups, itemsTo } from '../support/texts';

const desk = useLiveDesk({ conversations: [...conversations(3), OTHER] });

/** Items with three files each, to go out as three messages. */
const items = (...to: number[]): INodeExecutionData[] =>
	itemsTo(...to).map((json, index) => ({
		json,
		binary: Object.fromEntries(
			['a', 'b', 'c'].map((name) => {
				const data = Buffer.from(`${index}${name}`).toString('base64');
				return [name, { data, mimeType: 'text/plain', fileName: `${index}${name}` }];
			}),
		),
	}));

const parameters = {
	operation: 'sendAttachment',
	conversationId: byId('={{ $json.to }}'),
	binaryPropertyName: 'a,b,c',
	options: { oneFilePerMessage: true },
};

/** The files that went out, in order; a retry by its message's file. */
function sent(): string[] {
	const { journal, messages } = desk.sandbox;
	const files = journal.starts().filter(({ kind }) => kind !== 'text');
	return files.map(({ parts, conversation = '', messageId }) => {
		const message = messages(conversation).find(({ id }) => String(id) === messageId);
		if (!message) return String(parts?.[0]?.fileName);
		return `retry ${message.attachments?.[0].data_url.split('/').at(-1)}`;
	});
}

/** Trouble for the nth message of a conversation: the ones before go well. */
function troubleAt(nth: number, trouble: TroubleRule, conversation = 1) {
	const { sandbox } = desk;
	if (nth > 0) sandbox.script({ conversation, latencyMs: 0, times: nth });
	sandbox.script({ conversation, ...trouble });
}

const files = (list: INodeExecutionData[]) =>
	list.map(({ json }) => {
		const [file] = (json.attachments ?? []) as Array<{ data_url: string }>;
		return file?.data_url.split('/').at(-1);
	});

const run = async (to: number[], node: Partial<INode> = {}) =>
	await desk.send({ parameters, items: items(...to), node });

test('an item sends its messages in order, before those of the next to that conversation', async () => {
	desk.sandbox.script({ latencyMs: [0, 5], times: Infinity });
	const result = await run([1, 1, 2]);
	const inOrder = desk.sandbox.journal
		.starts()
		.filter(({ conversation }) => conversation === '1')
		.map(({ parts }) => parts?.[0]?.fileName);
	expect(inOrder).toEqual(['0a', '0b', '0c', '1a', '1b', '1c']);
	expect(files(result.items)).toEqual(['0a', '0b', '0c', '1a', '1b', '1c', '2a', '2b', '2c']);
	expect(pairs(result.items)).toEqual(pairedWith(0, 0, 0, 1, 1, 1, 2, 2, 2));
});

test('an item waits between its messages while LiveDesk limits the rate', async () => {
	troubleAt(1, { retryAfter: 0 });
	const result = await run([1]);
	expect(sent()).toEqual(['0a', '0b', '0b', '0c']);
	expect(pairs(result.items)).toEqual(pairedWith(0, 0, 0));
});

describe('an item of which one message fails', () => {
	test('stops there with On Error = Stop, and says which file it was', async () => {
		troubleAt(1, { status: 422 });
		const result = await run([1, 1]);
		expect(sent()).toEqual(['0a', '0b']);
		expect(failedItem(result)).toBe(0);
		expect(result.error?.message).toBe('LiveDesk did not accept the message [item 0, file 2 of 3]');
		expect(groups(result)).toEqual({
			sent: ['0.1'],
			refused: ['0.2'],
			notSent: ['0.3', '1.1', '1.2', '1.3'],
		});
		expect(result.error?.description).toMatch(
			/ Sent of item 0: file 1\. Not sent: file 3\. Refused: file 2\.$/,
		);
	});

	test('goes on with On Error = Continue, and tells each', async () => {
		troubleAt(1, { status: 422 });
		const result = await run([1, 1], proceed);
		expect(sent()).toEqual(['0a', '0b', '0c', '1a', '1b', '1c']);
		expect(files(result.items)).toEqual(['0a', undefined, '0c', '1a', '1b', '1c']);
		expect(pairs(result.items)).toEqual(pairedWith(0, 0, 0, 1, 1, 1));
		expect(failureOf(result.items[1])).toMatchObject({ outcome: 'refused', conversationId: '1' });
	});

	test('has the other messages in the output and this one on the error output', async () => {
		troubleAt(2, { failed: '131016: Service unavailable' });
		const result = await run([1], divert);
		expect(files(result.items)).toEqual(['0a', '0b']);
		expect(pairs(result.items)).toEqual(pairedWith(0, 0));
		expect(pairs(result.errorItems)).toEqual(pairedWith(0));
		const [, , { id }] = desk.sandbox.messages(1);
		expect(failureOf(result.errorItems[0])).toMatchObject({ outcome: 'failed', messageId: id });
	});
});

describe('Retry On Fail', () => {
	test('sends a refused file again, then those that were kept back', async () => {
		troubleAt(1, { status: 422 });
		const result = await run([1, 1], retryOnFail);
		expect(sent()).toEqual(['0a', '0b', '0b', '0c', '1a', '1b', '1c']);
		expect(files(result.items)).toEqual(['0a', '0b', '0c', '1a', '1b', '1c']);
		expect(pairs(result.items)).toEqual(pairedWith(0, 0, 0, 1, 1, 1));
	});

	test('has LiveDesk retry a failed file', async () => {
		troubleAt(1, { failed: '131016: Service unavailable' });
		const result = await run([1], retryOnFail);
		expect(sent()).toEqual(['0a', '0b', 'retry 0b', '0c']);
		expect(files(result.items)).toEqual(['0a', '0b', '0c']);
		expect(desk.sandbox.messages(1)).toHaveLength(3);
	});

	test('sends no file again whose response was lost, nor those after it', async () => {
		troubleAt(1, { drop: 'after-body' });
		const result = await run([1], retryOnFail);
		expect(sent()).toEqual(['0a', '0b']);
		expect(result.error?.description).toMatch(/^The message may have arrived/);
	});
});

test('an item that another one stopped half-way is told file by file', async () => {
	const options = { parameters, items: items(1, 2) };
	const result = await failingFirst(desk, { conversation: 2 }, [{ conversation: 1 }], options);
	expect(sent().sort()).toEqual(['0a', '1a']);
	expect(failedItem(result)).toBe(1);
	expect(groups(result)).toEqual({
		sent: ['0.1'],
		refused: ['1.1'],
		notSent: ['0.2', '0.3', '1.2', '1.3'],
	});
});
