import { useSandbox } from '../support/useSandbox';

const context = useSandbox();

/** What the page hears from now on, one after the other. */
async function listen() {
	const leave = new AbortController();
	const feed = await fetch(`${context.sandbox.url}/_sandbox/events`, { signal: leave.signal });
	expect(feed.headers.get('content-type')).toBe('text/event-stream');
	const events = eventsOf(feed.body!);
	return { next: async () => (await events.next()).value, leave: () => leave.abort() };
}

async function* eventsOf(stream: AsyncIterable<Uint8Array>) {
	let text = '';
	for await (const chunk of stream) {
		text += Buffer.from(chunk).toString();
		const blocks = text.split('\n\n');
		text = blocks.pop() ?? '';
		for (const block of blocks) {
			const [, event, data] = /^event: (\w+)\ndata: (.*)$/.exec(block) ?? [];
			if (event) yield { event, data: JSON.parse(data) as unknown };
		}
	}
}

test('the sandbox feeds the page with each message, each new contact and conversation', async () => {
	const { desk, sandbox } = context;
	const { next, leave } = await listen();
	sandbox.script({ failed: 'no' });
	await desk.message(141, { content: 'สวัสดี\n\nครับ' });
	expect(await next()).toMatchObject({
		event: 'message',
		data: { id: 3030, conversation_id: 141, content: 'สวัสดี\n\nครับ', status: 'failed' },
	});
	await desk.retry(141, 3030);
	expect(await next()).toMatchObject({ event: 'message', data: { id: 3030, status: 'sent' } });
	sandbox.addMessage(142, { message_type: 0, content: 'Hi' });
	expect(await next()).toMatchObject({ event: 'message', data: { conversation_id: 142 } });
	sandbox.addConversation({ id: 'new' });
	expect(await next()).toMatchObject({ event: 'contacts' });
	expect(await next()).toMatchObject({ event: 'conversations' });
	leave();
});

test('the sandbox feeds the page with each change of a status or a contact', async () => {
	const { next, leave } = await listen();
	const snoozed = { status: 'snoozed', snoozed_until: 1_715_000_000 };
	await context.desk.status(141, snoozed);
	expect(await next()).toEqual({ event: 'status', data: { id: 141, ...snoozed } });
	await context.desk.updateContact(1, { blocked: true });
	expect(await next()).toMatchObject({ event: 'contacts' });
	leave();
});
