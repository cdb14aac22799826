import type { IExecuteSingleFunctions, INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import type { Prepared, Read, Resource } from '../../delivery/operation';
import { toConversation } from '../conversationId';
import { requiredText } from '../input';
import { laterSeconds } from '../time';
import { isBlank, isObject, trimmed, type JsonObject } from '../values';
import { statusOutput } from './output';

export const option: INodePropertyOptions = {
	name: 'Update Status',
	value: 'updateStatus',
	action: 'Update the status of a conversation',
	description: 'Open, resolve or snooze a conversation, or mark it as pending',
	routing: {
		request: {
			method: 'POST',
			// Source: [D: message/update-status]
			url: '/api/v2/accounts/conversations/:conversation_id/toggle_status',
		},
	},
};

const SNOOZED = 'snoozed';

const status: INodeProperties = {
	displayName: 'Status',
	name: 'status',
	type: 'options',
	default: 'resolved',
	description:
		'What the conversation is to become. Resolving it starts the satisfaction survey. An expression can give any other status of LiveDesk.',
	options: [
		{ name: 'Open', value: 'open', description: 'For agents to work on' },
		{
			name: 'Pending',
			value: 'pending',
			description: 'Not yet for agents, e.g. while an AI replies',
		},
		{ name: 'Resolved', value: 'resolved', description: 'Done, until the customer writes again' },
		{ name: 'Snoozed', value: SNOOZED, description: 'Put aside for some time' },
	],
};

const snoozedUntil: INodeProperties = {
	displayName: 'Snoozed Until',
	name: 'snoozedUntil',
	type: 'dateTime',
	default: '',
	description:
		"When the conversation opens again, in the workflow's timezone. Without it, the conversation stays snoozed until the customer writes.",
	displayOptions: { show: { status: [SNOOZED] } },
};

export const fields = [status, snoozedUntil];

/** Not to be repeated blindly: the customer may have opened the conversation again, and resolving sends a survey. */
export const subject: Resource['subject'] = { noun: 'conversation', done: 'changed' };

/** @returns whether LiveDesk says that the status is set. Source: [C] */
export function isAnswer(body: JsonObject): boolean {
	const { success, current_status: current } = isObject(body.payload) ? body.payload : body;
	return success === true || (success !== false && typeof current === 'string' && current !== '');
}

export const output: Resource['output'] = (body = {}, { path }, simplified) =>
	statusOutput(body, path, simplified);

interface StatusBody {
	status: string;
	snoozed_until?: number;
}

/**
 * @param until what the Snoozed Until field gave; it counts for a snoozed conversation alone
 * @param zone the workflow's timezone, for a time without one
 * @param now in milliseconds since 1970
 * @returns the body of the request, as the API documents it
 * @throws UserError for bad input
 */
export function buildStatus(given: unknown, until: unknown, zone: string, now: number): StatusBody {
	const wanted = trimmed(requiredText(status.displayName, given));
	if (wanted !== SNOOZED || isBlank(until)) return { status: wanted };
	return {
		status: wanted,
		snoozed_until: laterSeconds(snoozedUntil.displayName, until, zone, now),
	};
}

export function prepare(this: IExecuteSingleFunctions, read: Read): Prepared {
	const [given, until] = [read('status', 'resolved'), read('snoozedUntil', '')];
	return {
		...toConversation(read),
		body: buildStatus(given, until, this.getTimezone(), Date.now()),
	};
}
