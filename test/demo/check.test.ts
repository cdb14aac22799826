import { ALICE, conversations } from '../../demo/conversations';
import { problemsOf } from '../../demo/check';
import { sendText } from '../../demo/nodes';
import type { Expected } from '../../demo/workflow';
import { createDemo, type Demo } from '../../demo/demo';
import { startLiveDesk, type LiveDesk } from '../../harness/livedesk';

const items = ['one', 'two'].map((text) => ({ conversation: ALICE, text }));
const workflow = { title: 'Send Text', parameters: sendText(), items };

let desk: LiveDesk;
let demo: Demo;

beforeAll(async () => {
	desk = await startLiveDesk({ conversations: [...conversations] });
});
afterAll(async () => await desk.close());

beforeEach(async () => {
	desk.sandbox.reset();
	demo = createDemo(desk);
	await demo.run(workflow);
});

const problems = (expected: Expected[] = demo.expected) =>
	problemsOf(desk.sandbox, { ...demo, expected });

describe('the check of the demo', () => {
	it('the check finds nothing when each message arrived once and in order', () => {
		expect(problems()).toEqual([]);
	});

	it('the check finds a message that came twice', async () => {
		await createDemo(desk).run({ ...workflow, items: items.slice(1) });
		expect(problems()).toEqual([
			'Conversation 142: message 3 should be nothing, but it is "two" from node (sent)',
			'Conversation 142: request 3 should be nothing, but it is two',
		]);
	});

	it('the check finds a message that did not come', () => {
		const missing: Expected = { conversation: ALICE, text: 'three', from: 'node', status: 'sent' };
		expect(problems([...demo.expected, missing])).toEqual([
			'Conversation 142: message 3 should be "three" from node (sent), but it is nothing',
			'Conversation 142: request 3 should be three, but it is nothing',
		]);
	});

	it('the check finds messages out of order', () => {
		expect(problems([...demo.expected].reverse())).toHaveLength(2);
	});

	it('the check finds a status that is not as expected', () => {
		const failed = demo.expected.map((line): Expected => ({ ...line, status: 'failed' }));
		expect(problems(failed)).toEqual([
			'Conversation 142: message 1 should be "one" from node (failed), but it is "one" from node (sent)',
		]);
	});

	it('the check finds a retry that nobody expected', async () => {
		const retry = `/api/v2/accounts/conversations/${ALICE}/messages/3030/retry`;
		const { apiKey, apiSecret, url } = desk.sandbox;
		const authorization = `Basic ${btoa(`${apiKey}:${apiSecret}`)}`;
		await fetch(url + retry, { method: 'POST', headers: { authorization } });
		expect(problems()).toEqual(['Retry 1 should be nothing, but it is of message 3030']);
	});

	it('the check finds a request that LiveDesk turned away', async () => {
		await fetch(`${desk.sandbox.url}/api/v2/accounts/contacts`, { method: 'POST' });
		expect(problems()).toEqual(['POST /api/v2/accounts/contacts was answered with 401']);
	});
});

describe('a workflow of the demo', () => {
	it('the demo stops when a workflow stops, and says why', async () => {
		const refused = [{ conversation: ALICE, text: 'no', refusal: '131026: Message undeliverable' }];
		await expect(demo.run({ ...workflow, items: refused })).rejects.toThrow(
			/^Send Text: [^]*131026/,
		);
	});

	it('the demo stops when what came out is not what went in', async () => {
		const parameters = { ...sendText(), content: 'always the same' };
		await expect(demo.run({ ...workflow, parameters })).rejects.toThrow(
			'Item 0 came out with message #3032, which is not: one',
		);
	});
});
