/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { setTimeout as wait } from 'node:timers/promises';
import type { IDataObject } from 'n8n-workflow';
import webhookEvents from '../../fixtures/webhook-events.json';
import type { Execution } from '../support/execution';
import type { Examples } from './examples';
import { post, publish, started } from './webhook';

/** The conversation of the documented webhook events. */
export const API_CUSTOMER = 89;

/** What LiveDesk posts: the events of its documentation, and of what is inferred. */
export const [created, fromCustomer, failedLater] = webhookEvents.map(
	({ body }) => body as IDataObject,
);

/**
 * Publishes an example that LiveDesk calls, in a sandbox that has the conversation of the events.
 *
 * @returns a function that does what LiveDesk does, and waits for what the workflow does
 */
export function useCalls(
	{ example, n8n }: Examples,
	number: number,
	path: string,
): (body: IDataObject) => Promise<Execution> {
	const id = () => String(example(number).id);

	beforeAll(async () => await publish(n8n().rest, id()));
	beforeEach(() => {
		const { sandbox } = n8n();
		try {
			sandbox.status(API_CUSTOMER);
		} catch {
			sandbox.addConversation({ id: API_CUSTOMER, inboxId: 523, contact: { name: 'Test' } });
		}
	});

	return async (body) => {
		const before = await started(n8n().rest, id());
		await post(`${n8n().url}/webhook/${path}`, body);
		for (;;) {
			const [execution] = (await started(n8n().rest, id())).filter((one) => !before.includes(one));
			const ended = execution === undefined ? undefined : await n8n().ended(execution);
			// n8n 1 saves that an execution has ended a moment before it saves what the nodes have done.
			if (ended?.nodes['LiveDesk Calls']) return ended;
			await wait(40);
		}
	};
}
