import { pad, paintFor, widthOf, wrap } from '../../demo/print/terminal';

describe('widthOf', () => {
	it('counts no column for Thai vowels and tone marks above and below', () => {
		expect(widthOf('ที่')).toBe(1);
		expect(widthOf('สมชาย ใจดี')).toBe(9);
	});
});

describe('pad', () => {
	it('fills up to a width, and leaves alone what is wider', () => {
		expect(pad('ที่', 3)).toBe('ที่  ');
		expect(pad('abcd', 3)).toBe('abcd');
	});
});

describe('wrap', () => {
	it('breaks between words, without blanks at the ends', () => {
		expect(wrap('one two three', 7)).toEqual(['one two', 'three']);
	});

	it('breaks Thai between words as well, which have no blanks', () => {
		const lines = wrap('ขนส่งจะโทรหาก่อนถึง', 8);
		expect(lines.length).toBeGreaterThan(1);
		expect(lines.join('')).toBe('ขนส่งจะโทรหาก่อนถึง');
		for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(8);
	});

	it('keeps a short text as one line', () => {
		expect(wrap('short', 80)).toEqual(['short']);
	});
});

describe('paintFor', () => {
	it('paints only where a person looks', () => {
		expect(paintFor(false).bad('x')).toBe('x');
		expect(paintFor(true).bad('x')).toBe('\u001b[31mx\u001b[39m');
	});
});
