/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { appendFileSync, readdirSync, rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import type { IBinaryData } from 'n8n-workflow';
import { pairedWith, pairs } from '../../support/results';
import { conversations, useLiveDesk } from '../../support/useLiveDesk';
import { proceed, retryOnFail } from '../../support/settings';
import { arrived, file, sending, store, whole, withFiles } from '../support/files';
import { contents, failureOf, groups } from '../support/texts';

const desk = useLiveDesk({ conversations: conversations(3), binaryMode: 'filesystem' });
const unreadable = 'A file of the message could not be read to its end [item 1]';

/** Where n8n keeps a stored file. */
function pathOf({ id = '' }: IBinaryData): string {
	const home = process.env.N8N_USER_FOLDER ?? '';
	const name = id.split('/').at(-1) ?? '';
	const found = readdirSync(home, { recursive: true })
		.map(String)
		.find((path) => path.endsWith(name));
	return join(home, found ?? '');
}

const changed = (change: (path: string) => void) => (stored: IBinaryData) => {
	change(pathOf(stored));
	return stored;
};
const underId = (id: string) => (stored: IBinaryData) => ({ ...stored, id });
const lost = underId('filesystem-v2:workflows/w/executions/e/nowhere');

test.each([
	['is no base64', { data: 'not base64!' }],
	['has no data', { data: undefined }],
	['misses the ID of a stored file', { data: 'filesystem-v2' }],
])('nothing is sent when one file %s', async (_, given) => {
	const good = { ...file, data: 'YWJj' };
	const items = withFiles([1, 2, 3], good, good, { ...file, ...given } as IBinaryData);
	const { error } = await desk.send({ parameters: sending(), items });
	expect(desk.sandbox.journal.starts()).toEqual([]);
	expect(error?.context?.itemIndex).toBe(2);
});

test.each<[string, (stored: IBinaryData) => IBinaryData, RegExp]>([
	[
		'is shorter than n8n noted',
		changed((path) => truncateSync(path, 300_000)),
		/fewer bytes than n8n noted/,
	],
	['is empty', changed((path) => truncateSync(path, 0)), /fewer bytes than n8n noted/],
	[
		'is longer than n8n noted',
		changed((path) => appendFileSync(path, 'x')),
		/more bytes than n8n noted/,
	],
	['is gone', changed(rmSync), /n8n no longer has it\./],
	['is gone with all that n8n noted', lost, /n8n no longer has it\./],
	['is in no storage that n8n has', underId('nowhere:1'), /n8n's storage does not give it\./],
])('a stored file that %s is told, sent in no try, and hangs nobody', async (_, spoil, words) => {
	const spoiled = spoil(await store(desk));
	const items = withFiles([1, 1, 1], await store(desk), spoiled, await store(desk));
	const result = await desk.send({ parameters: sending(), items, node: retryOnFail });
	expect(desk.sandbox.messages(1)).toHaveLength(1);
	expect(result.error?.message).toBe(unreadable);
	expect(result.error?.description).toMatch(words);
	expect(groups(result)).toEqual({ sent: [0], refused: [1], notSent: [2] });
});

test('a stored file that is gone keeps no other from being sent, with On Error = Continue', async () => {
	const [first, second, third] = [await store(desk), await store(desk), await store(desk)];
	const items = withFiles([1, 2, 3], first, lost(second), third);
	const result = await desk.send({ parameters: sending(), items, node: proceed });
	expect(arrived(desk)).toEqual([whole, whole]);
	expect(contents(result.items)).toEqual(['0', undefined, '2']);
	expect(pairs(result.items)).toEqual(pairedWith(0, 1, 2));
	expect(result.items[1].json.message).toBe(unreadable);
	expect(failureOf(result.items[1])).toMatchObject({ outcome: 'refused', conversationId: '2' });
});
