import { byId } from '../../support/livedesk';
import { running } from '../running';

const desk = running();
const parameters = {
	operation: 'sendAttachment',
	conversationId: byId(141),
	binaryPropertyName: 'a, b, c',
	content: 'Three files',
	options: { oneFilePerMessage: true },
};

const file = (name: string) => ({
	data: Buffer.from(name).toString('base64'),
	mimeType: 'text/plain',
	fileName: `${name}.txt`,
});
const item = { json: {}, binary: { c: file('c'), a: file('a'), b: file('b') } };

/** What arrived, in order: the file's name, and the text parts of its message. */
const arrived = () =>
	desk.sandbox.journal.starts().map(({ parts }) => {
		const [first, ...rest] = parts ?? [];
		return [first?.fileName, ...rest.map(({ name, value }) => `${name}=${value}`)];
	});

test('sends each file as a message of its own, in the order of the names, the caption with the first', async () => {
	const { items, error } = await desk.send({ parameters, items: [item, item] });
	expect(error).toBeUndefined();
	const once = [['a.txt', 'content=Three files'], ['b.txt'], ['c.txt']];
	expect(arrived()).toEqual([...once, ...once]);
	expect(items.map(({ json, pairedItem }) => [json.id, pairedItem])).toEqual(
		[3030, 3031, 3032, 3033, 3034, 3035].map((id, n) => [id, { item: n < 3 ? 0 : 1 }]),
	);
});

test('keeps each of them private', async () => {
	await desk.send({
		parameters: { ...parameters, additionalFields: { private: true } },
		items: [item],
	});
	expect(arrived().map((parts) => parts.at(-1))).toEqual([
		'private=true',
		'private=true',
		'private=true',
	]);
});

test('sends them in one message, unless told otherwise', async () => {
	await desk.send({ parameters: { ...parameters, options: {} }, items: [item] });
	expect(desk.sandbox.journal.starts()).toHaveLength(1);
});

test('remembers each message on its own when n8n tries again', async () => {
	desk.sandbox.script({ times: 1, latencyMs: 0 });
	desk.sandbox.script({ status: 422 });
	const { items, error } = await desk.send({
		parameters,
		items: [item],
		node: { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 },
	});
	expect(error).toBeUndefined();
	expect(arrived().map(([name]) => name)).toEqual(['a.txt', 'b.txt', 'b.txt', 'c.txt']);
	expect(items.map(({ json }) => json.id)).toEqual([3030, 3031, 3032]);
	expect(desk.sandbox.messages(141)).toHaveLength(3);
});

test('stops after the first file that fails, and says which one it is', async () => {
	desk.sandbox.script({ times: 1, latencyMs: 0 });
	desk.sandbox.script({ status: 422 });
	const { error } = await desk.send({ parameters, items: [item, item] });
	expect(arrived().map(([name]) => name)).toEqual(['a.txt', 'b.txt']);
	expect(error?.message).toBe('LiveDesk did not accept the message [item 0, file 2 of 3]');
	expect(error?.description).toMatch(/Sent: none\. Failed: item 0\. Not sent: item 1\.$/);
});

test('says of an item that only some of its files were sent', async () => {
	const other = { ...parameters, conversationId: byId('={{ $json.to }}') };
	desk.sandbox.script({ conversation: 142, latencyMs: 150, status: 422 });
	desk.sandbox.script({ conversation: 141, latencyMs: 100, times: 9 });
	const { error } = await desk.send({
		parameters: other,
		items: [
			{ ...item, json: { to: 141 } },
			{ ...item, json: { to: 142 } },
		],
	});
	expect(error?.message).toBe('LiveDesk did not accept the message [item 1, file 1 of 3]');
	expect(error?.description).toMatch(
		/Sent: none\. Partly sent: item 0\. Failed: item 1\. Not sent: none\.$/,
	);
});

test('gives the files that fail as items of their own, with Continue', async () => {
	desk.sandbox.script({ times: 1, latencyMs: 0 });
	desk.sandbox.script({ status: 422 });
	const { items, errorItems } = await desk.send({
		parameters,
		items: [item],
		node: { onError: 'continueErrorOutput' },
	});
	expect(items.map(({ json, pairedItem }) => [json.content, pairedItem])).toEqual([
		['Three files', { item: 0 }],
		[null, { item: 0 }],
	]);
	expect(errorItems.map(({ json, pairedItem }) => [json.message, pairedItem])).toEqual([
		['LiveDesk did not accept the message [item 0, file 2 of 3]', { item: 0 }],
	]);
});
