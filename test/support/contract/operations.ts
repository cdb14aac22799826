export const OPERATIONS: Record<string, string[]> = {
	contact: ['create', 'upsert', 'getAll', 'update'],
	conversation: ['create', 'updateStatus'],
	message: ['retry', 'sendAndWait', 'sendAttachment', 'sendTemplate', 'sendText'],
};
export const ALL_OPERATIONS = Object.values(OPERATIONS).flat();

/** The options that not every operation shows; On Lost Response goes by what an operation says of itself. */
export const OPTIONS_SHOWN: Record<string, (resource: string, operation: string) => boolean> = {
	failedDelivery: (resource) => resource === 'message',
	limitWaitTime: (_, operation) => operation === 'sendAndWait',
	messagesPerMinute: (resource) => resource === 'message',
	oneFilePerMessage: (_, operation) => operation === 'sendAttachment',
};

/** Which of the additional fields an operation offers. */
export const ADDITIONAL_FIELDS: Record<string, string[]> = {
	'contact create': ['avatarUrl', 'identifier'],
	'contact upsert': ['avatarUrl', 'customAttributes', 'identifier'],
	'message sendAttachment': ['contentAttributes', 'inReplyTo', 'private'],
	'message sendTemplate': ['category', 'namespace'],
	'message sendText': ['contentAttributes', 'inReplyTo', 'private'],
};
