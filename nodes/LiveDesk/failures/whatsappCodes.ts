import { codeIn, type MessageBody } from './externalError';

/**
 * Whether LiveDesk's retry of the same message can help: `soon`, after a day or more (`days`), only after something was
 * changed (`fix`), or `never`.
 */
export type RetryAdvice = 'soon' | 'days' | 'fix' | 'never';

interface WhatsAppCode {
	/** What happened, as a title. */
	message: string;
	/** What the sender should do. */
	advice: string;
	retry: RetryAdvice;
}

const entry = (retry: RetryAdvice, message: string, advice: string): WhatsAppCode => ({
	message,
	advice,
	retry,
});

const PERMISSION = entry(
	'fix',
	'WhatsApp refused for lack of permission',
	'Grant the WhatsApp permission to the channel again in Meta Business settings.',
);
const TOKEN = entry(
	'fix',
	"The channel's WhatsApp access token is no longer valid",
	'Reconnect the channel in LiveDesk so that it gets a new token.',
);
const SLOW_DOWN = entry(
	'soon',
	'WhatsApp limits how fast this account may send',
	"Wait, then send at a lower pace, e.g. with 'Messages per Minute' under 'Options'.",
);
const WINDOW_CLOSED = entry(
	'never',
	'The 24-hour window to reply on WhatsApp has closed',
	'More than 24 hours have passed since the person last wrote. Send an approved template with the Send Template operation.',
);
const SPAM_LIMIT = entry(
	'days',
	'WhatsApp limits this number because people blocked or reported it',
	'Check the quality rating in WhatsApp Manager and send fewer messages for some days.',
);
const EXPERIMENT = entry(
	'never',
	'WhatsApp withholds marketing templates from this person',
	'Do not send it again. Wait until the person writes, or use another channel.',
);
const TEMPLATE_VALUES = entry(
	'fix',
	'A template value has a form that WhatsApp does not accept',
	'Correct the values: no line breaks, tabs or more than four spaces in a row, and leave out quick-reply buttons that need no payload.',
);

/**
 * WhatsApp's codes as LiveDesk passes them on in `external_error` ("CODE: Title"), in our own words.
 * Source of codes and causes: Meta's public error documentation of the WhatsApp Cloud API. Titles change there, codes
 * do not: decide by the code alone.
 */
