import type { ConversationSeed, Message } from '../sandbox';
import type { LiveDesk } from '../harness/livedesk';
import { conversations } from './conversations';
import { runWorkflow } from './run';
import { expectedOf, titleOf, type Expected, type Outcome, type Workflow } from './workflow';

/** What ran, and what became of its items. */
export interface WorkflowRun {
	title: string;
	outcomes: Outcome[];
}

/** The demo under way: its sandbox, what ran, and what must come of it. */
export interface Demo {
	readonly desk: LiveDesk;
	/** The conversations, in the order in which they are printed. */
	readonly shown: ConversationSeed[];
	/** The messages that there must be, those of a conversation in their order. */
	readonly expected: Expected[];
	readonly runs: WorkflowRun[];
	/** The IDs of the messages that LiveDesk must have retried. */
	readonly retried: number[];
	/** Adds a message of a customer. */
	customerWrites(conversation: number, text: string): Message;
	/** Rejects when the workflow stops, or an item gets lost or mixed up. */
	run(workflow: Workflow): Promise<void>;
}

/** @param desk its conversations are empty */
export function createDemo(desk: LiveDesk): Demo {
	const { sandbox } = desk;
	const demo: Demo = {
		desk,
		shown: [...conversations],
		expected: [],
		runs: [],
		retried: [],
		customerWrites(conversation, text) {
			demo.expected.push({ conversation, text, from: 'customer', status: 'sent' });
			return sandbox.addMessage(conversation, { message_type: 0, content: text });
		},
		async run(workflow) {
			for (const { conversation, text, refusal } of workflow.items) {
				if (refusal) sandbox.script({ conversation, content: text, failed: refusal });
			}
			demo.expected.push(...expectedOf(workflow));
			const outcomes = await runWorkflow(desk, workflow);
			demo.runs.push({ title: titleOf(workflow), outcomes });
			if (workflow.next?.output !== 'error') return;
			const failed = outcomes.filter(({ status }) => status === 'failed');
			demo.retried.push(...failed.map(({ messageId }) => messageId));
		},
	};
	return demo;
}
