/**
 * Follows the sandbox: loads all conversations and contacts, then hears of what is new.
 * @param {{ conversations(conversations: object[]): void, contacts(contacts: object[]): void, message(message: object): void, status(status: object): void, live(isLive: boolean): void }} listener
 */
export function follow(listener) {
	/** Loads a list; what changes while it loads is loaded after it, once. */
	const loader = (what) => {
		let isLoading = false;
		let isStale = false;
		return async function load() {
			isStale = isLoading;
			if (isLoading) return;
			isLoading = true;
			try {
				const response = await fetch(`/_sandbox/${what}`);
				listener[what](await response.json());
			} finally {
				isLoading = false;
			}
			if (isStale) await load();
		};
	};
	const loadConversations = loader('conversations');
	const loadContacts = loader('contacts');
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
	events.addEventListener('status', ({ data }) => listener.status(JSON.parse(data)));
	events.addEventListener('message', ({ data }) => listener.message(JSON.parse(data)));
}
