import { showConversation } from './conversation.js';
import { html } from './dom.js';
import { follow } from './feed.js';
import { listItem, countUnread } from './list.js';

const all = new URLSearchParams(location.search).has('all');
const main = document.getElementById('main');
const list = document.getElementById('list');
const live = document.getElementById('live');

let conversations = [];
let views = [];
let listIsStale = false;

const idInHash = () => decodeURIComponent(location.hash.slice(1));

function selected() {
	return conversations.find(({ id }) => String(id) === idInHash()) ?? conversations[0];
}

function markSeen() {
	for (const { conversation } of views) conversation.seen = conversation.messages.length;
}

function showList() {
	listIsStale = false;
	markSeen();
	const current = all ? undefined : selected();
	list.replaceChildren(...conversations.map((entry) => listItem(entry, entry === current)));
}

/** Draws the list once per frame, however many messages arrive in it. */
function refreshList() {
	if (listIsStale) return;
	listIsStale = true;
	requestAnimationFrame(showList);
}

function showViews() {
	const shown = all ? conversations : [selected()].filter(Boolean);
	views = shown.map(showConversation);
	main.replaceChildren(
		...(views.length > 0
			? views.map(({ element }) => element)
			: [html('p', {}, 'Nobody here yet')]),
	);
	for (const view of views) view.toEnd();
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
	loaded(loaded) {
		conversations = loaded;
		for (const conversation of conversations) {
			conversation.seen = conversation.messages.length - countUnread(conversation.messages);
		}
		showViews();
	},
	message: take,
	live: (isLive) => live.classList.toggle('is-live', isLive),
});
