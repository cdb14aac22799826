import type { Place } from '../delivery/core/summary';
import { quote } from './quote';

/** How many ranges, or items with their IDs, are listed before the rest is counted. */
const MOST_RANGES = 5;
const MOST_IDS = 2;
/** Longer than a UUID. */
const LONGEST_ID = 40;

type Id = string | number;

/** What is counted: items from 0, the files of one item from 1. */
type Unit = 'item' | 'file';

/** @returns e.g. "items 0–2, 4" */
export function placesText(places: Place[], unit: Unit): string {
	return listText([...idsByNumber(places, unit).keys()], unit);
}

/** @returns e.g. "items 2 (message 555), 4 (message 557)" */
export function placesWithIdsText(places: Place[], unit: Unit): string {
	const ids = [...idsByNumber(places, unit)];
	const shown = ids.slice(0, MOST_RANGES).map(([number, known]) => `${number}${idsText(known)}`);
	return `${units(unit, ids.length)} ${shown.join(', ')}${more(ids.length - shown.length)}`;
}

/** LiveDesk's IDs of the messages of each item or file, in ascending order. */
function idsByNumber(places: Place[], unit: Unit): Map<number, Id[]> {
	const ids = new Map<number, Id[]>();
	for (const { item, part = 1, messageId } of places) {
		const number = unit === 'item' ? item : part;
		const known = ids.get(number) ?? [];
		if (messageId !== undefined) known.push(messageId);
		ids.set(number, known);
	}
	return new Map([...ids].sort(([a], [b]) => a - b));
}

/** @param numbers in ascending order, each once */
export function listText(numbers: number[], unit: Unit): string {
	const ranges: Array<{ from: number; to: number }> = [];
	let left = numbers.length;
	for (const number of numbers) {
		const last = ranges.at(-1);
		if (last && last.to === number - 1) last.to = number;
		else if (ranges.length === MOST_RANGES) break;
		else ranges.push({ from: number, to: number });
		left--;
	}
	const text = ranges.map(({ from, to }) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
	return `${units(unit, numbers.length)} ${text}${more(left)}`;
}

const units = (unit: string, count: number) => (count === 1 ? unit : `${unit}s`);

const more = (count: number) => (count === 0 ? '' : ` and ${count.toLocaleString('en-US')} more`);

function idsText(ids: Id[]): string {
	if (ids.length === 0) return '';
	const shown = ids.slice(0, MOST_IDS).map((id) => quote(String(id), (text) => text, LONGEST_ID));
	const text = `${units('message', ids.length)} ${shown.join(', ')}${more(ids.length - shown.length)}`;
	return ` (${text})`;
}
