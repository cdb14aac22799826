import { whatsappCode } from './whatsappCodes';
import { quote, type Words } from './words';

const UNKNOWN_CODE = {
	message: 'The channel did not deliver the message',
	advice: 'Look at the message in LiveDesk for the reason.',
	resend: 'later',
} as const;

const RESEND = {
	later: 'Sending it again later can help, with the Retry operation.',
	fix: 'Sending the same again does not help before that.',
	no: 'Sending the same again does not help.',
};

/**
 * @param reply LiveDesk's message object with status `failed`; `external_error` reads "CODE: Title"
 * @returns what the channel's refusal means and what to do
 */
export function explainChannel(reply: Readonly<Record<string, unknown>>): Words {
	const externalError = externalErrorOf(reply);
	const number = /^\s*(\d+)\s*(?::|$)/.exec(externalError)?.[1];
	const code = number === undefined ? undefined : Number(number);
	const known = (code === undefined ? undefined : whatsappCode(code)) ?? UNKNOWN_CODE;
	const said = externalError === '' ? '' : ` The channel says: ${quote(externalError)}`;
	const id = isText(reply.id) ? ` Message ID: ${reply.id}.` : '';
	return {
		message: known.message,
		description: `${known.advice} ${RESEND[known.resend]}${id}${said}`,
		...(code === undefined ? {} : { code }),
	};
}

function externalErrorOf({
	content_attributes: attributes,
}: Readonly<Record<string, unknown>>): string {
	if (typeof attributes !== 'object' || attributes === null || !('external_error' in attributes))
		return '';
	const { external_error: said } = attributes;
	return isText(said) ? String(said) : '';
}

const isText = (value: unknown): value is string | number =>
	typeof value === 'string' || typeof value === 'number';
