import { ALICE, conversations } from '../../demo/cast';
import { problemsOf } from '../../demo/check';
import { sendText } from '../../demo/nodes';
import type { Told } from '../../demo/scene';
import { openStage, type Stage } from '../../demo/stage';
import { startLiveDesk, type LiveDesk } from '../../harness/livedesk';

const asks = ['one', 'two'].map((text) => ({ conversation: ALICE, text }));
const scene = { title: 'Send Text', parameters: sendText(), asks };

let desk: LiveDesk;
let stage: Stage;

beforeAll(async () => {
	desk = await startLiveDesk({ conversations: [...conversations] });
});
afterAll(async () => await desk.close());

beforeEach(async () => {
	desk.sandbox.reset();
	stage = openStage(desk);
	await stage.play(scene);
});

const problems = (told: Told[] = stage.told) => problemsOf(desk.sandbox, { ...stage, told });

describe('the check of the demo', () => {
	it('the check finds nothing when each message arrived once and in order', () => {
		expect(problems()).toEqual([]);
	});

	it('the check finds a message that came twice', async () => {
		await openStage(desk).play({ ...scene, asks: asks.slice(1) });
		expect(problems()).toEqual([
			'Conversation 142: message 3 should be nothing, but it is "two" from node (sent)',
			'Conversation 142: request 3 should be nothing, but it is two',
		]);
	});

	it('the check finds a message that did not come', () => {
		const missing: Told = { conversation: ALICE, text: 'three', from: 'node', status: 'sent' };
		expect(problems([...stage.told, missing])).toEqual([
			'Conversation 142: message 3 should be "three" from node (sent), but it is nothing',
			'Conversation 142: request 3 should be three, but it is nothing',
		]);
	});

	it('the check finds messages out of order', () => {
		expect(problems([...stage.told].reverse())).toHaveLength(2);
	});

	it('the check finds a status that is not as told', () => {
		const failed = stage.told.map((line): Told => ({ ...line, status: 'failed' }));
		expect(problems(failed)).toEqual([
			'Conversation 142: message 1 should be "one" from node (failed), but it is "one" from node (sent)',
		]);
	});

	it('the check finds a retry that nobody told of', async () => {
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

describe('a scene of the demo', () => {
	it('a scene stops when the workflow stops, and says why', async () => {
		const refused = [{ conversation: ALICE, text: 'no', refusal: '131026: Message undeliverable' }];
		await expect(stage.play({ ...scene, asks: refused })).rejects.toThrow(/^Send Text: [^]*131026/);
	});

	it('a scene stops when what came out is not what went in', async () => {
		const parameters = { ...sendText(), content: 'always the same' };
		await expect(stage.play({ ...scene, parameters })).rejects.toThrow(
			'Item 0 came out with message #3032, which is not: one',
		);
	});
});
