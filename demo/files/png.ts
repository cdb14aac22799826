/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { crc32, deflateSync } from 'node:zlib';

/** Red, green and blue, 0 to 255 each. */
export type Color = readonly [red: number, green: number, blue: number];

export interface Raster {
	width: number;
	height: number;
	/** The color of a point, in pixels from the upper left. */
	colorAt(x: number, y: number): Color;
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Points measured per pixel in each direction, so that slanted edges look smooth. */
const SAMPLES = 2;

/** Encodes a picture as a PNG with 8 bits per channel and no transparency. */
export function encodePng(raster: Raster): Buffer {
	const header = Buffer.alloc(13);
	header.writeUInt32BE(raster.width, 0);
	header.writeUInt32BE(raster.height, 4);
	header[8] = 8; // bits per channel
	header[9] = 2; // red, green, blue
	return Buffer.concat([
		SIGNATURE,
		chunk('IHDR', header),
		chunk('IDAT', deflateSync(pixelsOf(raster), { level: 9 })),
		chunk('IEND', Buffer.alloc(0)),
	]);
}

function chunk(type: string, data: Buffer): Buffer {
	const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
	const framed = Buffer.alloc(body.length + 8);
	framed.writeUInt32BE(data.length, 0);
	body.copy(framed, 4);
	framed.writeUInt32BE(crc32(body), body.length + 4);
	return framed;
}

function pixelsOf({ width, height, colorAt }: Raster): Buffer {
	const stride = 1 + width * 3; // each line starts with its filter: 0, none
	const pixels = Buffer.alloc(stride * height);
	for (let y = 0; y < height; y++) {
		for (let x = 0; x < width; x++) {
			pixels.set(averageColor(colorAt, x, y), y * stride + 1 + x * 3);
		}
	}
	return pixels;
}

function averageColor(colorAt: Raster['colorAt'], x: number, y: number): number[] {
	const sum = [0, 0, 0];
	for (let sample = 0; sample < SAMPLES ** 2; sample++) {
		const inX = ((sample % SAMPLES) + 0.5) / SAMPLES;
		const inY = (Math.floor(sample / SAMPLES) + 0.5) / SAMPLES;
		colorAt(x + inX, y + inY).forEach((part, channel) => (sum[channel] += part));
	}
	return sum.map((part) => Math.round(part / SAMPLES ** 2));
}
