/** Where texts, files and templates go. Source: [S] */
export const MESSAGES_URL = '/api/v2/accounts/conversations/:conversation_id/messages';

/** Where LiveDesk sends a message again that the channel failed. Source: [S] */
export const RETRY_URL = `${MESSAGES_URL}/:message_id/retry`;
