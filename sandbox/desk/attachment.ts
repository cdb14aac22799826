import type { AttachmentForm } from '../contract/form';
import { mediaType } from '../http/body';
import type { Desk } from '../http/call';
import type { Attachment } from '../types';

type FileType = Attachment['file_type'];

function fileType(contentType: string): FileType {
	const type = mediaType(contentType).split('/')[0];
	return ['image', 'audio', 'video'].includes(type) ? (type as FileType) : 'file';
}

/** Keeps a received file as an attachment of a message, and returns it as replies show it. */
export function keepAttachment(
	{ store, files, url }: Desk,
	file: AttachmentForm['files'][number],
	messageId: number,
): Attachment {
	const id = store.takeAttachmentId();
	files.keep(id, file);
	const address = `${url}/files/${id}/${encodeURIComponent(file.fileName)}`;
	const type = fileType(file.contentType);
	return {
		id,
		message_id: messageId,
		file_type: type,
		account_id: 14,
		extension: null,
		data_url: address,
		...(type === 'image' && { thumb_url: address }),
		file_size: file.size,
		width: null,
		height: null,
	};
}
