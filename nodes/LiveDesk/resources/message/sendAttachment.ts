import type {
	IBinaryData,
	IExecuteSingleFunctions,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';
import { flawOf } from '../../attachment/content';
import { buildForm } from '../../attachment/form';
import { fileNamed, inputFiles } from '../../attachment/inputFiles';
import { isObject, isTrue, optionalText, refuse, requiredText } from '../checks';
import { conversationIdOf, type Read } from '../fields';
import { messageExtras, type MessageExtras } from './additionalFields';

export const option: INodePropertyOptions = {
	name: 'Send Attachment',
	value: 'sendAttachment',
	action: 'Send an attachment',
	description: 'Send images, audio, video or other files into a conversation',
	routing: {
		request: {
			method: 'POST',
			url: '/api/v2/accounts/conversations/:conversation_id/messages',
		},
	},
};

const binaryPropertyName: INodeProperties = {
	displayName: 'Input Data Field Name',
	name: 'binaryPropertyName',
	type: 'string',
	required: true,
	default: 'data',
	placeholder: 'e.g. data',
	hint: 'The name of the input field containing the file to send; several names separated by commas',
	description: 'The binary fields of the item whose files go out with the message, in this order',
};

const content: INodeProperties = {
	displayName: 'Caption',
	name: 'content',
	type: 'string',
	typeOptions: { rows: 2 },
	default: '',
	placeholder: 'e.g. Here is your invoice',
	description: 'The text that goes with the files',
};

export const fields = [binaryPropertyName, content];

/**
 * @param caption what the Caption field gave
 * @param extras what the Additional Fields gave
 * @returns the text parts of an attachment message, as the API documents them
 * @throws UserError for bad input
 */
export function buildCaption(
	caption: unknown,
	extras: unknown,
): { content?: string } & MessageExtras {
	const text = optionalText(content.displayName, caption);
	return { ...(text === undefined ? {} : { content: text }), ...messageExtras(extras) };
}

/** Reads and checks one item; throws UserError for bad input. */
export function prepare(this: IExecuteSingleFunctions, read: Read) {
	const conversationId = conversationIdOf(read('conversationId', ''));
	const files = filesOf(this, read('binaryPropertyName', ''));
	const { content: caption, ...extras } = buildCaption(
		read('content', ''),
		read('additionalFields', {}),
	);
	const { helpers } = this;
	const groups = isOneFilePerMessage(read) ? files.map((file) => [file]) : [files];
	return groups.map((group, part) => {
		// The caption goes once; what makes a note private, or a reply, holds for each message.
		const texts = part === 0 && caption !== undefined ? { content: caption, ...extras } : extras;
		return {
			path: { conversation_id: conversationId },
			lane: conversationId,
			form: async () => await buildForm(helpers, group, { ...texts }),
			...(groups.length > 1 ? { which: `file ${part + 1} of ${groups.length}` } : {}),
		};
	});
}

function isOneFilePerMessage(read: Read): boolean {
	const options = read('options', {});
	return isObject(options) && isTrue(options.oneFilePerMessage);
}

function filesOf(context: IExecuteSingleFunctions, value: unknown): IBinaryData[] {
	const label = binaryPropertyName.displayName;
	const names = requiredText(label, value)
		.split(',')
		.map((name) => name.trim())
		.filter((name) => name !== '');
	if (names.length === 0) refuse(`'${label}' is empty`, 'Enter the name of a binary field.');

	const files = inputFiles(context);
	return names.map((name) => {
		const file = fileNamed(files, name) ?? refuseName(label, name, [...files.keys()]);
		const flaw = flawOf(file);
		if (flaw !== undefined) refuseFile(label, name, flaw);
		return file;
	});
}

function refuseFile(label: string, name: string, flaw: string): never {
	refuse(
		`'${label}' names a file that cannot be read`,
		`The binary field is "${name}". ${flaw} Check the node that outputs the file.`,
	);
}

function refuseName(label: string, name: string, there: string[]): never {
	refuse(
		there.length > 0
			? `'${label}' names a binary field that the item does not have; it has: ${there.join(', ')}`
			: `'${label}' names a binary field, but the item has none`,
		`There is no binary field "${name}". Check the name, and that the node before outputs the file.`,
	);
}
