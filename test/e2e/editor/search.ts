import type { Locator } from 'playwright-core';
import { expectSeen } from '../support/expectSeen';
import { NodeCreator } from '../../../harness/browser/nodeCreator';
import type { Person } from '../support/useEditor';
import { OPERATIONS } from './operations';

/** What a person may look for; the last is the name itself. */
const WORDS = ['engagelab', 'live chat', 'chatwoot', 'customer support', 'whatsapp', 'livedesk'];

/** Whether the browser has got a picture, and can draw it. */
const isDrawn = async (picture: Locator) =>
	await picture.evaluate(
		(image: { complete: boolean; naturalWidth: number }) =>
			image.complete && image.naturalWidth > 0,
	);

/** n8n's panel of nodes. */
export function isFound(person: Person): void {
	test(
		'the node is found by its name and by what it is for, with its icon and its actions',
		person(async ({ n8n, page }) => {
			const creator = await NodeCreator.open(page, n8n.url);
			for (const words of WORDS) {
				const found = await creator.search(words);
				await expectSeen(async () => await isDrawn(found.locator('img').first()), true);
			}
			await (await creator.search('livedesk')).click();
			await creator.root.getByText(`Actions (${OPERATIONS.length})`).waitFor();
			await expectSeen(
				async () => await creator.actions(),
				OPERATIONS.map(({ action }) => action),
			);
		}),
	);
}
