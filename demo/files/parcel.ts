import { encodePng, type Color } from './png';

type Point = readonly [x: number, y: number];

/** A polygon in one color; a later one covers those before it. */
interface Shape {
	color: Color;
	corners: Point[];
}

const WIDTH = 480;
const HEIGHT = 300;
const TABLE_FROM = 178;

const CARDBOARD: Color = [201, 153, 100];
const TAPE: Color = [233, 208, 160];
const PAPER: Color = [250, 249, 245];
const INK: Color = [42, 42, 48];

const darker = (color: Color, share: number): Color => [
	color[0] * share,
	color[1] * share,
	color[2] * share,
];

const rectangle = (x: number, y: number, width: number, height: number): Point[] => [
	[x, y],
	[x + width, y],
	[x + width, y + height],
	[x, y + height],
];

const BARS = [3, 2, 5, 2, 2, 4, 2, 6, 3, 2, 4, 2];

/** The bars of the label: dark and light in turn. */
function barcode(left: number, top: number, height: number): Shape[] {
	let x = left;
	return BARS.map((width) => {
		const bar = { color: INK, corners: rectangle(x, top, width, height) };
		x += width + 2;
		return bar;
	});
}

/** "This side up". */
const arrow = (x: number, y: number): Shape => ({
	color: darker(CARDBOARD, 0.55),
	corners: [
		[x, y],
		[x + 11, y + 15],
		[x + 4, y + 15],
		[x + 4, y + 32],
		[x - 4, y + 32],
		[x - 4, y + 15],
		[x - 11, y + 15],
	],
});

/** From the back to the front. */
const box: Shape[] = [
	// top, front and right side
	{
		color: darker(CARDBOARD, 1.1),
		corners: [
			[130, 112],
			[188, 70],
			[382, 70],
			[326, 112],
		],
	},
	{ color: CARDBOARD, corners: rectangle(130, 112, 196, 136) },
	{
		color: darker(CARDBOARD, 0.72),
		corners: [
			[326, 112],
			[382, 70],
			[382, 200],
			[326, 248],
		],
	},
	// tape over the top and down the front
	{
		color: TAPE,
		corners: [
			[213, 112],
			[270, 70],
			[300, 70],
			[243, 112],
		],
	},
	{ color: darker(TAPE, 0.95), corners: rectangle(213, 112, 30, 40) },
	// label
	{ color: PAPER, corners: rectangle(146, 168, 84, 64) },
	{ color: [59, 91, 219], corners: rectangle(146, 168, 84, 9) },
	{ color: darker(PAPER, 0.72), corners: rectangle(153, 183, 50, 4) },
	{ color: darker(PAPER, 0.72), corners: rectangle(153, 191, 38, 4) },
	...barcode(153, 202, 23),
	arrow(276, 194),
	arrow(302, 194),
	{ color: darker(CARDBOARD, 0.55), corners: rectangle(263, 231, 52, 4) },
];

function contains({ corners }: Shape, x: number, y: number): boolean {
	let inside = false;
	corners.forEach(([toX, toY], index) => {
		const [fromX, fromY] = corners.at(index - 1)!;
		if (fromY > y !== toY > y && x < ((fromX - toX) * (y - toY)) / (fromY - toY) + toX) {
			inside = !inside;
		}
	});
	return inside;
}

function background(x: number, y: number): Color {
	if (y < TABLE_FROM) return [214 - y / 12, 226 - y / 14, 236 - y / 20];
	const table: Color = [158 - (y - TABLE_FROM) / 9, 118 - (y - TABLE_FROM) / 9, 86];
	const fromBox = ((x - 272) / 165) ** 2 + ((y - 240) / 26) ** 2;
	return darker(table, Math.min(1, 0.62 + 0.38 * fromBox));
}

const frontToBack = [...box].reverse();

/** A photo of a parcel on a table, as a PNG. */
export function parcelPhoto(): Buffer {
	return encodePng({
		width: WIDTH,
		height: HEIGHT,
		colorAt: (x, y) =>
			frontToBack.find((shape) => contains(shape, x, y))?.color ?? background(x, y),
	});
}
