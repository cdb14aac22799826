import type { Page } from 'playwright-core';
import { lookAtMessage } from '../../../harness/browser/chatPage';
import type { Instance } from '../support/instance';

/** Where the tests send to, unless told. */
export const CONVERSATION = '141';

/** Looks at a message on the chat page: it shows all of the given texts. */
export async function sees(
	{ sandbox }: Instance,
	page: Page,
	text: string,
	texts: string[],
	conversation = CONVERSATION,
): Promise<void> {
	await lookAtMessage(page, sandbox, { conversation, text }, async (bubble) => {
		const shown = await bubble.innerText();
		for (const expected of texts) expect(shown).toContain(expected);
	});
}
