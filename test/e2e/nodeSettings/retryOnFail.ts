import type { INode } from 'n8n-workflow';
import type { Instance } from '../support/instance';
import { liveDesk, SEND_TEXT, workflow } from '../../../harness/workflow';

const ITEMS = [
	{ to: 141, text: 'a0' },
	{ to: 142, text: 'b0' },
	{ to: 141, text: 'a1' },
	{ to: 141, text: 'a2' },
	{ to: 142, text: 'b1' },
];

const RETRYING: Partial<INode> = { retryOnFail: true, maxTries: 3, waitBetweenTries: 50 };

/** Retry On Fail repeats only what was not delivered. */
export function retryOnFail(n8n: () => Instance): void {
	const send = async (settings: Partial<INode> = {}) =>
		await n8n().execute(workflow(ITEMS, [liveDesk(SEND_TEXT, { ...RETRYING, ...settings })]));
	const times = (text: string) =>
		n8n()
			.sandbox.journal.texts()
			.filter((sent) => sent === text).length;

	test('Retry On Fail does not request again what was delivered, and outputs all items in input order', async () => {
		n8n().sandbox.script({ content: 'a1', status: 422, times: 2 });
		const run = await send();
		expect(run.status).toBe('success');
		const { journal, messages } = n8n().sandbox;
		expect(journal.texts(141)).toEqual(['a0', 'a1', 'a1', 'a1', 'a2']);
		expect(journal.texts(142)).toEqual(['b0', 'b1']);
		expect(messages(141).map(({ content }) => content)).toEqual(['a0', 'a1', 'a2']);
		expect(run.items('LiveDesk').map(({ json, pairedItem }) => [json.content, pairedItem])).toEqual(
			ITEMS.map(({ text }, item) => [text, { item }]),
		);
	});

	test('Retry On Fail sends what the channel refused through the retry endpoint, not as a second message', async () => {
		n8n().sandbox.script({ content: 'a1', failed: '131016: Service unavailable' });
		const run = await send();
		expect(run.status).toBe('success');
		const { journal, messages } = n8n().sandbox;
		expect(journal.texts(141)).toEqual(['a0', 'a1', 'a2']);
		const refused = messages(141)[1];
		const retries = journal.starts().filter(({ kind }) => kind === 'retry');
		expect(retries.map(({ messageId }) => messageId)).toEqual([String(refused?.id)]);
		expect(messages(141).map(({ status }) => status)).toEqual(['sent', 'sent', 'sent']);
		expect(run.items('LiveDesk').map(({ json }) => json.content)).toEqual(
			ITEMS.map(({ text }) => text),
		);
		expect(run.items('LiveDesk')[2]?.json.id).toBe(refused?.id);
	});

	test('Retry On Fail leaves alone what may have arrived', async () => {
		n8n().sandbox.script({ content: 'a1', drop: 'after-body' });
		const run = await send();
		expect(run.status).toBe('error');
		expect(run.error?.message).toContain('[item 2]');
		expect(times('a1')).toBe(1);
		expect(times('a0')).toBe(1);
	});

	test('Retry On Fail gives up after the last try, with the failure of that one', async () => {
		n8n().sandbox.script({ content: 'a0', status: 422, times: 9 });
		const run = await send();
		expect(run.status).toBe('error');
		expect(run.error).toMatchObject({ httpCode: '422', context: { itemIndex: 0 } });
		expect(times('a0')).toBe(3);
		expect([times('a1'), times('a2')]).toEqual([0, 0]);
	});

	test('Retry On Fail repeats with the error output when the first item has failed', async () => {
		n8n().sandbox.script({ content: 'a0', status: 422 });
		const run = await send({ onError: 'continueErrorOutput' });
		expect(run.status).toBe('success');
		expect(n8n().sandbox.journal.texts(141)).toEqual(['a0', 'a1', 'a2', 'a0']);
		expect(n8n().sandbox.journal.texts(142)).toEqual(['b0', 'b1']);
		expect(run.items('LiveDesk', 0).map(({ json }) => json.content)).toEqual(
			ITEMS.map(({ text }) => text),
		);
		expect(run.items('LiveDesk', 1)).toEqual([]);
	});
}
