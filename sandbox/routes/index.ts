import { contacts } from './contacts';
import { conversations } from './conversations';
import { messages } from './messages';
import { retry } from './retry';

/** The documented requests, under /api. */
export const routes = [messages, retry, contacts, conversations];
