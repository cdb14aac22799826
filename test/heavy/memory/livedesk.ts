/* eslint-disable @n8n/community-nodes/no-restricted-globals */
import { startSandbox, type Sandbox } from '../../../sandbox';
import type { Arrived, Plan } from './plan';

let sandbox: Sandbox | undefined;

async function start({ conversations, trouble = [] }: Plan) {
	const seeds = Array.from({ length: conversations }, (_, index) => ({ id: index + 1 }));
	sandbox = await startSandbox({ conversations: seeds });
	for (const rule of trouble) sandbox.script(rule);
	return sandbox.credentials;
}

function report({ journal, messages }: Sandbox): Arrived {
	const texts: Arrived['texts'] = {};
	for (const { conversation = '', body } of journal.starts()) {
		const { content } = (body ?? {}) as { content?: string };
		if (content !== undefined) (texts[conversation] ??= []).push(content);
	}
	const ids = new Set(journal.starts().map(({ conversation = '' }) => conversation));
	return {
		statuses: journal.ends().map(({ status }) => status),
		texts,
		files: journal.starts().flatMap(({ parts = [] }) => parts.filter(({ sha256 }) => sha256)),
		kept: [...ids].flatMap((id) => messages(id)).filter(({ attachments }) => attachments).length,
		inFlightPeak: journal.inFlightPeak(),
	};
}

process.on('message', (message: { start?: Plan }) => {
	if (message.start) void start(message.start).then((credentials) => process.send?.(credentials));
	else if (sandbox) process.send?.(report(sandbox));
});
process.on('disconnect', () => void sandbox?.close());
