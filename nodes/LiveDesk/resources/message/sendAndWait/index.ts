import type { IExecuteFunctions, INodePropertyOptions } from 'n8n-workflow';
import type { Operation } from '../../../delivery/operation';
import { toConversation } from '../../conversationId';
import { refuse } from '../../refuse';
import { MESSAGES_URL } from '../urls';
import { askedIn } from './asked';
import { choicesOf, fields, isReview, isTool } from './fields';
import { linkTo } from './link';
import { noteText } from './note';
import { waitTill } from './waitLimit';

export { webhook } from './webhook';
export { limitWaitTime } from './waitLimit';
export { webhooks } from './webhooks';

const option: INodePropertyOptions = {
	name: 'Send and Wait for Approval',
	value: 'sendAndWait',
	action: 'Send a message and wait for approval',
	description: 'Ask the agents in a private note, and wait until one of them approves or declines',
	routing: { request: { method: 'POST', url: MESSAGES_URL } },
};

/**
 * For the menu. n8n comes this way only where it cannot pause: where an AI agent or an MCP client calls the node as its
 * tool.
 */
export const inMenu: Operation & { fields: typeof fields } = {
	option,
	fields,
	prepare: refuseTool,
};

function refuseTool(): never {
	refuse(
		"'Send and Wait for Approval' cannot be a tool",
		"n8n cannot pause within a tool. To have people approve what an AI agent does, put n8n's Human review for LiveDesk (n8n 2) between the agent and its tool, or use this operation as a step of the workflow.",
	);
}

/**
 * The operation itself: the note goes the way of every message, then the execution pauses.
 *
 * @param context of the whole node, which can pause
 */
export function operationFor(context: IExecuteFunctions): Operation {
	let till: Date;
	return {
		option,
		prepare(read) {
			// From version 3 on, agents have n8n run their tools like steps of the workflow.
			if (isTool(context.getNode())) refuseTool();
			refuseSeveral(context.getInputData().length);
			requireSignatures(context);
			const message = askedIn(context, read('message', ''));
			const choices = choicesOf(read('approvalOptions', {}), isReview(this.getNode()));
			till = waitTill(read('options', {}), this.getTimezone(), new Date());
			const turn = turnOf(context);
			const links = choices.map((choice) => ({ ...choice, link: linkTo(this, choice, turn) }));
			return {
				...toConversation(read),
				body: { content: noteText(message, links), private: true },
			};
		},
		async afterwards() {
			context.getContext('node').turn = turnOf(context);
			if (!context.getExecutionCancelSignal()?.aborted) await context.putExecutionToWait(till);
			// What goes on where no one decides in time: n8n's own nodes give their input then.
			return this.getInputData();
		},
	};
}

/** A pause stops the whole run: n8n cannot wait for one item and go on with another. */
function refuseSeveral(count: number): void {
	if (count < 2) return;
	refuse(
		"'Send and Wait for Approval' takes one item at a time",
		`It was given ${count} items, and nothing was sent. Put a Loop Over Items node with 'Batch Size' 1 before this node, or switch on 'Execute Once' in its Settings.`,
	);
}

/** n8n 1 refuses an altered link only where a node asks for it; n8n 2 always does, and has no such function any more. */
function requireSignatures(context: IExecuteFunctions): void {
	const { setSignatureValidationRequired } = context as { setSignatureValidationRequired?(): void };
	setSignatureValidationRequired?.call(context);
}

/** How often the node has run in this execution: in a loop, an old note must not decide what a new one asks. */
const turnOf = (context: IExecuteFunctions) =>
	String(context.evaluateExpression('{{ $runIndex }}', 0));
