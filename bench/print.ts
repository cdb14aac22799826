/* eslint-disable no-console */

/** Prints a Markdown table, columns as wide as their widest cell. */
export function printTable(title: string, head: string[], rows: string[][]): void {
	const widths = head.map((cell, column) =>
		Math.max(cell.length, ...rows.map((row) => row[column].length)),
	);
	const line = (cells: string[]) =>
		`| ${cells.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`;
	console.log(`\n${title}\n`);
	console.log(line(head));
	console.log(line(widths.map((width) => '-'.repeat(width))));
	for (const row of rows) console.log(line(row));
}

export const ratio = (value: number, base: number) => `${(value / base).toFixed(2)} ×`;
export const milliseconds = (value: number) => `${value.toFixed(value < 10 ? 2 : 0)} ms`;
export const megabytes = (bytes: number) => `${Math.round(bytes / 1e6)} MB`;
