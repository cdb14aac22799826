// Who may import whom. `npm run lint` checks it; docs/architecture.md says why.

const { readdirSync } = require('node:fs');
const { basename, join } = require('node:path');

const livedesk = '^nodes/LiveDesk';
const resources = `${livedesk}/resources`;
const core = `${livedesk}/delivery/core/`;
/** The entries of the operation menus, each for itself: what has an output schema. */
const schemas = readdirSync(join(__dirname, livedesk.slice(1), '__schema__'), { recursive: true });
const names = schemas
	.filter((file) => file.endsWith('.json'))
	.map((file) => basename(file, '.json'));
const operations = `(${[...new Set(names)].sort().join('|')})\\.ts$`;
const n8n = '(^|/)node_modules/n8n-workflow/';
const types = { dependencyTypesNot: ['type-only'] };

/** @param allowed patterns of the paths that the modules may import, beside those of their own */
const only = (name, comment, from, allowed, more = {}) => ({
	name,
	comment,
	severity: 'error',
	from: { path: from },
	to: { pathNot: allowed, ...more },
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
	forbidden: [
		{
			name: 'no-circles',
			comment: 'Imports point one way; types alone may look back.',
			severity: 'error',
			from: {},
			to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
		},
		{
			name: 'ships-nothing-else',
			comment: "The package has no dependencies: n8n-workflow is n8n's own.",
			severity: 'error',
			from: { path: '^(nodes|credentials)/' },
			to: { pathNot: ['^(nodes|credentials)/', n8n] },
		},
		only(
			'node-is-a-table-of-contents',
			'The node class has no logic of its own.',
			`${livedesk}/LiveDesk\\.node\\.ts$`,
			[
				n8n,
				'^credentials/',
				`${livedesk}/delivery/index\\.ts$`,
				`${resources}/(\\w+\\.ts|\\w+/index\\.ts)$`,
			],
		),
		only('core-knows-no-n8n', 'The guarantees run, and are tested, without n8n.', core, [core]),
		only(
			'delivery-knows-no-texts',
			'Delivery carries whatever it is given.',
			`${livedesk}/delivery/(?!core/)`,
			[n8n, '^credentials/', `${livedesk}/(delivery|failures)/`],
		),
		only(
			'failures-are-words',
			'Words import nothing but types of what they speak of.',
			`${livedesk}/failures/`,
			[n8n, `${livedesk}/failures/`],
			types,
		),
		only(
			'failures-know-core-alone',
			'No union is written twice: its types come from the core.',
			`${livedesk}/failures/`,
			[n8n, `${livedesk}/failures/`, core],
		),
		only(
			'attachments-know-no-operations',
			'Files import nothing but types of delivery.',
			`${livedesk}/attachment/`,
			[n8n, `${livedesk}/attachment/`],
			types,
		),
		only(
			'attachments-know-delivery-alone',
			'The types are those of delivery.',
			`${livedesk}/attachment/`,
			[n8n, `${livedesk}/attachment/`, `${livedesk}/delivery/`],
		),
		only(
			'shared-fields-know-no-resource',
			'What resources share does not depend on one of them.',
			`${resources}/\\w+\\.ts$`,
			[n8n, `${resources}/\\w+\\.ts$`, `${livedesk}/delivery/operation\\.ts$`],
		),
		{
			name: 'resources-keep-to-themselves',
			comment: 'No resource borrows from another.',
			severity: 'error',
			from: { path: `${resources}/(\\w+)/` },
			to: { path: `${resources}/\\w+/`, pathNot: `${resources}/$1/` },
		},
		{
			name: 'operations-keep-to-themselves',
			comment:
				'No operation borrows from another; only the menu, and types for what it shows, see them.',
			severity: 'error',
			from: { path: `${resources}/\\w+/`, pathNot: `${resources}/\\w+/index\\.ts$` },
			to: { path: `${resources}/\\w+/${operations}`, ...types },
		},
		{
			name: 'operations-do-not-send',
			comment:
				'An operation says what to send; the menu hands it to delivery. What waits for approval is not sent by n8n: it does so itself.',
			severity: 'error',
			from: { path: `${resources}/`, pathNot: `${resources}/\\w+(/sendAndWait)?/index\\.ts$` },
			to: { path: `${livedesk}/(delivery|failures)/`, ...types },
		},
		{
			name: 'operations-open-files',
			comment: 'Only operations know where files come from.',
			severity: 'error',
			from: { path: `${resources}/`, pathNot: `${resources}/\\w+/${operations}` },
			to: { path: `${livedesk}/attachment/` },
		},
		only('credentials-know-no-node', 'The credential stands alone.', '^credentials/', [n8n]),
		{
			name: 'tests-are-for-tests',
			comment: 'What tests and others share stands in harness/.',
			severity: 'error',
			from: { pathNot: '^test/' },
			to: { path: '^test/' },
		},
		{
			name: 'harness-knows-no-user',
			comment: 'The harness serves tests, demo, benchmark and scripts, and knows none of them.',
			severity: 'error',
			from: { path: '^harness/' },
			to: { path: '^(test|demo|bench|scripts|account)/' },
		},
		{
			name: 'harness-has-its-users',
			comment: 'Neither what ships nor the sandbox needs the harness.',
			severity: 'error',
			from: { pathNot: '^(harness|demo|bench|scripts|account|real|test)/' },
			to: { path: '^harness/' },
		},
	],
	options: {
		doNotFollow: { path: 'node_modules' },
		tsPreCompilationDeps: true,
		tsConfig: { fileName: 'tsconfig.json' },
	},
};
