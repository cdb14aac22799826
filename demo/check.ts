import type { Message, Sandbox } from '../sandbox';
import type { Demo } from './demo';
import type { Expected } from './workflow';

/**
 * Compares what LiveDesk has got with what the story expects.
 *
 * @returns what is wrong, in plain words; nothing when every message arrived once and in order
 */
export function problemsOf(
	sandbox: Sandbox,
	{ expected, retried }: Pick<Demo, 'expected' | 'retried'>,
): string[] {
	const ids = [...new Set(expected.map(({ conversation }) => conversation))];
	return [
		...ids.flatMap((id) => {
			const lines = expected.filter(({ conversation }) => conversation === id);
			return [...storedProblems(sandbox, id, lines), ...requestProblems(sandbox, id, lines)];
		}),
		...retryProblems(sandbox, retried),
		...answerProblems(sandbox),
	];
}

function firstDifference(what: string, wanted: string[], found: string[]): string[] {
	const at = [...wanted, ...found].findIndex((_, index) => wanted[index] !== found[index]);
	if (at < 0) return [];
	const [should, is] = [wanted[at] ?? 'nothing', found[at] ?? 'nothing'];
	return [`${what} ${at + 1} should be ${should}, but it is ${is}`];
}

function storedProblems(sandbox: Sandbox, id: number, lines: Expected[]): string[] {
	const stored = ({ message_type: type, content, status }: Message) =>
		`"${content}" from ${type === 0 ? 'customer' : 'node'} (${status})`;
	const wanted = lines.map(({ from, text, status }) => `"${text}" from ${from} (${status})`);
	const found = sandbox.messages(id).map(stored);
	return firstDifference(`Conversation ${id}: message`, wanted, found);
}

/** The journal knows of each request, also of one that left no trace in the conversation. */
function requestProblems(sandbox: Sandbox, id: number, lines: Expected[]): string[] {
	const wanted = lines.filter(({ from }) => from === 'node').map(({ text }) => text);
	return firstDifference(`Conversation ${id}: request`, wanted, sandbox.journal.texts(id));
}

function retryProblems({ journal }: Sandbox, retried: number[]): string[] {
	const wanted = retried.map((id) => `of message ${id}`);
	const found = journal
		.starts()
		.filter(({ kind }) => kind === 'retry')
		.map(({ messageId }) => `of message ${messageId}`);
	return firstDifference('Retry', wanted, found);
}

function answerProblems({ journal }: Sandbox): string[] {
	return journal
		.ends()
		.filter(({ status }) => status !== 200)
		.map(({ method, path, status }) => `${method} ${path} was answered with ${status}`);
}
