import type { Message, Sandbox } from '../sandbox';
import type { Told } from './scene';
import type { Stage } from './stage';

/**
 * Compares what LiveDesk has got with what the story told.
 *
 * @returns what is wrong, in plain words; nothing when every message arrived once and in order
 */
export function problemsOf(
	sandbox: Sandbox,
	{ told, retried }: Pick<Stage, 'told' | 'retried'>,
): string[] {
	const ids = [...new Set(told.map(({ conversation }) => conversation))];
	return [
		...ids.flatMap((id) => {
			const lines = told.filter(({ conversation }) => conversation === id);
			return [...storedProblems(sandbox, id, lines), ...requestProblems(sandbox, id, lines)];
		}),
		...retryProblems(sandbox, retried),
		...answerProblems(sandbox),
	];
}

const inWords = (line?: string) => line ?? 'nothing';

function firstDifference(what: string, wanted: string[], found: string[]): string[] {
	const length = Math.max(wanted.length, found.length);
	const at = Array.from({ length }, (_, index) => index).find((i) => wanted[i] !== found[i]);
	if (at === undefined) return [];
	return [`${what} ${at + 1} should be ${inWords(wanted[at])}, but it is ${inWords(found[at])}`];
}

function storedProblems(sandbox: Sandbox, id: number, lines: Told[]): string[] {
	const stored = ({ message_type: type, content, status }: Message) =>
		`"${content}" from ${type === 0 ? 'customer' : 'node'} (${status})`;
	const wanted = lines.map(({ from, text, status }) => `"${text}" from ${from} (${status})`);
	const found = sandbox.messages(id).map(stored);
	return firstDifference(`Conversation ${id}: message`, wanted, found);
}

/** The journal knows of each request, also of one that left no trace in the conversation. */
function requestProblems(sandbox: Sandbox, id: number, lines: Told[]): string[] {
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
