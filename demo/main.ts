/* eslint-disable @n8n/community-nodes/no-restricted-globals, no-console */
import pc from 'picocolors';
import { startLiveDesk, type LiveDesk } from '../harness/livedesk';
import { notifyByPhone } from './byPhone';
import { conversations } from './conversations';
import { problemsOf } from './check';
import { closingText, conversationText, runsText } from './print';
import { createDemo } from './demo';
import { runStory } from './story';

const KEEP = '--keep';

async function perform(desk: LiveDesk): Promise<void> {
	const { sandbox } = desk;
	const demo = createDemo(desk);
	try {
		await runStory(demo);
		await notifyByPhone(demo);
	} finally {
		const talks = demo.shown.map((seed) => conversationText(sandbox, seed));
		console.log(`\n${[runsText(demo.runs), ...talks].join('\n\n')}\n`);
	}
	const problems = problemsOf(sandbox, demo);
	if (problems.length > 0) throw new Error(problems.join('\n'));
	console.log(closingText(sandbox, demo));
}

async function untilStopped(): Promise<void> {
	await new Promise<void>((resolve) => {
		// A terminal's Ctrl-C arrives more than once: from itself, and from the tools in between.
		process.on('SIGINT', resolve);
		process.on('SIGTERM', resolve);
	});
}

async function main(args: string[]): Promise<void> {
	const stray = args.find((arg) => arg !== KEEP);
	if (stray) throw new Error(`Not understood: ${stray}\nUsage: npm run demo [-- ${KEEP}]`);

	console.log(
		"n8n's engine runs the built node, and a LiveDesk on this computer takes its messages.",
	);
	const desk = await startLiveDesk({ conversations: [...conversations] });
	try {
		await perform(desk);
		if (args.includes(KEEP)) {
			console.log(`See them at ${desk.sandbox.url}/?all until you press Ctrl-C.`);
			await untilStopped();
		} else {
			console.log(`To see them in a browser: npm run demo -- ${KEEP}`);
		}
	} finally {
		await desk.close();
	}
}

main(process.argv.slice(2)).catch((error: Error) => {
	console.error(`${pc.red('The demo did not go as it should.')}\n${error.message}`);
	process.exitCode = 1;
});
