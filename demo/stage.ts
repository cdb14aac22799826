import type { ConversationSeed, Message } from '../sandbox';
import type { LiveDesk } from '../harness/livedesk';
import { conversations } from './cast';
import { messagesOf, titleOf, type Outcome, type Scene, type Told } from './scene';
import { runScene } from './workflow';

/** What ran, and what became of its items. */
export interface Played {
	title: string;
	outcomes: Outcome[];
}

/** Where the story is played, and what is remembered of it. */
export interface Stage {
	readonly desk: LiveDesk;
	/** The conversations, in the order in which they are printed. */
	readonly shown: ConversationSeed[];
	/** The messages that there shall be, those of a conversation in their order. */
	readonly told: Told[];
	readonly played: Played[];
	/** The messages that shall have been sent again. */
	readonly retried: number[];
	/** Adds a message of a customer. */
	customerWrites(conversation: number, text: string): Message;
	/** Runs the workflow of a scene; rejects when it does not go as told. */
	play(scene: Scene): Promise<void>;
}

/** Opens a stage on a desk whose conversations are empty. */
export function openStage(desk: LiveDesk): Stage {
	const { sandbox } = desk;
	const stage: Stage = {
		desk,
		shown: [...conversations],
		told: [],
		played: [],
		retried: [],
		customerWrites(conversation, text) {
			stage.told.push({ conversation, text, from: 'customer', status: 'sent' });
			return sandbox.addMessage(conversation, { message_type: 0, content: text });
		},
		async play(scene) {
			for (const { conversation, text, refusal } of scene.asks) {
				if (refusal) sandbox.script({ conversation, content: text, failed: refusal });
			}
			stage.told.push(...messagesOf(scene));
			const outcomes = await runScene(desk, scene);
			stage.played.push({ title: titleOf(scene), outcomes });
			if (scene.next?.output !== 'error') return;
			const failed = outcomes.filter(({ status }) => status === 'failed');
			stage.retried.push(...failed.map(({ messageId }) => messageId));
		},
	};
	return stage;
}
