import { startSandbox, type Sandbox } from '../../../sandbox';
import { pairedWith, pairs } from '../../support/results';
import { proceed } from '../../support/settings';
import { conversations, useLiveDesk } from '../../support/useLiveDesk';
import { failureOf, itemsTo, perItem } from '../support/texts';

const desk = useLiveDesk({ conversations: conversations(2) });
let other: Sandbox;
beforeAll(async () => void (other = await startSandbox({ conversations: conversations(2) })));
afterAll(async () => await other.close());

test.each([301, 302, 303, 307, 308])(
	'a redirect with %i is refused, and nothing arrives at the other address',
	async (status) => {
		const path = '/api/v2/accounts/conversations/1/messages';
		desk.sandbox.script({ redirect: `${other.url}${path}`, status, times: Infinity });
		const result = await desk.send({ parameters: perItem(), items: itemsTo(1, 2), node: proceed });
		expect(desk.sandbox.journal.starts()).toHaveLength(2);
		expect(other.journal.entries).toEqual([]);
		expect(pairs(result.items)).toEqual(pairedWith(0, 1));
		for (const item of result.items) {
			expect(failureOf(item)).toMatchObject({ outcome: 'refused', httpCode: String(status) });
		}
	},
);
