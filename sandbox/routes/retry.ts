import { conversationOf } from '../http/call';
import type { Route } from '../http/call';
import { notFound } from '../http/refusal';
import { messageReply } from '../desk/replies';

/** Send a failed message again. Of a message that has not failed, nothing changes. */
export const retry: Route = {
	method: 'POST',
	url: '/v2/accounts/conversations/:conversation/messages/:message/retry',
	kind: 'retry',
	answer(call) {
		const { messages } = conversationOf(call);
		const message = /^\d+$/.test(call.params.message) && messages.get(Number(call.params.message));
		if (!message) throw notFound();
		if (message.status !== 'failed') return messageReply(message);
		const attributes = { ...message.content_attributes };
		delete attributes.external_error;
		if (call.failed !== undefined) attributes.external_error = call.failed;
		else message.status = 'sent';
		message.content_attributes = attributes;
		call.desk.store.changed(message);
		return messageReply(message);
	},
};
