import type { Choice } from './fields';
import { STYLE } from './pageStyle';

/** One button of the page. */
interface PageButton extends Choice {
	/** Where it posts to, e.g. `?approved=true&signature=…`. */
	action: string;
}

/** @returns the page behind a link of the note: what is asked, and one button per choice. Opening it decides nothing. */
export function decisionPage(message: string, buttons: PageButton[]): string {
	return document(
		'Your decision',
		`<h1>Your decision</h1>
<p class="asked" dir="auto">${escaped(message)}</p>
<div class="choices">${buttons.map(form).join('')}</div>
<p class="hint">The workflow waits until a button is clicked.</p>`,
	);
}

/** @returns the page that a click on a button leads to */
export function decidedPage(message: string, choice: Choice): string {
	return document(
		'Decided',
		`<h1><span class="${styleOf(choice)} mark">${escaped(choice.label)}</span></h1>
<p class="asked" dir="auto">${escaped(message)}</p>
<p class="hint">Your decision has reached the workflow. You can close this page.</p>`,
	);
}

/** @returns a page that only says something */
export function sayingPage(title: string, text: string): string {
	return document(
		title,
		`<h1>${escaped(title)}</h1>
<p class="hint">${escaped(text)}</p>`,
	);
}

const form = (button: PageButton) =>
	`<form method="post" action="${escaped(button.action)}"><button class="${styleOf(button)}">${escaped(button.label)}</button></form>`;

const styleOf = ({ isApproval }: Choice) => (isApproval ? 'yes' : 'no');

function document(title: string, body: string): string {
	return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${escaped(title)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<style>${STYLE}</style>
</head>
<body><main>
${body}
</main></body>
</html>
`;
}

/**
 * @param text from anywhere: a customer or a model may have written it
 * @returns HTML that shows just this text, between tags as well as in a quoted attribute. Every character that is not
 * plain becomes a number, so that no list of dangerous ones can be incomplete.
 */
export function escaped(text: string): string {
	return text.replace(/[^A-Za-z0-9 \n]/gu, (character) => {
		const code = character.codePointAt(0) ?? 0;
		return isAllowed(code) ? `&#${code};` : '\uFFFD';
	});
}

/** HTML has no reference to control characters, halves of a pair, and what Unicode gives to nobody. */
function isAllowed(code: number): boolean {
	if (code === 0x9 || code === 0xa || code === 0xd) return true;
	if (code < 0x20 || (code >= 0x7f && code < 0xa0)) return false;
	if (code >= 0xd800 && code <= 0xdfff) return false;
	return !(code >= 0xfdd0 && code <= 0xfdef) && (code & 0xfffe) !== 0xfffe;
}
