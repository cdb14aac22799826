import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { byId } from '../../../harness/livedesk';
import { pairedWith, pairs } from '../../support/results';
import { divert } from '../../support/settings';
import { useLiveDesk } from '../../support/useLiveDesk';

const desk = useLiveDesk();
const attachment = { operation: 'sendAttachment', conversationId: byId('={{ $json.to }}') };
const options = { oneFilePerMessage: true };

const item = (to: number, ...names: string[]): INodeExecutionData => ({
	json: { to },
	binary: Object.fromEntries(
		names.map((name) => [
			name,
			{
				data: Buffer.from(`bytes of ${name}`).toString('base64'),
				mimeType: 'text/plain',
				fileName: `${name}.txt`,
			},
		]),
	),
});

const file = (name: string) => ['attachments[]', `${name}.txt`];

/** What the requests to a conversation carried, part by part. */
const sent = (to: number) =>
	desk.sandbox.journal
		.starts()
		.filter(({ conversation }) => conversation === String(to))
		.map(({ parts = [] }) => parts.map(({ name, fileName, value }) => [name, fileName ?? value]));

const send = async (parameters: IDataObject, ...items: INodeExecutionData[]) =>
	await desk.send({ parameters: { ...attachment, ...parameters }, items });

test('One File per Message gives each message what makes it a private reply, and only the first the caption', async () => {
	const additionalFields = { private: true, inReplyTo: '29' };
	const parameters = { binaryPropertyName: 'c, a', caption: 'Two', additionalFields, options };
	const { items } = await send(parameters, item(141, 'a', 'b', 'c'));
	const extras = [
		['private', 'true'],
		['content_attributes[in_reply_to]', '29'],
	];
	expect(sent(141)).toEqual([
		[file('c'), ['content', 'Two'], ...extras],
		[file('a'), ...extras],
	]);
	expect(items).toMatchObject([
		{ json: { content: 'Two', private: true }, pairedItem: { item: 0 } },
		{ json: { content: null, private: true }, pairedItem: { item: 0 } },
	]);
});

test('One File per Message sends a single file as without the option', async () => {
	const { items } = await send({ caption: 'One', options }, item(141, 'data'));
	expect(sent(141)).toEqual([[file('data'), ['content', 'One']]]);
	expect(pairs(items)).toEqual(pairedWith(0));
});

test('One File per Message refuses the whole item for one file that is not there, and sends none of its others', async () => {
	const { errorItems, items } = await desk.send({
		parameters: { ...attachment, binaryPropertyName: 'a,b', options },
		items: [item(141, 'a'), item(142, 'a', 'b')],
		node: divert,
	});
	expect([sent(141), sent(142)]).toEqual([[], [[file('a')], [file('b')]]]);
	expect(pairs(errorItems)).toEqual(pairedWith(0));
	expect(pairs(items)).toEqual(pairedWith(1, 1));
});

test.each([
	['true', '={{ true }}', 2],
	['text that says so', '={{ "true" }}', 2],
	['false', '={{ false }}', 1],
	['nothing', '={{ undefined }}', 1],
])(
	'One File per Message can be switched by an expression: %s',
	async (_, oneFilePerMessage, messages) => {
		const parameters = { binaryPropertyName: 'a,b', options: { oneFilePerMessage } };
		const { items } = await send(parameters, item(141, 'a', 'b'));
		expect(items).toHaveLength(messages);
		expect(sent(141)).toHaveLength(messages);
	},
);
