/** Where the items of a run ended up, by index. */
export interface Tally {
	sent: number[];
	/** Some of the item's messages were sent, others not. */
	partlySent: number[];
	failed: number[];
	notSent: number[];
}

/** @returns e.g. "Sent: items 0–2, 4. Failed: item 3. Not sent: items 5–9."; empty for a run of one item */
export function tallyText({ sent, partlySent, failed, notSent }: Tally): string {
	if (sent.length + partlySent.length + failed.length + notSent.length < 2) return '';
	return [
		part('Sent', sent),
		...(partlySent.length > 0 ? [part('Partly sent', partlySent)] : []),
		part('Failed', failed),
		part('Not sent', notSent),
	].join(' ');
}

function part(label: string, indexes: number[]): string {
	if (indexes.length === 0) return `${label}: none.`;
	return `${label}: ${indexes.length === 1 ? 'item' : 'items'} ${ranges(indexes)}.`;
}

function ranges(indexes: number[]): string {
	const runs: Array<{ from: number; to: number }> = [];
	for (const index of [...indexes].sort((a, b) => a - b)) {
		const last = runs.at(-1);
		if (last && last.to === index - 1) last.to = index;
		else runs.push({ from: index, to: index });
	}
	return runs.map(({ from, to }) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
}
