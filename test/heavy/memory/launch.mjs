// Runs as a worker of a test, and starts two processes: a sandbox, and n8n with the node that sends to it. So the memory
// of the one that sends is its own, and neither the sandbox's nor the test runner's.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';

const options = {
	execArgv: ['--expose-gc', '--import', 'tsx'],
	stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
};
const start = (file) => fork(fileURLToPath(new URL(file, import.meta.url)), [], options);

/** What a process answers; rejects when it ends without an answer. */
async function ask(child, message) {
	child.send(message);
	const [answer] = await Promise.race([
		once(child, 'message'),
		once(child, 'exit').then(([code]) => Promise.reject(new Error(`A process ended with ${code}`))),
	]);
	return answer;
}

const { plan } = workerData;
const livedesk = start('livedesk.ts');
const sender = start('sender.ts');
try {
	const credentials = await ask(livedesk, { start: plan });
	const sent = await ask(sender, { plan, credentials });
	const arrived = await ask(livedesk, { report: true });
	parentPort.postMessage({ sent, arrived });
} finally {
	sender.kill();
	livedesk.disconnect();
	await once(livedesk, 'exit');
}
