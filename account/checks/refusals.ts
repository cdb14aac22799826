import { cannotTell, tell, watchPrivacy, type Account } from '../account';
import type { Response } from '../api';
import { NoResponse } from '../end';
import type { FactId } from '../facts';
import { fieldOf, isObject, isWhole, refusalShapeOf, sameOf, shapeOf, wordOf } from '../shape';
import { ACCEPTED, isAccepted as isMessageAccepted } from './message';
import { quotable } from './reply';

/** The largest number that a database takes for an ID: no conversation and no message has it. */
const NO_ID = 2_147_483_647;

const shapeIn = ({ kind, body }: Response): string =>
	kind === 'JSON' ? refusalShapeOf(body) : kind;

const isRefusal = ({ status }: Response): boolean => status >= 400 && status < 500;
const isAccepted = ({ status }: Response): boolean => status >= 200 && status < 300;

/** Posts without the node, which refuses before any request what shall be refused here. */
async function post(account: Account, what: string, path: string, json: object) {
	const entry = { what, isUncertain: true };
	account.posted.push(entry);
	const forget = () => account.posted.splice(account.posted.indexOf(entry), 1);
	const response = await account.api.request('POST', path, { json });
	const id = fieldOf(response.body, 'id');
	if (!isAccepted(response) || id === undefined) forget();
	else {
		Object.assign(entry, { id, isUncertain: false });
		watchPrivacy(account, fieldOf(response.body, 'private'));
	}
	return response;
}

function tellRefusal(
	account: Account,
	response: Response,
	ids: readonly [status: FactId, shape: FactId],
	expected: { status: number; shapes: readonly string[] },
): void {
	const shape = shapeIn(response);
	tell(account, ids[0], response.status === expected.status, String(response.status));
	if (isAccepted(response)) cannotTell(account, ids[1], 'it was not refused');
	else tell(account, ids[1], expected.shapes.includes(shape), shape);
	account.shapes[ids[0]] = `${response.status} ${shape}`;
}

/** Runs each step, and rejects only then for one that got no response. */
async function each(steps: ReadonlyArray<() => Promise<void>>): Promise<void> {
	let broken: unknown;
	for (const step of steps) {
		await step().catch((error: unknown) => {
			if (!(error instanceof NoResponse)) throw error;
			broken = error;
		});
	}
	if (broken) throw broken;
}

/** What is refused, and how. */
export async function refusals(account: Account): Promise<void> {
	const { conversation } = account;
	const note = { content: 'Check of n8n-nodes-livedesk', private: true };
	const missing = { status: 404, shapes: ['{ error: text }'] };
	await each([
		async () => {
			const path = `/conversations/${NO_ID}/messages`;
			const response = await post(account, 'a text in a conversation that is not', path, note);
			tellRefusal(
				account,
				response,
				['refusal.conversation', 'refusal.conversationShape'],
				missing,
			);
		},
		async () => {
			const path = `/conversations/${conversation}/messages/${NO_ID}/retry`;
			const response = await account.api.request('POST', path);
			tellRefusal(account, response, ['refusal.message', 'refusal.messageShape'], missing);
		},
		async () => {
			if (account.silenced !== undefined) {
				cannotTell(account, ['refusal.emptyText', 'refusal.emptyTextShape'], account.silenced);
				return;
			}
			const path = `/conversations/${conversation}/messages`;
			const response = await post(account, 'an empty text', path, { ...note, content: '' });
			tellRefusal(account, response, ['refusal.emptyText', 'refusal.emptyTextShape'], {
				status: 422,
				shapes: ['{ message: text, attributes: [text] }', '{ error: text }'],
			});
		},
	]);
}

/** A retry of a note that has not failed. */
export async function retry(account: Account): Promise<void> {
	const { api, conversation, notes } = account;
	const id = notes.reply ?? quotable(account);
	const response = await api.request('POST', `/conversations/${conversation}/messages/${id}/retry`);
	const { status, body } = response;
	const isEmpty = response.kind === 'nothing';
	const isKnown = isRefusal(response) || (isAccepted(response) && (isEmpty || isObject(body)));
	const shape = isEmpty ? 'nothing' : response.kind === 'JSON' ? shapeOf(body) : response.kind;
	tell(account, 'retry.notFailed', isKnown, `${status} with ${shape}`);
	account.shapes.retry = `${status} ${shape}`;
	if (!isAccepted(response) || !isObject(body)) {
		const ids = ['retry.sameMessage', 'retry.status', 'retry.in_reply_to'] as const;
		cannotTell(account, ids, isRefusal(response) ? 'it was refused' : 'no message came back');
		return;
	}
	const same = sameOf(body.id, id);
	tell(
		account,
		'retry.sameMessage',
		body.id === undefined || body.id === id,
		body.id === id ? 'the same id' : same,
	);
	tell(
		account,
		'retry.status',
		isMessageAccepted(body.status),
		wordOf(body.status, [...ACCEPTED, 'failed']),
	);
	if (notes.reply === undefined) {
		cannotTell(account, 'retry.in_reply_to', 'no reply could be posted');
		return;
	}
	const quote = fieldOf(body.content_attributes, 'in_reply_to');
	const isKept = isWhole(quote) && quote === notes.first;
	tell(account, 'retry.in_reply_to', isKept, sameOf(quote, notes.first));
}

/** Whether messages can be read, which no page documents. */
export async function readBack(account: Account): Promise<void> {
	const path = `/conversations/${account.conversation}/messages`;
	const response = await account.api.request('GET', path);
	const { status, kind, body } = response;
	const payload = fieldOf(body, 'payload');
	const shape =
		kind !== 'JSON'
			? kind
			: isRefusal(response)
				? refusalShapeOf(body)
				: payload === undefined
					? shapeOf(body)
					: `payload: ${shapeOf(payload)}`;
	const seen = isAccepted(response) ? `${status} with ${shape}` : String(status);
	tell(account, 'messages.read', isRefusal(response), seen);
	account.shapes.messages = `${status} ${shape}`;
}
