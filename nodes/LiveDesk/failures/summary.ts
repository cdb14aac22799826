import type { Place, Summary } from '../delivery/core/summary';
import { listText, placesText, placesWithIdsText } from './places';
import type { Noun } from './words';

type Group = keyof Summary;

/** As a person needs them, most important first; within an item whose messages ended differently, in another order. */
const ORDER: Group[] = ['sent', 'mayHaveArrived', 'notDelivered', 'refused', 'notSent'];
const ORDER_WITHIN_ITEM: Group[] = ['sent', 'notSent', 'mayHaveArrived', 'notDelivered', 'refused'];

const MOST_CHARACTERS = 1_000;
const MOST_MIXED_ITEMS = 3;

/**
 * @param noun what the run is about
 * @returns where the messages of a run ended up, e.g. "Sent: items 0–2. May have arrived: item 4. Refused: item 3. Not
 * sent: items 5–9."; short however many there are, and empty for a single message
 */
export function summaryText(summary: Summary, noun: Noun): string {
	if (ORDER.reduce((count, group) => count + summary[group].length, 0) < 2) return '';
	const { whole, mixed } = byItem(summary);
	const labels = labelsFor(noun);
	const isNothingSent = summary.sent.length === 0;
	const groups = ORDER.map((group) => {
		if (whole[group].length > 0) return `${labels[group]}: ${listed(group, whole[group], 'item')}.`;
		return group === 'sent' && isNothingSent ? `${labels.sent}: none.` : '';
	}).filter((text) => text !== '');

	for (let shown = Math.min(MOST_MIXED_ITEMS, mixed.length); ; shown--) {
		const items = mixed.slice(0, shown).map(([item, parts]) => mixedText(item, parts, labels));
		const left = mixed.slice(shown).map(([item]) => item);
		const rest = left.length === 0 ? [] : [`Only in part: ${listText(left, 'item')}.`];
		const text = [...groups, ...items, ...rest].join(' ');
		if (text.length <= MOST_CHARACTERS || shown === 0) return text;
	}
}

function labelsFor(noun: Noun): Record<Group, string> {
	const isMessage = noun === 'message';
	return {
		sent: isMessage ? 'Sent' : 'Done',
		mayHaveArrived: isMessage ? 'May have arrived' : 'May have been done',
		notDelivered: 'LiveDesk has it, but the channel did not deliver it',
		refused: 'Refused',
		notSent: isMessage ? 'Not sent' : 'Not done',
	};
}

/** Tells items that ended as a whole from those whose messages ended differently. */
function byItem(summary: Summary): {
	whole: Summary;
	mixed: Array<[item: number, parts: Summary]>;
} {
	const items = new Map<number, Summary>();
	for (const group of ORDER) {
		for (const place of summary[group]) {
			const parts = items.get(place.item) ?? nothing();
			parts[group].push(place);
			items.set(place.item, parts);
		}
	}
	const whole = nothing();
	const mixed: Array<[number, Summary]> = [];
	for (const [item, parts] of [...items].sort(([a], [b]) => a - b)) {
		const group = onlyGroup(parts);
		if (group) whole[group].push(...parts[group]);
		else mixed.push([item, parts]);
	}
	return { whole, mixed };
}

/** @returns the group in which all messages of an item ended, if there is one */
function onlyGroup(parts: Summary): Group | undefined {
	const [group, ...others] = ORDER.filter((each) => parts[each].length > 0);
	const [{ parts: count = 1 }] = parts[group];
	return others.length === 0 && parts[group].length >= count ? group : undefined;
}

/** e.g. "Sent of item 1: file 1. Not sent: file 3. Refused: file 2." */
function mixedText(item: number, parts: Summary, labels: Record<Group, string>): string {
	return ORDER_WITHIN_ITEM.filter((group) => parts[group].length > 0)
		.map((group, index) => {
			const files = listed(group, parts[group], 'file');
			if (index > 0) return `${labels[group]}: ${files}.`;
			return group === 'notDelivered'
				? `${labels[group]}: ${files} of item ${item}.`
				: `${labels[group]} of item ${item}: ${files}.`;
		})
		.join(' ');
}

/** With LiveDesk's IDs where the messages are to be retried. */
const listed = (group: Group, places: Place[], unit: 'item' | 'file') =>
	group === 'notDelivered' ? placesWithIdsText(places, unit) : placesText(places, unit);

const nothing = () =>
	Object.fromEntries(ORDER.map((group): [Group, Place[]] => [group, []])) as Record<Group, Place[]>;
