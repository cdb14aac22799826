/** How wide a line may be. */
export const COLUMNS = 100;

export interface Paint {
	bold(text: string): string;
	dim(text: string): string;
	good(text: string): string;
	bad(text: string): string;
	note(text: string): string;
}

const code = (start: number, end: number) => (text: string) =>
	`\u001b[${start}m${text}\u001b[${end}m`;
const plain = (text: string) => text;

/** @param isColored whether a person looks at it in a terminal */
export const paintFor = (isColored: boolean): Paint =>
	isColored
		? {
				bold: code(1, 22),
				dim: code(2, 22),
				good: code(32, 39),
				bad: code(31, 39),
				note: code(33, 39),
			}
		: { bold: plain, dim: plain, good: plain, bad: plain, note: plain };

/** How many columns a text takes: Thai vowels and tone marks stand above and below the letters. */
export const widthOf = (text: string): number =>
	[...text].filter((character) => !/\p{Mn}/u.test(character)).length;

/** Fills a text up to a width. */
export const pad = (text: string, width: number): string =>
	text + ' '.repeat(Math.max(0, width - widthOf(text)));

// Thai has no blanks between words: only a dictionary knows where a line may break.
const words = new Intl.Segmenter('th', { granularity: 'word' });

/** Breaks a text into lines of at most the given width. */
export function wrap(text: string, width: number): string[] {
	const lines = [''];
	for (const { segment } of words.segment(text)) {
		const line = lines[lines.length - 1] + segment;
		if (widthOf(line.trimEnd()) <= width) lines[lines.length - 1] = line;
		else lines.push(segment.trimStart());
	}
	return lines.map((line) => line.trimEnd());
}
