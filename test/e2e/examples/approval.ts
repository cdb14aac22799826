import type { IDataObject } from 'n8n-workflow';
import { linksOf, untilThrough, untilWaiting } from '../approval/waiting';
import { startModel, type Model } from '../support/model';
import { pollUntil } from '../support/poll';
import { addWithModel } from './agent';
import { ALICE, bodyInNote, type Examples } from './examples';
import { post, publish, started } from './webhook';

export function approval({ example, n8n }: Examples): void {
	describe('approval in the conversation', () => {
		const draft = 'Your order arrives on Friday, Alice.';
		let model: Model;
		let id: string;
		beforeAll(async () => {
			model = await startModel();
			id = await addWithModel(n8n(), example(8), model);
			await publish(n8n().rest, id);
		});
		afterAll(async () => await model.close());

		/** Does what LiveDesk does, and waits until the agents are asked. */
		async function ask(body: IDataObject = bodyInNote(example(8))) {
			model.says([], draft);
			const before = await started(n8n().rest, id);
			await post(`${n8n().url}/webhook/livedesk-approval`, body);
			let execution: string | undefined;
			await pollUntil(async () => {
				const all = await started(n8n().rest, id);
				execution = all.find((one) => !before.includes(one));
				return execution !== undefined;
			}, 'the execution of the webhook');
			return String(execution);
		}
		const messages = () => n8n().sandbox.messages(ALICE);
		const decide = async (label: string) => {
			const response = await fetch(linksOf(messages()[0].content)[label], { method: 'POST' });
			expect(response.status).toBe(200);
		};

		test('the example sends the draft when an agent approves it', async () => {
			const execution = await ask();
			await untilWaiting(n8n(), execution, 1, ALICE);
			expect(messages()).toHaveLength(1);
			expect(messages()[0]).toMatchObject({
				private: true,
				content: expect.stringMatching(/^Send this answer to the customer\?\n\nYour order arrives/),
			});
			await decide('Approve');
			expect((await untilThrough(n8n(), execution)).status).toBe('success');
			expect(messages().map((message) => [message.private, message.content])).toEqual([
				[true, expect.any(String)],
				[false, draft],
			]);
		});

		test('the example tells the agents when one of them declines, and the customer nothing', async () => {
			const execution = await ask();
			await untilWaiting(n8n(), execution, 1, ALICE);
			await decide('Decline');
			expect((await untilThrough(n8n(), execution)).status).toBe('success');
			expect(messages().map((message) => [message.private, message.content])).toEqual([
				[true, expect.any(String)],
				[true, expect.stringMatching(/^The answer was declined and not sent/)],
			]);
		});

		test('the example says nothing to the message of an agent', async () => {
			const execution = await ask({ ...bodyInNote(example(8)), message_type: 'outgoing' });
			expect((await untilThrough(n8n(), execution)).status).toBe('success');
			expect(messages()).toEqual([]);
		});
	});
}
