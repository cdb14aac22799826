import { createHash, randomBytes } from 'node:crypto';
import type { IBinaryData, IDataObject } from 'n8n-workflow';
import { byId, type LiveDesk } from '../../../harness/livedesk';
import { itemsTo } from './texts';

export const bytes = randomBytes(1_000_000);
export const file = { fileName: 'a.bin', mimeType: 'application/octet-stream' };
export const shaOf = (content: Buffer) => createHash('sha256').update(content).digest('hex');
export const whole = shaOf(bytes);

/** A Send Attachment that takes conversation and caption from each item. */
export const sending = (options: IDataObject = {}, more: IDataObject = {}): IDataObject => ({
	operation: 'sendAttachment',
	conversationId: byId('={{ $json.to }}'),
	caption: '={{ $json.text }}',
	options,
	...more,
});

/** @returns what an item holds of a file that n8n has stored anew */
export const store = async ({ engine }: LiveDesk) => await engine.store(bytes, file);

/** Items to the conversations given, with the files given, one each, in turn. */
export const withFiles = (to: number[], ...files: IBinaryData[]) =>
	itemsTo(...to).map((json, index) => ({ json, binary: { data: files[index % files.length] } }));

/** What arrived of the files, also with requests that were turned away. */
export const arrived = ({ sandbox }: LiveDesk) =>
	sandbox.journal.starts().map(({ parts }) => parts?.find(({ sha256 }) => sha256)?.sha256);
