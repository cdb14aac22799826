const { existsSync } = require('node:fs');
const { join, relative } = require('node:path');
const Sequencer = require('@jest/test-sequencer').default;

const root = join(__dirname, '../..');

/** The files that take minutes. The two ways through a browser are kept apart: side by side, each takes twice as long. */
const SLOW = [
	'test/e2e/editor.test.ts',
	'test/e2e/attachments.test.ts',
	'test/e2e/queue.test.ts',
	'test/e2e/editorPrevious.test.ts',
	'test/e2e/examples.test.ts',
	'test/e2e/queuePrevious.test.ts',
	'test/heavy/memory/scale.test.ts',
	'test/heavy/memory/attachments.test.ts',
	'test/heavy/soak/soak.test.ts',
	'test/account/deviations.test.ts',
	'test/promises/matrix/matrix.test.ts',
];

/**
 * Begins with the slow files: on a new machine Jest knows no durations and goes by size, so that a short file with a long
 * way through a browser would come last, and one worker wait for the other.
 */
module.exports = class SlowFirst extends Sequencer {
	sort(tests) {
		const gone = SLOW.filter((path) => !existsSync(join(root, path)));
		if (gone.length > 0) throw new Error(`${relative(root, __filename)} names ${gone.join(', ')}`);
		const rank = ({ path }) => {
			const index = SLOW.indexOf(relative(root, path));
			return index < 0 ? SLOW.length : index;
		};
		return [...super.sort(tests)].sort((a, b) => rank(a) - rank(b));
	}
};
