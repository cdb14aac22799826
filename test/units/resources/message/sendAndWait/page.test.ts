import { createHash } from 'node:crypto';
import fc from 'fast-check';
import {
	decidedPage,
	decisionPage,
	escaped,
	sayingPage,
} from '../../../../../nodes/LiveDesk/resources/message/sendAndWait/page';
import {
	STYLE,
	STYLE_HASH,
} from '../../../../../nodes/LiveDesk/resources/message/sendAndWait/pageStyle';

/** What a browser makes of text in HTML, as far as `escaped` may write it. */
const shown = (html: string) =>
	html.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));

/** The pages with one text in every place that a person or a model can fill. */
const pagesWith = (text: string) => [
	decisionPage(text, [
		{ isApproval: true, label: text, action: `?approved=true&${text}` },
		{ isApproval: false, label: text, action: '?approved=false' },
	]),
	decidedPage(text, { isApproval: true, label: text }),
	sayingPage(text, text),
];

/** All that is markup: tags with their attributes' names. */
const tagsOf = (html: string) =>
	[...html.matchAll(/<[^>]*>/g)].map(([tag]) => tag.replace(/"[^"]*"/g, '""'));

describe('the page behind a link', () => {
	test('escapes every byte that could be markup, in text and in attributes', () => {
		for (let code = 0; code < 256; code++) {
			const character = String.fromCharCode(code);
			const html = escaped(character);
			if (/[A-Za-z0-9 \n]/.test(character)) expect(html).toBe(character);
			else expect(html).toMatch(/^(&#\d+;|\uFFFD)$/);
		}
	});

	test('shows any text as it is, and its markup is the same whatever the text', () => {
		const plain = pagesWith('text').map(tagsOf);
		fc.assert(
			fc.property(
				fc.oneof(
					fc.string({ unit: 'grapheme' }),
					fc.string({ unit: 'binary' }),
					fc.constantFrom(
						'</p><script>alert(1)</script>',
						'" onclick="alert(1)',
						"' autofocus onfocus='alert(1)",
						'&lt;b&gt; &amp;',
						'<!--',
						'</style><style>*{display:none}',
						'\u202Egnp.exe',
						'\uD800',
						'สวัสดี 👩‍👩‍👧 مرحبا',
					),
				),
				(text) => {
					expect(pagesWith(text).map(tagsOf)).toEqual(plain);
					for (const html of pagesWith(text)) expect(html).toContain(escaped(text));
					const whole = text
						.replace(/\p{Cs}/gu, '\uFFFD')
						.replace(/[\p{Cc}\p{Cn}]/gu, (character) =>
							/[\t\n\r]/.test(character) ? character : '\uFFFD',
						);
					const same = shown(escaped(text)).replace(/[\p{Cn}]/gu, '\uFFFD');
					expect(same).toBe(whole);
				},
			),
			{ numRuns: 200 },
		);
	});

	test('has no script and nothing that is fetched from elsewhere', () => {
		for (const html of pagesWith('text')) {
			expect(html).not.toMatch(/<script|<link|<img|<iframe|\bon\w+=|\bsrc=|\bhref=|@import|url\(/i);
			expect(html).toMatch(/^<!doctype html>\n<html lang="en">/);
			expect(html).toContain('width=device-width');
		}
	});

	test('has one form per choice, which posts', () => {
		const [html] = pagesWith('text');
		expect(html.match(/<form method="post" /g)).toHaveLength(2);
		expect(html.match(/<button class="yes">text</g)).toHaveLength(1);
		expect(html.match(/<button class="no">text</g)).toHaveLength(1);
	});

	test('is styled by the one style that its policy names, for light and dark', () => {
		expect(STYLE_HASH).toBe(createHash('sha256').update(STYLE).digest('base64'));
		expect(STYLE).toContain('prefers-color-scheme:dark');
		for (const html of pagesWith('text')) expect(html).toContain(`<style>${STYLE}</style>`);
	});
});
