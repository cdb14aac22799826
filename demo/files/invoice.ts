import { encodePdf, type Line } from './pdf';

const COLUMNS = [40, 300, 350];
const FIRST_ROW = 440;
const ROW_HEIGHT = 22;

const rows = [
	['Item', 'Qty', 'Amount'],
	['Desk lamp, oak', '1', '39.00'],
	['LED bulb, warm white', '2', '8.00'],
	['Shipping', '1', '0.00'],
	['Total', '', '47.00'],
];

const cells = (row: string[], index: number): Line[] =>
	row.map((text, column) => ({
		text,
		x: COLUMNS[column],
		y: FIRST_ROW - index * ROW_HEIGHT,
		bold: index === 0 || index === rows.length - 1,
	}));

/** The invoice for an order, as a PDF. */
export function invoice(order: string): Buffer {
	return encodePdf([
		{ text: 'Acme Corp', x: 40, y: 540, size: 11, bold: true },
		{ text: `Invoice for order ${order}`, x: 40, y: 500, size: 20, bold: true },
		...rows.flatMap(cells),
		{ text: 'Thank you (and see you soon).', x: 40, y: 300 },
	]);
}
