import { defaultConversations } from '../sandbox';

/** Who writes with whom, and through which channel: the sandbox's own people. */
export const conversations = defaultConversations;

/** The conversations of the demo, by the customer's name. */
export const [SOMCHAI, ALICE] = [conversations[0].id, conversations[1].id];
