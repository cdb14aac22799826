import type { FastifyInstance } from 'fastify';
import type { ContactInbox } from '../contacts';
import { conversationSeed } from '../conversationSeed';
import type { Events } from '../events';
import { channelType } from '../inboxes';
import { invalid } from '../refusal';
import type { Conversation, Store } from '../store';
import { troubleRule } from '../troubleRule';
import type { Sandbox } from '../types';

const listed = ({ id, inbox, channel, contact, messages }: Conversation) => ({
	id,
	inbox_id: inbox.id,
	channel: channelType(channel),
	contact,
	messages: [...messages.values()],
});

const listedContact = ({ contact, inbox, source_id: sourceId }: ContactInbox) => ({
	...contact,
	inbox_id: inbox.id,
	channel: channelType(inbox.channel),
	source_id: sourceId,
});

/** Adds what other processes and the page use: script, journal, conversations, contacts, live feed. */
export function addControl(
	server: FastifyInstance,
	sandbox: Pick<Sandbox, 'script' | 'reset' | 'journal' | 'addConversation'>,
	store: Store,
	events: Events,
): void {
	// Other sites can make a browser send text, but not JSON.
	server.removeContentTypeParser('text/plain');
	const conversations = () => [...store.conversations.values()].map(listed);
	server.get('/_sandbox/journal', () => sandbox.journal.entries);
	server.get('/_sandbox/conversations', conversations);
	server.get('/_sandbox/contacts', () => store.contacts.all().map(listedContact));
	server.get('/_sandbox/events', (_request, reply) => {
		reply.hijack();
		events.listen(reply.raw);
	});
	server.post('/_sandbox/script', (request, reply) => {
		sandbox.script(troubleRule(request.body));
		return reply.code(204).send();
	});
	server.post('/_sandbox/reset', (_request, reply) => {
		sandbox.reset();
		return reply.code(204).send();
	});
	server.post('/_sandbox/conversations', (request) => {
		const seed = conversationSeed(request.body);
		try {
			sandbox.addConversation(seed);
		} catch (error) {
			throw invalid((error as Error).message, 'id');
		}
		return conversations().find(({ id }) => String(id) === String(seed.id));
	});
}
