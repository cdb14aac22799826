import type {
	IBinaryData,
	IExecuteSingleFunctions,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';
import { flawOf } from '../../attachment/content';
import { buildForm } from '../../attachment/form';
import { fileNamed, inputFiles } from '../../attachment/inputFiles';
import type { Prepared, Read } from '../../delivery/operation';
import { toConversation } from '../conversationId';
import { optionalText, requiredBoolean, requiredText } from '../input';
import { refuse } from '../refuse';
import { asObject, excerpt, isBlank } from '../values';
import { messageExtras } from './extras';
import { MESSAGES_URL } from './urls';

export const option: INodePropertyOptions = {
	name: 'Send Attachment',
	value: 'sendAttachment',
	action: 'Send an attachment',
	description: 'Send images, audio, video or other files to a conversation',
	routing: { request: { method: 'POST', url: MESSAGES_URL } },
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

const captionField: INodeProperties = {
	displayName: 'Caption',
	name: 'caption',
	type: 'string',
	typeOptions: { rows: 2 },
	default: '',
	placeholder: 'e.g. Here is your invoice',
	description: 'The text that goes with the files',
};

export const fields = [binaryPropertyName, captionField];

export function prepare(this: IExecuteSingleFunctions, read: Read): Prepared[] {
	const conversation = toConversation(read);
	const files = filesOf(this, read('binaryPropertyName', ''));
	const caption = optionalText(captionField.displayName, read('caption', ''));
	const extras = messageExtras(read('additionalFields', {}));
	const { helpers } = this;
	const groups = isOneFilePerMessage(read) ? files.map((file) => [file]) : [files];
	return groups.map((group, part): Prepared => {
		// The caption goes once; what makes a note private, or a reply, holds for each message.
		const texts = { content: part === 0 ? caption : undefined, ...extras };
		return {
			...conversation,
			form: async () => await buildForm(helpers, group, texts),
			...(groups.length > 1 ? { which: `file ${part + 1} of ${groups.length}` } : {}),
		};
	});
}

function isOneFilePerMessage(read: Read): boolean {
	const { oneFilePerMessage } = asObject(read('options', {}));
	if (isBlank(oneFilePerMessage)) return false;
	return requiredBoolean('One File per Message', oneFilePerMessage);
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
		if (flaw !== undefined) {
			refuse(
				`'${label}' names a file that cannot be read`,
				`The binary field is "${name}". ${flaw} Check the node that outputs the file.`,
			);
		}
		return file;
	});
}

/** Field names come from outside: n8n would replace a title that holds, say, "EPERM". */
function refuseName(label: string, name: string, there: string[]): never {
	const missing = `There is no binary field "${excerpt(name)}".`;
	const check = 'Check the name, and that the node before outputs the file.';
	if (there.length === 0) {
		refuse(`'${label}' names a binary field, but the item has none`, `${missing} ${check}`);
	}
	refuse(
		`'${label}' names a binary field that the item does not have`,
		`${missing} The item has: ${excerpt(there.join(', '))}. ${check}`,
	);
}
