import type { Route } from '../http/call';
import { createContact, listContacts, updateContact } from './contacts';
import { createConversation, updateStatus } from './conversations';
import { messages } from './messages';
import { retry } from './retry';

/** The documented requests, under /api. */
export const routes: Route[] = [
	messages,
	retry,
	createContact,
	listContacts,
	updateContact,
	createConversation,
	updateStatus,
];
