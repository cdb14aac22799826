/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IDataObject, IWorkflowSettings } from 'n8n-workflow';
import type { NodeMajor } from '../../real/versions';
import type { JournalEntry } from '../../sandbox';
import { LEGACY, sendsFilesInJson } from './attachments/inJson';
import { writeFiles, type Sent } from './support/files';
import type { BinaryMode, Major } from './support/instance';
import { useInstance } from './support/useInstance';
import { byId } from '../../harness/livedesk';
import { liveDesk, node, workflow } from '../../harness/workflow';

const SIZES = {
	'one byte.bin': 1,
	'ใบเสร็จ ü "7" %.pdf': 64 * 1024,
	'รูปภาพ 🐘.png': 700_001,
	'film; name=x.mp4': 20_000_003,
};

const MODES: BinaryMode[] = ['filesystem', 'default', 'database'];

const SEND: IDataObject = { operation: 'sendAttachment', conversationId: byId('141') };

const read = () =>
	node('Read', 'n8n-nodes-base.readWriteFile', { fileSelector: '={{ $json.path }}' });

const filesOf = (entries: JournalEntry[]) =>
	entries.map(({ parts = [] }) =>
		parts
			.filter(({ name }) => name === 'attachments[]')
			.map(({ fileName, size, sha256 }) => ({ fileName, size, sha256 })),
	);

/** The Node versions that each n8n says it runs on, and what it needs for that. */
const RUNS_ON: Array<[which: Major, node: NodeMajor, env: Record<string, string>]> = [
	['current', 24, {}],
	['current', 26, LEGACY],
	['previous', 20, LEGACY],
	['previous', 22, {}],
	['previous', 24, {}],
];

describe.each(RUNS_ON)('attachments, n8n %s on Node %i', (which, major, settings) => {
	let folder = '';
	let files: Sent[] = [];
	const env: Record<string, string> = {
		// n8n keeps to its own folders otherwise.
		N8N_RESTRICT_FILE_ACCESS_TO: tmpdir(),
		N8N_AVAILABLE_BINARY_DATA_MODES: 'filesystem,database',
		...settings,
	};
	const n8n = useInstance(which, { env, binaryMode: MODES[0], node: major });
	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), 'livedesk-files-'));
		files = await writeFiles(folder, SIZES);
	});
	afterAll(async () => await rm(folder, { recursive: true, force: true }));

	const paths = () => files.map(({ fileName }) => ({ path: join(folder, fileName) }));
	const arrived = () => filesOf(n8n().sandbox.journal.starts());

	/** Reads the files into one item each, and sends each as a message. */
	const sendEach = async (fieldName: string, settings: IWorkflowSettings = {}) =>
		await n8n().execute(
			workflow(
				paths(),
				[read(), liveDesk({ ...SEND, binaryPropertyName: fieldName })],
				undefined,
				settings,
			),
		);

	const restartWith = async (more: Record<string, string>) =>
		await n8n().restart(async () => {
			n8n().installation.env = { ...n8n().installation.env, ...more };
		});

	describe.each(MODES)('binary data mode %s', (mode) => {
		beforeAll(async () => {
			if (mode !== MODES[0]) await restartWith({ N8N_DEFAULT_BINARY_DATA_MODE: mode });
		});

		test('files arrive byte by byte, one in each message', async () => {
			const run = await sendEach('data');
			expect(run.error).toBeUndefined();
			const stores = run.items('Read').map(({ binary }) => binary?.data?.id?.split(':')[0]);
			const store = { default: undefined, filesystem: 'filesystem-v2', database: 'database' };
			expect(stores).toEqual(files.map(() => store[mode]));
			expect(arrived()).toEqual(files.map((file) => [file]));
			expect(run.items('LiveDesk').map(({ json }) => json.attachments)).toEqual(
				files.map(({ size }) => [expect.objectContaining({ file_size: size })]),
			);
		});

		test('files arrive byte by byte, all in one message, in the order of their fields', async () => {
			const collect = node('Collect', 'n8n-nodes-base.aggregate', {
				aggregate: 'aggregateAllItemData',
				options: { includeBinaries: true },
			});
			// In memory, n8n carries each file through every node as text: the large one takes it many seconds.
			const isInMemory = mode === 'default';
			const names = isInMemory ? 'data_2, data, data_1' : 'data_2, data, data_3, data_1';
			const order = isInMemory ? [2, 0, 1] : [2, 0, 3, 1];
			const run = await n8n().execute(
				workflow(paths().slice(0, order.length), [
					read(),
					collect,
					liveDesk({ ...SEND, binaryPropertyName: names, caption: 'Vier Dateien für Sie' }),
				]),
			);
			expect(run.error).toBeUndefined();
			expect(arrived()).toEqual([order.map((index) => files[index])]);
			expect(n8n().sandbox.messages(141)).toEqual([
				expect.objectContaining({ content: 'Vier Dateien für Sie' }),
			]);
		});
	});

	// n8n 1 has no such setting, and takes none.
	if (which === 'current') {
		const isLegacy = settings === LEGACY;
		describe('with files that n8n keeps in the JSON', () =>
			sendsFilesInJson({ n8n, isLegacy, sendEach, restartWith, files: () => files, arrived }));
	}
});
