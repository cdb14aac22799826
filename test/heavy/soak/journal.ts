import type { JournalEntry, Message, Sandbox } from '../../../sandbox';
import type { Fault } from './faults';
import { keyOf, MOST_CONVERSATIONS, type Plan } from './plan';

/** A request that arrived, with what it was about. */
export interface Request {
	/** The message, as `keyOf` gives it. */
	key: string;
	/** The execution that made it. */
	run: string;
	item: number;
	part: number;
	isRetry: boolean;
	conversation: string;
	/** What went wrong with it, if anything. */
	fault?: Fault;
	/** Whether LiveDesk answered it with the message, and the message is on its way. */
	isDelivered: boolean;
}

export const idsOfConversations = Array.from(
	{ length: MOST_CONVERSATIONS },
	(_, index) => index + 1,
);

/** All messages that LiveDesk has, by their keys; those that came twice, twice. */
export function messagesOf(sandbox: Sandbox): Array<Message & { key: string }> {
	return idsOfConversations.flatMap((id) =>
		sandbox.messages(id).map((message) => ({ ...message, key: keyOfMessage(message) })),
	);
}

function keyOfMessage({ content, attachments }: Message): string {
	const name = attachments?.[0]?.data_url.split('/').at(-1);
	return name ?? `${content}.1`;
}

function keyOfPost({ parts, body }: JournalEntry): string {
	const file = parts?.find(({ fileName }) => fileName !== undefined);
	return file?.fileName ?? `${(body as { content?: string } | undefined)?.content}.1`;
}

/** Takes the faults of a plan one after the other, as the sandbox does. */
function faultsIn({ runs, retryFaults }: Plan) {
	const posts = new Map<string, Fault[]>();
	for (const { name, items } of runs) {
		items.forEach(({ faults }, index) => posts.set(keyOf(name, index, 1), [...faults]));
	}
	const retries = [...retryFaults];
	return {
		ofPost: (key: string) => posts.get(key)?.shift(),
		ofRetry(conversation: string) {
			const at = retries.findIndex((each) => String(each.conversation) === conversation);
			return at < 0 ? undefined : retries.splice(at, 1)[0].fault;
		},
	};
}

/** The requests of a plan in the order in which they arrived. */
export function requestsOf(plan: Plan, sandbox: Sandbox): Request[] {
	const messages = messagesOf(sandbox);
	const ends = new Map(sandbox.journal.ends().map(({ request, status }) => [request, status]));
	const faults = faultsIn(plan);
	return sandbox.journal.starts().flatMap((start) => {
		const { kind, conversation = '', messageId, request } = start;
		const isRetry = kind === 'retry';
		// Broken off by a cancel before LiveDesk had it.
		const isRead =
			isRetry ||
			start.body !== undefined ||
			start.parts?.some(({ fileName }) => fileName !== undefined);
		if (!isRead && ends.get(request) === 'aborted') return [];
		const key = isRetry
			? (messages.find(({ id }) => String(id) === messageId)?.key ?? 'none')
			: keyOfPost(start);
		const fault = isRetry ? faults.ofRetry(conversation) : faults.ofPost(key);
		const [, run = '', item, part] = /^([a-z]\d+-)(\d+)\.(\d+)$/.exec(key) ?? [];
		const what = {
			key,
			run,
			item: Number(item),
			part: Number(part),
			isRetry,
			conversation,
			fault,
			isDelivered: ends.get(request) === 200 && !fault,
		};
		return [what];
	});
}
