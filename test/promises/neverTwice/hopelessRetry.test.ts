import { byId } from '../../../harness/livedesk';
import { conversations, useLiveDesk } from '../../support/useLiveDesk';
import { retryOnFail } from '../../support/settings';
import { groups, requests } from '../support/texts';

const desk = useLiveDesk({ conversations: conversations(1) });
const tries = { ...retryOnFail, maxTries: 4 };

async function sendFailing(failed: string) {
	desk.sandbox.script({ kind: 'text', failed });
	desk.sandbox.script({ kind: 'retry', failed, times: Infinity });
	const result = await desk.send({
		parameters: { conversationId: byId(1), content: 'a' },
		node: tries,
	});
	expect(groups(result)).toEqual({ notDelivered: ['0 (3030)'] });
	expect(result.error?.context).toMatchObject({ outcome: 'failed', messageId: 3030 });
	return { retries: requests(desk.sandbox).slice(1), result };
}

describe('Retry On Fail', () => {
	test.each([
		[
			'131050',
			'User has opted out',
			/^This person has opted out .*Stop sending .*Retrying the message does not help\./,
		],
		['131047', 'Re-engagement message', /24-hour window .*Retrying the message does not help\./],
		[
			'132001',
			'Template does not exist',
			/approved template .*Retrying the message does not help before that\./,
		],
		['130497', 'Restricted country', /country .*Retrying the message does not help\./],
		['131049', 'Marketing limit', /limits the marketing .*after a day or more, not sooner\./],
		[
			'190',
			'Access token expired',
			/access token .*Retrying the message does not help before that\./,
		],
	])('does not pursue what no retry helps soon: %s', async (code, title, words) => {
		const { retries, result } = await sendFailing(`${code}: ${title}`);
		expect(retries).toEqual([]);
		const { message, description } = result.error!;
		expect(`${message.replace(' [item 0]', '')} ${description}`).toMatch(words);
		expect(description).toContain(`The channel says: ${code}: ${title}`);
	});

	test.each([
		'131016: Service unavailable',
		'131056: Pair rate limit',
		'999999: Brand new',
		'No code',
	])('pursues what may pass: %s', async (failed) => {
		const { retries } = await sendFailing(failed);
		expect(retries).toEqual(Array(3).fill('retry 1/3030'));
	});

	test.each(['../../../contacts', '3030/..', '?'])(
		'asks for no retry by an ID that would lead to another URL: %s',
		async (id) => {
			const { sandbox, send } = desk;
			sandbox.script({ kind: 'text', body: { id, status: 'failed' } });
			const parameters = { conversationId: byId(1), content: 'a' };
			const { error } = await send({ parameters, node: tries });
			expect(requests(sandbox)).toEqual(['POST 1']);
			expect(error?.context).toMatchObject({ outcome: 'failed' });
		},
	);
});
