/**
 * Follows the sandbox: loads all conversations and contacts, then hears of what is new.
 * @param {{ conversations(conversations: object[]): void, contacts(contacts: object[]): void, message(message: object): void, live(isLive: boolean): void }} listener
 */
export function follow(listener) {
	const load = async (what) => {
		const response = await fetch(`/_sandbox/${what}`);
		listener[what](await response.json());
	};
	const loadConversations = () => load('conversations');
	const loadContacts = () => load('contacts');
	const events = new EventSource('/_sandbox/events');
	// Loading starts once the feed is open, so that no message falls between the two.
	events.addEventListener('open', () => {
		listener.live(true);
		loadConversations();
		loadContacts();
	});
	events.addEventListener('error', () => listener.live(false));
	events.addEventListener('conversations', loadConversations);
	events.addEventListener('contacts', loadContacts);
	events.addEventListener('message', ({ data }) => listener.message(JSON.parse(data)));
}
