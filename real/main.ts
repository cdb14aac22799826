/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, no-console */
// `npm start`: a real n8n with the package installed, and the sandbox for it to send to.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startSandbox } from '../sandbox';
import { importExamples } from './examples';
import { cacheFolder, installN8n, installNode } from './install';
import { dataFolder, serve, type Installation } from './n8n';
import { installPackage, pack } from './package';
import { assertFree } from './port';
import { logIn, OWNER } from './rest';
import { N8N } from './versions';

const { values } = parseArgs({
	options: {
		port: { type: 'string', default: '5678' },
		'sandbox-port': { type: 'string', default: '3000' },
	},
});

async function main() {
	const port = Number(values.port);
	const sandboxPort = Number(values['sandbox-port']);
	await assertFree(port, 'n8n', '--port');
	await assertFree(sandboxPort, 'the sandbox', '--sandbox-port');

	const node = await installNode(console.log);
	const folder = await installN8n(N8N.current, console.log);
	const installation: Installation = { folder, node, home: join(cacheFolder, 'start') };
	await mkdir(dataFolder(installation), { recursive: true });
	console.log('Installing the package into n8n, as n8n does.');
	await installPackage(await pack(join(cacheFolder, 'packed')), dataFolder(installation));

	const sandbox = await startSandbox({ port: sandboxPort });
	console.log('Importing the credential and the example workflows.');
	await importExamples(installation, sandbox.credentials);
	console.log('Starting n8n.');
	const n8n = await serve(installation, port);
	await logIn(n8n.url);
	console.log(`
n8n           ${n8n.url}
  e-mail      ${OWNER.email}
  password    ${OWNER.password}
Sandbox       ${sandbox.url} (the chat page)
Press Ctrl-C to stop both.`);

	const stop = async () => {
		console.log('\nStopping.');
		await n8n.stop();
		await sandbox.close();
		process.exit(0);
	};
	for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => void stop());
}

main().catch((error: Error) => {
	console.error(error.message);
	process.exit(1);
});
