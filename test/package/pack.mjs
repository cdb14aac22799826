import { execFileSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import {
	analyzePackage,
	SOURCE_FILE_PATTERNS,
} from '@n8n/scan-community-package/scanner/scanner.mjs';

/**
 * Packs the repository as a release does and puts both, source and package, through n8n's own verification scan,
 * offline. A worker of its own, since the scan is an ES module with another ESLint.
 */
const { root } = workerData;
const folder = mkdtempSync(join(tmpdir(), 'livedesk-package-'));
const BUILT_FILE_PATTERNS = ['**/*.js', 'package.json'];

function packed() {
	const args = ['pack', '--ignore-scripts', '--json', '--pack-destination', folder];
	const [summary] = JSON.parse(execFileSync('npm', args, { cwd: root, encoding: 'utf8' }));
	execFileSync('tar', ['-xzf', join(folder, summary.filename), '-C', folder]);
	return { ...summary, folder: join(folder, 'package') };
}

/** A copy with a line added at the end of one file. */
function tampered(name, from, parts, file, line) {
	const copy = join(folder, name);
	mkdirSync(copy);
	for (const part of parts) cpSync(join(from, part), join(copy, part), { recursive: true });
	appendFileSync(join(copy, file), `\n${line}\n`);
	return copy;
}

try {
	const { folder: unpacked, size, unpackedSize, files } = packed();
	const source = ['package.json', 'nodes', 'credentials'];
	const built = ['package.json', 'dist'];
	const file = 'nodes/LiveDesk/delivery/core/lanes';
	const badSource = tampered('source', root, source, `${file}.ts`, "import 'node:fs';");
	const badBuilt = tampered('built', unpacked, built, `dist/${file}.js`, "require('node:fs');");
	parentPort.postMessage({
		size,
		unpackedSize,
		files: files.map(({ path }) => path),
		manifest: JSON.parse(readFileSync(join(unpacked, 'package.json'), 'utf8')),
		scans: {
			source: await analyzePackage(root, SOURCE_FILE_PATTERNS),
			built: await analyzePackage(unpacked, BUILT_FILE_PATTERNS),
			badSource: await analyzePackage(badSource, SOURCE_FILE_PATTERNS),
			badBuilt: await analyzePackage(badBuilt, BUILT_FILE_PATTERNS),
		},
	});
} finally {
	rmSync(folder, { recursive: true, force: true });
}
