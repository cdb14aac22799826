import type { Message } from '../sandbox';
import type { LiveDesk } from '../test/support/livedesk';
import { messagesOf, type Outcome, type Scene, type Told } from './scene';
import { runWorkflow } from './workflow';

/** A scene, and what became of its items. */
export interface Played {
	scene: Scene;
	outcomes: Outcome[];
}

/** Where the story is played, and what is remembered of it. */
export interface Stage {
	/** The messages that there shall be, those of a conversation in their order. */
	readonly told: Told[];
	readonly played: Played[];
	/** Adds a message of a customer. */
	customerWrites(conversation: number, text: string): Message;
	/** Runs the workflow of a scene; rejects when it does not go as told. */
	play(scene: Scene): Promise<void>;
}

/** Opens a stage on a desk whose conversations are empty. */
export function openStage(desk: LiveDesk): Stage {
	const { sandbox } = desk;
	const told: Told[] = [];
	const played: Played[] = [];
	return {
		told,
		played,
		customerWrites(conversation, text) {
			told.push({ conversation, text, from: 'customer', status: 'sent' });
			return sandbox.addMessage(conversation, { message_type: 0, content: text });
		},
		async play(scene) {
			for (const { conversation, text, refusal } of scene.asks) {
				if (refusal) sandbox.script({ conversation, content: text, failed: refusal });
			}
			told.push(...messagesOf(scene));
			played.push({ scene, outcomes: await runWorkflow(desk, scene) });
		},
	};
}
