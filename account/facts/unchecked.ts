import type { UncheckedFact } from './types';

const toCustomers = 'It would reach a customer.';
const ofContacts = 'It would change contacts.';
const onDemand = 'It cannot be brought about at will.';

/** What only real use can tell. */
export const unchecked = [
	{
		id: 'template.body',
		statement:
			'A template is { content, message_type: "outgoing", template_params: { name, language, … } }',
		source: 'S',
		use: 'Send Template sends it.',
		unchecked: toCustomers,
	},
	{
		id: 'template.reply',
		statement: 'The reply to a template has additional_attributes.template_params',
		source: 'S',
		use: "The template's name is put out.",
		unchecked: toCustomers,
	},
	{
		id: 'failed.reply',
		statement:
			"A failed delivery is a 200 with status 'failed' and content_attributes.external_error",
		source: 'S',
		use: 'It is told by the code of WhatsApp in it, as On Delivery Failure says.',
		unchecked: onDemand,
	},
	{
		id: 'refusal.in200',
		statement: 'A 200 with a code that is not 0 and no id is a refusal',
		source: 'D: ticket',
		use: "It is told as a refusal, in LiveDesk's words.",
		unchecked: onDemand,
	},
	{
		id: 'retry.failed',
		statement: 'A retry of a failed message sends it again',
		source: 'S',
		use: 'Retry, and Retry On Fail after a failed delivery, use it once each.',
		unchecked: toCustomers,
	},
	{
		id: 'files.whatsapp',
		statement: 'WhatsApp delivers only the first file of a message',
		source: 'C',
		use: 'One File per Message sends each as a message of its own.',
		unchecked: toCustomers,
	},
	{
		id: 'files.size',
		statement: 'A file may have 40 MB; WhatsApp takes less',
		source: 'C',
		use: 'The node sends any size, in little memory, and tells a 413 or 422.',
		unchecked: 'It would leave a large file in the conversation.',
	},
	{
		id: 'contact.create',
		statement: 'POST /api/v2/accounts/contacts answers { payload: { contact } }',
		source: 'D: contact/create-contact',
		use: 'Create, and Create or Update, read the contact there.',
		unchecked: ofContacts,
	},
	{
		id: 'contact.taken',
		statement: 'A taken phone number is told by 422 with attributes: ["phone_number"]',
		source: 'C',
		use: 'Create or Update then searches for whom it belongs to.',
		unchecked: ofContacts,
	},
	{
		id: 'contact.update',
		statement: 'PATCH /api/v2/accounts/contacts/{id} merges custom_attributes',
		source: 'D: contact/update-contact',
		use: 'Update sends just what is to change.',
		unchecked: ofContacts,
	},
	{
		id: 'conversation.create',
		statement: 'POST /api/v2/accounts/conversations answers the conversation with its id',
		source: 'D: message/create-conversation',
		use: 'Create puts the id out, for the messages behind.',
		unchecked: 'It would leave a conversation behind.',
	},
	{
		id: 'status.survey',
		statement: 'A conversation that becomes resolved starts the satisfaction survey',
		source: 'D: user-guide/conversation-status-flow',
		use: 'Update Status sends it all the same.',
		unchecked: toCustomers,
	},
	{
		id: 'rateLimit.reached',
		statement: 'A reached rate limit is a 429, maybe with Retry-After',
		source: 'C',
		use: 'All messages of the credential pause, for Retry-After or ever longer.',
		unchecked: 'It would slow down everybody who uses the account.',
	},
	{
		id: 'webhook.failed',
		statement: "A later failure is told only by a webhook event with status 'failed'",
		source: 'D: console/channels/api/webhook-events',
		use: 'The reply to a message says what was known then.',
		unchecked: onDemand,
	},
] as const satisfies readonly UncheckedFact[];
