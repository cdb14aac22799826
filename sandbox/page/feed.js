/**
 * Follows the sandbox: loads all conversations, then hears of each message as it arrives.
 * @param {{ loaded(conversations: object[]): void, message(message: object): void, live(isLive: boolean): void }} listener
 */
export function follow(listener) {
	const load = async () => {
		const response = await fetch('/_sandbox/conversations');
		listener.loaded(await response.json());
	};
	const events = new EventSource('/_sandbox/events');
	// Loading starts once the feed is open, so that no message falls between the two.
	events.addEventListener('open', () => {
		listener.live(true);
		load();
	});
	events.addEventListener('error', () => listener.live(false));
	events.addEventListener('conversations', load);
	events.addEventListener('message', ({ data }) => listener.message(JSON.parse(data)));
}
