import type { FastifyInstance } from 'fastify';
import { conversationSeed, contactSeed } from '../contract/seed';
import { parse } from '../contract/schema';
import type { ContactInbox } from '../desk/contacts';
import type { Events } from '../desk/events';
import { channelType } from '../desk/inboxes';
import type { Seeds } from '../desk/seeds';
import type { Conversation, Store } from '../desk/store';
import { troubleRule } from '../trouble/rule';
import type { Sandbox } from '../types';

const listed = ({ id, inbox, channel, contact, messages, ...more }: Conversation) => ({
	id,
	inbox_id: inbox.id,
	channel: channelType(channel),
	contact,
	status: more.status,
	snoozed_until: more.snoozedUntil,
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
	sandbox: Pick<Sandbox, 'script' | 'reset' | 'journal'>,
	store: Store,
	seeds: Seeds,
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
	server.post('/_sandbox/conversations', ({ body }) =>
		listed(seeds.conversation(parse(conversationSeed, body))),
	);
	server.post('/_sandbox/contacts', ({ body }) =>
		listedContact(seeds.contact(parse(contactSeed, body))),
	);
}
