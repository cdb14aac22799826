import { keepAttachment } from '../attachment';
import { conversationOf, jsonOf } from '../call';
import type { Call, Route } from '../call';
import { attachmentForm } from '../form';
import { messageReply, templateReply } from '../replies';
import type { Conversation } from '../store';
import { isTemplate, templateBody } from '../template';
import type { JsonObject, Message, TemplateParams } from '../types';
import { textBody } from '../validate';

/** What a message looks like that was accepted, but failed for a scripted reason. */
function outcome(failed: string | undefined, attributes: JsonObject = {}): Partial<Message> {
	if (failed === undefined) return { content_attributes: attributes };
	return { status: 'failed', content_attributes: { ...attributes, external_error: failed } };
}

function sendTemplate({ desk, failed }: Call, conversation: Conversation, body: unknown) {
	templateBody(body, '');
	const { content, template_params: params } = body as {
		content: string;
		template_params: TemplateParams;
	};
	const additional = { additional_attributes: { template_params: params } };
	const message = desk.store.add(conversation, { content, ...outcome(failed), ...additional });
	return templateReply(message);
}

function sendText({ desk, failed }: Call, conversation: Conversation, body: unknown) {
	textBody(body, '');
	const given = body as { content: string; private?: boolean; content_attributes?: JsonObject };
	const message = desk.store.add(conversation, {
		content: given.content,
		private: given.private ?? false,
		...outcome(failed, given.content_attributes),
	});
	return messageReply(message);
}

function sendAttachment(
	{ desk, failed }: Call,
	conversation: Conversation,
	parts: Parameters<typeof attachmentForm>[0],
) {
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
	url: '/v2/accounts/conversations/:conversation/messages',
	kind: 'message',
	answer(call) {
		const conversation = conversationOf(call);
		if (call.body.type === 'form') return sendAttachment(call, conversation, call.body.parts);
		const body = jsonOf(call);
		return (isTemplate(body) ? sendTemplate : sendText)(call, conversation, body);
	},
};
