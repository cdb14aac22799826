import { keepAttachment } from '../desk/attachment';
import type { Part } from '../http/body';
import { conversationOf, jsonOf } from '../http/call';
import type { Call, Route } from '../http/call';
import { isTemplate, templateBody, textBody } from '../contract/message';
import { parse } from '../contract/schema';
import type { JsonObject } from '../contract/schema';
import { attachmentForm } from '../contract/form';
import { messageReply, templateReply } from '../desk/replies';
import type { Conversation } from '../desk/store';
import type { Message } from '../types';

/** What a message looks like that was accepted, but failed for a scripted reason. */
function outcome(failed: string | undefined, attributes: JsonObject = {}): Partial<Message> {
	if (failed === undefined) return { content_attributes: attributes };
	return { status: 'failed', content_attributes: { ...attributes, external_error: failed } };
}

function sendTemplate({ desk, failed }: Call, conversation: Conversation, body: unknown) {
	const { content, template_params: params } = parse(templateBody, body);
	const additional = { additional_attributes: { template_params: params } };
	const message = desk.store.add(conversation, { content, ...outcome(failed), ...additional });
	return templateReply(message);
}

function sendText({ desk, failed }: Call, conversation: Conversation, body: unknown) {
	const given = parse(textBody, body);
	const message = desk.store.add(conversation, {
		content: given.content,
		private: given.private ?? false,
		...outcome(failed, given.content_attributes),
	});
	return messageReply(message);
}

function sendAttachment({ desk, failed }: Call, conversation: Conversation, parts: Part[]) {
	const form = attachmentForm(parts);
	const id = desk.store.upcomingMessageId();
	const message = desk.store.add(conversation, {
		content: form.content,
		private: form.private,
		...outcome(failed, form.contentAttributes),
		attachments: form.files.map((file) => keepAttachment(desk, file, id)),
	});
	return messageReply(message);
}

/** Send a text, files, or a WhatsApp template: three forms of one request. */
export const messages: Route = {
	method: 'POST',
	url: '/v2/accounts/conversations/:conversation/messages',
	kind: 'message',
	answer(call) {
		const conversation = conversationOf(call);
		if (call.body.type === 'form') return sendAttachment(call, conversation, call.body.parts);
		const body = jsonOf(call);
		return (isTemplate(body) ? sendTemplate : sendText)(call, conversation, body);
	},
};
