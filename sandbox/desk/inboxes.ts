import type { Channel } from '../types';

export interface Inbox {
	id: number;
	name: string;
	channel: Channel;
}

const channels: Record<Channel, { type: string; name: string }> = {
	whatsapp: { type: 'Channel::Whatsapp', name: 'WhatsApp' },
	web_widget: { type: 'Channel::WebWidget', name: 'Website' },
	api: { type: 'Channel::Api', name: 'API' },
};

/** The channel as replies name it. */
export const channelType = (channel: Channel): string => channels[channel].type;

const inboxOf = (id: number, channel: Channel): Inbox => ({
	id,
	name: channels[channel].name,
	channel,
});

/** The inboxes that a desk starts with. */
export const knownInboxes = (): Map<number, Inbox> =>
	new Map([
		[79, inboxOf(79, 'whatsapp')],
		[80, inboxOf(80, 'web_widget')],
		[523, inboxOf(523, 'api')],
	]);

/** The inbox a seed means; one that the desk did not know is added to it. */
export function inboxFor(
	inboxes: Map<number, Inbox>,
	wanted: { inboxId?: number; channel?: Channel },
): Inbox {
	const ofChannel = [...inboxes.values()].find(({ channel }) => channel === wanted.channel);
	const id = wanted.inboxId ?? ofChannel?.id ?? 79;
	const known = inboxes.get(id);
	if (known) return known;
	const added = inboxOf(id, wanted.channel ?? 'api');
	inboxes.set(id, added);
	return added;
}
