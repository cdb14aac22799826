/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { crc32, inflateSync } from 'node:zlib';
import { invoice } from '../../demo/files/invoice';
import { parcelPhoto } from '../../demo/files/parcel';
import { encodePdf } from '../../demo/files/pdf';
import { encodePng } from '../../demo/files/png';

interface Chunk {
	type: string;
	data: Buffer;
	crc: number;
}

const SIGNATURE_LENGTH = 8;

function chunksOf(png: Buffer): Chunk[] {
	const chunks: Chunk[] = [];
	for (let at = SIGNATURE_LENGTH; at < png.length; ) {
		const end = at + 8 + png.readUInt32BE(at);
		const type = png.toString('latin1', at + 4, at + 8);
		chunks.push({ type, data: png.subarray(at + 8, end), crc: png.readUInt32BE(end) });
		at = end + 4;
	}
	return chunks;
}

describe('a PNG of the demo', () => {
	const png = parcelPhoto();
	const chunks = chunksOf(png);
	const [header, pixels] = chunks.map(({ data }) => data);

	it('has the signature and the chunks of a PNG', () => {
		expect(png.toString('latin1', 0, SIGNATURE_LENGTH)).toBe('\x89PNG\r\n\x1a\n');
		expect(chunks.map(({ type }) => type)).toEqual(['IHDR', 'IDAT', 'IEND']);
	});

	it('has the right checksum on each chunk', () => {
		for (const { type, data, crc } of chunks) {
			expect(crc).toBe(crc32(Buffer.concat([Buffer.from(type), data])));
		}
	});

	it('has the pixels that its header promises, in many colors', () => {
		const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
		expect([...header.subarray(8)]).toEqual([8, 2, 0, 0, 0]);
		expect(inflateSync(pixels)).toHaveLength(height * (1 + width * 3));
		expect(new Set(inflateSync(pixels)).size).toBeGreaterThan(50);
	});

	it('puts each color where the raster has it', () => {
		const red = [255, 0, 0] as const;
		const blue = [0, 0, 255] as const;
		const colorAt = (x: number, y: number) => (x < 1 && y < 1 ? red : blue);
		const [, data] = chunksOf(encodePng({ width: 2, height: 2, colorAt }));
		const lines = [...inflateSync(data.data)];
		expect(lines).toEqual([0, ...red, ...blue, 0, ...blue, ...blue]);
	});
});

describe('a PDF of the demo', () => {
	const pdf = invoice('#457').toString('latin1');
	const table = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(pdf)?.[1]);

	it('has the header of a PDF, and says where its table is', () => {
		expect(pdf.startsWith('%PDF-1.4\n')).toBe(true);
		expect(pdf.slice(table, table + 5)).toBe('xref\n');
	});

	it('lists each object at the byte where it starts', () => {
		const [count, ...entries] = pdf.slice(table).split('\n').slice(1, 9);
		expect(count).toBe('0 7');
		expect(entries[0]).toBe('0000000000 65535 f ');
		entries.slice(1, 7).forEach((entry, index) => {
			expect(entry).toMatch(/^\d{10} 00000 n $/);
			const start = Number(entry.slice(0, 10));
			expect(pdf.slice(start, start + 8)).toBe(`${index + 1} 0 obj\n`);
		});
		expect(pdf).toContain('trailer\n<< /Size 7 /Root 1 0 R >>');
	});

	it('says how long its text is', () => {
		const [, length, content] = /\/Length (\d+) >>\nstream\n([^]*)\nendstream/.exec(pdf) ?? [];
		expect(content).toHaveLength(Number(length));
		expect(content).toContain('(Invoice for order #457) Tj');
	});

	it('escapes what would end a text', () => {
		const text = encodePdf([{ text: 'a (b) \\c', x: 0, y: 0 }]).toString('latin1');
		expect(text).toContain('(a \\(b\\) \\\\c) Tj');
	});
});
