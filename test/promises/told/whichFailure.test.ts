import { conversations, useLiveDesk } from '../../support/useLiveDesk';
import { OTHER, textsOf } from '../support/anotherRun';
import { failingFirst } from '../support/failingFirst';
import { failedItem, groups, itemsInTurn, itemsTo, perItem } from '../support/texts';

const desk = useLiveDesk({ conversations: [...conversations(8), OTHER] });

describe('the error of On Error = Stop', () => {
	test('is that of the lowest item that failed, even if another failed before', async () => {
		const parameters = perItem({ parallelConversations: 5 });
		const others = [{ content: '1', status: 404 }, { times: 3 }];
		const options = { parameters, items: itemsInTurn(8, 8) };
		const result = await failingFirst(desk, { content: '4' }, others, options);
		expect(failedItem(result)).toBe(1);
		expect(result.error).toMatchObject({
			name: 'NodeApiError',
			httpCode: '404',
			message: 'LiveDesk does not know this conversation [item 1]',
		});
		expect(groups(result)).toEqual({ sent: [0, 2, 3], refused: [1, 4], notSent: [5, 6, 7] });
	});

	test('is never one of an item that was only kept back, be its index lower', async () => {
		const options = { parameters: perItem(), items: itemsTo(1, 1, 1, 2, 2) };
		const result = await failingFirst(desk, { content: '3' }, [{ content: '0' }], options);
		expect(textsOf(desk).sort()).toEqual(['0', '3']);
		expect(failedItem(result)).toBe(3);
		expect(groups(result)).toEqual({ sent: [0], refused: [3], notSent: [1, 2, 4] });
	});

	test('tells of a single message as data alone', async () => {
		const { send, sandbox } = desk;
		sandbox.script({ status: 422, body: { error: 'Content is too long' } });
		const result = await send({ parameters: perItem(), items: itemsTo(1) });
		expect(result.error?.description).toMatch(/ LiveDesk says: Content is too long$/);
		expect(groups(result)).toEqual({ refused: [0] });
	});
});