// prettier-ignore
export const whatsappCodes: Readonly<Record<number, WhatsAppCode>> = {
	0: TOKEN,
	1: entry('soon', 'WhatsApp could not process the request', "Look at Meta's status page; if all is well there, check the request."),
	2: entry('soon', 'WhatsApp is down or overloaded', 'Wait a few minutes.'),
	3: PERMISSION,
	4: SLOW_DOWN,
	10: PERMISSION,
	33: entry('fix', "The channel's phone number no longer exists at WhatsApp", 'Reconnect the number in LiveDesk.'),
	100: entry('fix', 'WhatsApp did not accept a parameter', 'Check template name, variables and buttons; a button without a variable takes no value.'),
	190: TOKEN,
	368: entry('fix', 'WhatsApp has restricted this business account', "Read the account's notices in Meta Business settings and appeal there."),
	470: WINDOW_CLOSED,
	471: SPAM_LIMIT,
	472: EXPERIMENT,
	80007: SLOW_DOWN,
	130429: SLOW_DOWN,
	130472: EXPERIMENT,
	130497: entry('never', "WhatsApp does not allow this business to message people in this person's country", 'Use another channel.'),
	131000: entry('soon', 'WhatsApp could not send the message', 'Wait a few minutes; if it keeps happening, contact Meta support.'),
	131005: PERMISSION,
	131008: entry('fix', 'A value that the template needs is missing', 'Add it, e.g. the text of a URL button that has a variable.'),
	131009: entry('fix', 'WhatsApp did not accept a value', 'Correct it. If the template was approved just now, wait about ten minutes.'),
	131016: entry('soon', 'A WhatsApp service is not available at the moment', 'Wait a few minutes.'),
	131021: entry('never', 'The recipient is the sender', "Send to a number other than the channel's own."),
	131026: entry('never', 'WhatsApp could not deliver to this number', 'Check number and country code: it may not be on WhatsApp, or use a very old app. Reach the person by another channel.'),
	131030: entry('fix', "The recipient is not on the test number's list", "Add the number to the allowed recipients in Meta's console."),
	131031: entry('fix', 'WhatsApp has locked this business account', 'Resolve it with Meta, in WhatsApp Manager.'),
	131037: entry('fix', "The number's display name is not approved", 'Have the display name approved in WhatsApp Manager.'),
	131042: entry('fix', 'WhatsApp could not bill this account', 'Check payment method and billing in Meta Business settings.'),
	131045: entry('fix', 'The phone number is not registered correctly', 'Register the number with WhatsApp again.'),
	131047: WINDOW_CLOSED,
	131048: SPAM_LIMIT,
	131049: entry('days', 'WhatsApp limits the marketing messages that this person gets', 'Wait at least 24 hours: sooner only repeats this.'),
	131050: entry('never', 'This person has opted out of marketing messages', 'Stop sending marketing messages to this person.'),
	131051: entry('fix', 'WhatsApp does not support this type of message', 'Send another type of message.'),
	131052: entry('never', 'A file that the person sent could not be downloaded', 'Ask the person to send it again. Nothing is wrong with your message.'),
	131053: entry('fix', 'WhatsApp could not process the media of this message', 'Check type and size of the file; a link must be public and answer fast.'),
	131056: entry('soon', 'Too many messages to this person in a short time', 'Wait before the next message to this person; others can go on.'),
	131057: entry('soon', 'The WhatsApp account is under maintenance', 'Wait until the maintenance is over.'),
	131063: entry('fix', 'Marketing templates are switched off for this account', 'Change the setting in WhatsApp Manager.'),
	131064: entry('fix', 'The messaging limit for wrongly classified templates is reached', "Correct the templates' categories in WhatsApp Manager."),
	132000: entry('fix', "The number of values does not match the template's variables", 'Count the variables of body, header and buttons, and synchronise the templates in LiveDesk.'),
	132001: entry('fix', 'There is no approved template of this name in this language', "Check 'Template Name' and 'Template Language'."),
	132005: entry('fix', 'The template with its values is too long', 'Shorten the values.'),
	132007: entry('fix', "The template's content breaks a WhatsApp policy", 'Change the text.'),
	132008: TEMPLATE_VALUES,
	132012: entry('fix', 'A value is of another kind than the template needs', "Match 'Header Type' and the buttons to the template, e.g. an image header needs an image."),
	132015: entry('fix', 'WhatsApp has paused this template because of low quality', 'Improve the template, wait until it is unpaused, or use another one.'),
	132016: entry('never', 'WhatsApp has disabled this template for good', 'Create a new template.'),
	132018: TEMPLATE_VALUES,
	132068: entry('fix', "The template's flow is blocked", 'Correct the flow in WhatsApp Manager.'),
	132069: entry('soon', "The template's flow is limited", 'Wait an hour.'),
	133010: entry('fix', 'The business number is not registered with WhatsApp', 'Register the number.'),
	134101: entry('soon', 'The template is still being set up', 'A new template can take ten minutes: wait that long.'),
	135000: entry('fix', 'WhatsApp did not accept the request', 'Check template name, variables and buttons.'),
	137000: entry('fix', "The recipient's identity key has changed", 'Send without the identity key.'),
};

/** Meta reserves 200 to 299 for API permissions. */
const API_PERMISSION = { from: 200, to: 299 };

/**
 * Looks up what a WhatsApp code means.
 *
 * @param code the number in front of the colon of `external_error`
 * @returns its words and whether a retry can help; undefined for a code that is not in the table
 */
export function whatsappCode(code: number): WhatsAppCode | undefined {
	if (code >= API_PERMISSION.from && code <= API_PERMISSION.to) return PERMISSION;
	return Object.hasOwn(whatsappCodes, code) ? whatsappCodes[code] : undefined;
}

/**
 * @param body LiveDesk's message object with status `failed`
 * @returns whether LiveDesk's retry of the message can help within the tries of Retry On Fail; a code that is not in the
 * table, or none, may stand for anything that passes
 */
export function canRetrySoon(body: MessageBody): boolean {
	const code = codeIn(body);
	return ((code === undefined ? undefined : whatsappCode(code))?.retry ?? 'soon') === 'soon';
}
