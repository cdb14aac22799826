import { integer, oneOf, shape, text } from './schema';

/** The body of `POST /conversations`; that exactly one of the two IDs is given is checked there. */
export const newConversation = shape({
	inbox_id: integer,
	contact_id: integer.optional(),
	source_id: text.optional(),
});

/** `pending` is what the user guide calls AI-Replying. Source: [D: user-guide/conversation-status-flow] */
export const status = oneOf('open', 'pending', 'snoozed', 'resolved', 'closed');

/** The body of `POST …/toggle_status`. Source: [D: message/update-status] */
export const statusChange = shape({ status, snoozed_until: integer.optional() }).refine(
	(change) => change.snoozed_until === undefined || change.status === 'snoozed',
	{ path: ['snoozed_until'], message: 'Only a snoozed conversation takes snoozed_until' },
);
