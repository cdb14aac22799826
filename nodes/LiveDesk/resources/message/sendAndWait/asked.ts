import type { INode } from 'n8n-workflow';
import { isObject } from '../../values';
import { isReview, messageOf } from './fields';

/** What JavaScript makes of an object that stands within a text. */
const OBJECT_IN_TEXT = '[object Object]';

/** What a node's own function and its webhook have in common. */
interface Context {
	getNode(): INode;
	evaluateExpression(expression: string, itemIndex?: number): unknown;
}

/**
 * The text that n8n 2.41 gives its Human review of an AI agent ends in `{{ $tool.parameters }}`, an object: nobody could
 * see what is to be approved.
 *
 * @param value the Message as n8n gives it
 * @returns what the agents are asked; what the model fills in stands one to a line
 * @throws UserError for a message without text
 */
export function askedIn(context: Context, value: unknown): string {
	if (!isReview(context.getNode())) return messageOf(value);
	if (isObject(value)) return messageOf(listed(value));
	const message = messageOf(value);
	if (!message.includes(OBJECT_IN_TEXT)) return message;
	const parameters = context.evaluateExpression('{{ $tool.parameters }}', 0);
	return isObject(parameters) ? message.split(OBJECT_IN_TEXT).join(listed(parameters)) : message;
}

const listed = (parameters: Record<string, unknown>): string =>
	Object.entries(parameters)
		.map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
		.join('\n') || '{}';
