import { quote } from '../../../nodes/LiveDesk/failures/quote';
import { redactor } from '../../../nodes/LiveDesk/failures/redact';

const asItIs = (text: string) => text;

describe('A quote', () => {
	test.each([
		['stands in one line', ' a\n\tb   c\u0000d ', 'a b c d'],
		['does not turn the text around it', 'a\u202Eb', 'a b'],
		['is cut to what a person reads', 'x'.repeat(400), `${'x'.repeat(300)}…`],
		['is whole where it is short', 'x'.repeat(300), 'x'.repeat(300)],
		['is in any language', 'ข้อความ ผิดพลาด', 'ข้อความ ผิดพลาด'],
		['cuts no character in half', `${'x'.repeat(299)}😀 and so on`, `${'x'.repeat(299)}…`],
		['says that a long text goes on', `a${' '.repeat(10_000)}b`, 'a…'],
		['is empty for spaces', ' '.repeat(10_000), ''],
	])('%s', (_, text, quoted) => {
		expect(quote(text, asItIs)).toBe(quoted);
	});

	test('has the length that is asked for', () => {
		expect(quote('x'.repeat(100), asItIs, 10)).toBe(`${'x'.repeat(10)}…`);
	});

	test('shows no part of a secret, wherever in a long text it stands', () => {
		const value = 'The-Secret+0123456789/abcdef';
		const redact = redactor('the-key', value);
		for (let before = 0; before < 8_000; before += 7) {
			// Spaces, since these are folded: so the end of the text worked on comes into view.
			for (const fill of [' ', 'x']) {
				const text = `${fill.repeat(before)}${encodeURIComponent(value)}${fill.repeat(9_000)}`;
				expect(quote(text, redact)).not.toContain('The-');
			}
		}
	});
});
