/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import type { Readable } from 'node:stream';
import { EarlyEnd } from './end';

/** Where the check is told, and a person asked. */
export interface Terminal {
	/** Whether a person can be asked. */
	readonly isInteractive: boolean;
	print(text: string): void;
	/** What went wrong. */
	complain(text: string): void;
	/** A line that the next one replaces; nothing where no person looks at it. */
	progress(text: string): void;
	/** @throws EarlyEnd where there is no answer */
	ask(question: string): Promise<string>;
	/** The same, for what is not to be seen on the screen. */
	askUnseen(question: string): Promise<string>;
}

type Input = Readable & { isTTY?: boolean };
type Output = Writable & { isTTY?: boolean };

const START_OF_LINE = '\r\u001b[K';

const nowhere = () => new Writable({ write: (_chunk, _encoding, done) => done() });

/** Reads a line; what is typed shows only where `echo` shows it. */
async function readLine(input: Input, echo: Writable, question: string): Promise<string> {
	const lines = createInterface({ input, output: echo, terminal: true, historySize: 0 });
	try {
		return await new Promise<string>((resolve, reject) => {
			const stop = () => reject(new EarlyEnd('Stopped. Nothing was asked of LiveDesk.'));
			lines.once('SIGINT', stop);
			lines.once('close', stop);
			lines.question(question, resolve);
		});
	} finally {
		lines.close();
	}
}

/** The terminal of a process, or streams in its place. */
export function terminalOf(input: Input, output: Output, errors: Output): Terminal {
	let isTransient = false;
	const clear = () => {
		if (isTransient) output.write(START_OF_LINE);
		isTransient = false;
	};
	const write = (to: Output) => (text: string) => {
		clear();
		to.write(`${text}\n`);
	};
	return {
		isInteractive: input.isTTY === true && output.isTTY === true,
		print: write(output),
		complain: write(errors),
		progress(text) {
			if (output.isTTY !== true) return;
			output.write(START_OF_LINE + text);
			isTransient = true;
		},
		ask: async (question) => await readLine(input, output, question),
		async askUnseen(question) {
			output.write(question);
			const answer = await readLine(input, nowhere(), '');
			output.write('\n');
			return answer;
		},
	};
}
