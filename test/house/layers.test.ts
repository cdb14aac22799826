/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-dangerous-functions */
import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { layersPicture, layersShown } from '../../scripts/layers';
import { filesIn, root, textOf } from './documents';

const files = [...filesIn('nodes', '.ts'), ...filesIn('credentials', '.ts')];

const FOLDERS = [
	...['nodes', 'credentials', 'sandbox', 'harness', 'real'],
	...['account', 'demo', 'bench', 'scripts', 'test'],
];

/** What dependency-cruiser says of the sources in a folder, by the rules of `.dependency-cruiser.cjs`. */
function cruise(cwd: string) {
	const command = join(root, 'node_modules/.bin/depcruise');
	const { status, stdout } = spawnSync(command, [...FOLDERS, '--config'], {
		cwd,
		encoding: 'utf8',
	});
	return { status, stdout };
}

const WITHIN_MS = 240_000;

test(
	'imports point one way',
	() => {
		const { status, stdout } = cruise(root);
		expect(stdout).toContain('no dependency violations found');
		expect(status).toBe(0);
	},
	WITHIN_MS,
);

test(
	'docs/architecture.md shows the imports that there are: npm run layers draws them',
	() => expect(layersShown()).toBe(layersPicture()),
	WITHIN_MS,
);

/** Imports that point the other way, by the rule that they break. */
const STRAYS: Array<[rule: string, from: string, target: string]> = [
	['core-knows-no-n8n', 'delivery/core/stray', 'n8n-workflow'],
	['delivery-knows-no-texts', 'delivery/stray', '../resources/message/urls'],
	['failures-are-words', 'failures/stray', '../delivery/core/lanes'],
	['attachments-know-no-operations', 'attachment/stray', '../delivery/send'],
	['shared-fields-know-no-resource', 'resources/stray', './message/urls'],
	['resources-keep-to-themselves', 'resources/contact/stray', '../message/urls'],
	['operations-keep-to-themselves', 'resources/message/stray', './sendText'],
	['operations-do-not-send', 'resources/conversation/stray', '../../delivery/send'],
	['operations-open-files', 'resources/message/template/stray', '../../../attachment/form'],
	['ships-nothing-else', 'resources/message/packageStray', 'fastify'],
	['credentials-know-no-node', '../../credentials/stray', '../nodes/LiveDesk/delivery/send'],
	['node-is-a-table-of-contents', 'LiveDesk.node', './delivery/send'],
	['tests-are-for-tests', '../../demo/stray', '../test/support/useSandbox'],
	['harness-knows-no-user', '../../harness/stray', '../demo/conversations'],
	['harness-has-its-users', '../../sandbox/stray', '../harness/until'],
];

test(
	'an import that points the other way is found, by the name of its rule',
	() => {
		const copy = mkdtempSync(join(tmpdir(), 'layers-'));
		try {
			for (const each of [...FOLDERS, 'tsconfig.json', '.dependency-cruiser.cjs']) {
				cpSync(join(root, each), join(copy, each), { recursive: true });
			}
			symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
			for (const [, from, target] of STRAYS) {
				const line = `import * as target from '${target}';\nexport const stray = target;\n`;
				appendFileSync(join(copy, 'nodes/LiveDesk', `${from}.ts`), line);
			}
			const { status, stdout } = cruise(copy);
			expect(status).not.toBe(0);
			for (const [rule, from] of STRAYS) {
				expect(stdout).toMatch(new RegExp(`${rule}: .*${from.replace('../../', '')}`));
			}
		} finally {
			rmSync(copy, { recursive: true });
		}
	},
	WITHIN_MS,
);

describe('in what is shipped', () => {
	test('no file is longer than 150 lines', () => {
		const long = files.filter((file) => textOf(file).trimEnd().split('\n').length > 150);
		expect(long).toEqual([]);
	});

	test('no file silences the linter or the compiler', () => {
		const silenced = /eslint-disable|eslint-enable|@ts-(ignore|expect-error|nocheck)/;
		expect(files.filter((file) => silenced.test(textOf(file)))).toEqual([]);
	});
});
