import { contactItem, showContact } from './contacts.js';
import { showConversation } from './conversation.js';
import { html } from './dom.js';
import { follow } from './feed.js';
import { listItem, countUnread } from './list.js';

const all = new URLSearchParams(location.search).has('all');
const main = document.getElementById('main');
const list = document.getElementById('list');
const live = document.getElementById('live');

let conversations = [];
let contacts = [];
let views = [];
/** Contacts that were there when the page was opened, or that were looked at. */
let seen;
let listIsStale = false;

const idInHash = () => decodeURIComponent(location.hash.slice(1));

function selectedContact() {
	return contacts.find(({ id }) => `contact-${id}` === idInHash());
}

const conversationsOf = (person) => conversations.filter(({ contact }) => contact.id === person.id);

function selected() {
	return conversations.find(({ id }) => String(id) === idInHash()) ?? conversations[0];
}

function markKnown(person) {
	person.isNew = false;
	seen.add(person.id);
}

/** Gives each conversation its customer as last heard of. */
function joinContacts() {
	const byId = new Map(contacts.map((person) => [person.id, person]));
	for (const conversation of conversations) {
		conversation.contact = byId.get(conversation.contact.id) ?? conversation.contact;
	}
}

function markSeen() {
	for (const { conversation } of views) {
		if (conversation) conversation.seen = conversation.messages.length;
	}
}

function showList() {
	listIsStale = false;
	markSeen();
	const person = selectedContact();
	const current = all || person ? undefined : selected();
	const waiting = contacts.filter((contact) => conversationsOf(contact).length === 0);
	list.replaceChildren(
		...conversations.map((entry) => listItem(entry, entry === current)),
		...(waiting.length > 0 ? [html('h2', { class: 'list-title' }, 'No conversation yet')] : []),
		...waiting.map((entry) => contactItem(entry, entry === person)),
	);
}

/** Draws the list once per frame, however many messages arrive in it. */
function refreshList() {
	if (listIsStale) return;
	listIsStale = true;
	requestAnimationFrame(showList);
}

function showViews() {
	const person = all ? undefined : selectedContact();
	if (person) markKnown(person);
	const shown = all ? conversations : [selected()].filter(Boolean);
	views = person ? [showContact(person, conversationsOf(person))] : shown.map(showConversation);
	main.replaceChildren(
		...(views.length > 0
			? views.map(({ element }) => element)
			: [html('p', {}, 'Nobody here yet')]),
	);
	for (const view of views) view.toEnd?.();
	showList();
}

function take(message) {
	const conversation = conversations.find(({ id }) => id === message.conversation_id);
	if (!conversation) return;
	const { messages } = conversation;
	const isNew = message.id > (messages.at(-1)?.id ?? 0);
	const at = isNew ? -1 : messages.findIndex(({ id }) => id === message.id);
	if (at >= 0) messages[at] = message;
	else messages.push(message);
	views.find((view) => view.conversation === conversation)?.show(message);
	refreshList();
}

document.body.classList.toggle('all', all);
document.getElementById('base-url').textContent = location.origin;
const view = document.getElementById('view');
view.textContent = all ? 'One by one' : 'Side by side';
view.title = all ? 'Show one conversation' : 'Show all conversations side by side';
view.href = all ? '/' : '/?all';
addEventListener('hashchange', showViews);

follow({
	conversations(loaded) {
		conversations = loaded;
		for (const conversation of conversations) {
			conversation.seen = conversation.messages.length - countUnread(conversation.messages);
		}
		joinContacts();
		showViews();
	},
	contacts(loaded) {
		contacts = loaded;
		seen ??= new Set(contacts.map(({ id }) => id));
		for (const person of contacts) person.isNew = !seen.has(person.id);
		joinContacts();
		if (selectedContact()) return showViews();
		for (const view of views) view.redrawHead?.();
		refreshList();
	},
	status({ id, ...change }) {
		const conversation = conversations.find((other) => other.id === id);
		if (!conversation) return;
		Object.assign(conversation, change);
		views.find((view) => view.conversation === conversation)?.redrawHead();
		refreshList();
	},
	message: take,
	live: (isLive) => live.classList.toggle('is-live', isLive),
});
