import type { Channel } from '../types';

export interface Inbox {
	id: number;
	name: string;
	channel: Channel;
}

const channelTypes: Record<Channel, string> = {
	whatsapp: 'Channel::Whatsapp',
	web_widget: 'Channel::WebWidget',
	api: 'Channel::Api',
};

/** The channel as replies name it. */
export const channelType = (channel: Channel): string => channelTypes[channel];

const names: Record<Channel, string> = { whatsapp: 'WhatsApp', web_widget: 'Website', api: 'API' };

/** The inboxes that a desk starts with. */
export const knownInboxes = (): Map<number, Inbox> =>
	new Map([
		[79, { id: 79, name: 'WhatsApp', channel: 'whatsapp' }],
		[80, { id: 80, name: 'Website', channel: 'web_widget' }],
		[523, { id: 523, name: 'API', channel: 'api' }],
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
	const channel = wanted.channel ?? 'api';
	const added = { id, name: names[channel], channel };
	inboxes.set(id, added);
	return added;
}
