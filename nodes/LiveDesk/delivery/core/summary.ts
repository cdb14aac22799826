import { messageIdOf, type Ending } from './ending';

/** A message of a run, by where it comes from. */
export interface Place {
	/** The item's index, as n8n counts: from 0. */
	item: number;
	/** Which of the item's messages, from 1; absent where the item has only one. */
	part?: number;
	/** How many messages the item has, where it has more than one. */
	parts?: number;
	/** The ID under which LiveDesk has it. */
	messageId?: string | number;
}

/** Where the messages of a run ended up: a group for each thing that a person must do differently. */
export interface Summary {
	/** Nothing is left to do. */
	sent: Place[];
	/** To be looked up before it is sent again. */
	mayHaveArrived: Place[];
	/** LiveDesk has it, the channel did not deliver it: to be retried, not sent again. */
	notDelivered: Place[];
	/** To be corrected. */
	refused: Place[];
	/** To be sent. */
	notSent: Place[];
}

/** @returns the group that an ending belongs to */
export function groupOf(ending: Ending): keyof Summary {
	switch (ending.kind) {
		case 'delivered':
			return 'sent';
		case 'failed':
			return 'notDelivered';
		case 'unknown':
			return 'mayHaveArrived';
		case 'refused':
		case 'invalid':
			return 'refused';
		case 'throttled':
			// Where LiveDesk has the message, it was only the retry that was throttled.
			return messageIdOf(ending) === undefined ? 'notSent' : 'notDelivered';
		case 'notSent':
			return 'notSent';
	}
}

export const emptySummary = (): Summary => ({
	sent: [],
	mayHaveArrived: [],
	notDelivered: [],
	refused: [],
	notSent: [],
});

/** @returns the same, each group in the order of the items */
export function inOrder(summary: Summary): Summary {
	for (const places of Object.values(summary) as Place[][]) {
		places.sort((a, b) => a.item - b.item || (a.part ?? 0) - (b.part ?? 0));
	}
	return summary;
}
