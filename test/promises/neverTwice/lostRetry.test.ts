import type { IDataObject } from 'n8n-workflow';
import type { TroubleRule } from '../../../sandbox';
import { byId, type Result } from '../../../harness/livedesk';
import { conversations, useLiveDesk } from '../../support/useLiveDesk';
import { retryOnFail } from '../../support/settings';
import { failureOf, groups, requests } from '../support/texts';

const desk = useLiveDesk({ conversations: conversations(1) });

const lost: Array<[how: string, trouble: TroubleRule]> = [
	['broke off after LiveDesk had it', { drop: 'after-body' }],
	['broke off amid the response', { drop: 'mid-reply' }],
	['ended at a gateway', { status: 502, html: true }],
	['got a web page', { status: 200, html: true }],
	['got a response without an ID', { body: {} }],
	['got a response that cannot be read', { garble: 'gzip' }],
];
const choices = lost.flatMap(([how, trouble]) =>
	['error', 'resend'].map((lostAnswer) => [how, lostAnswer, trouble] as const),
);
const tries = { ...retryOnFail, maxTries: 5 };

const retries = () => requests(desk.sandbox).filter((each) => each.startsWith('retry'));

function failureIn({ error, items }: Result): IDataObject {
	return {
		...failureOf(items[0] ?? { json: {} }),
		...(error?.context as IDataObject),
		...(error && { description: error.description }),
	};
}

describe.each(['stopWorkflow', 'continueRegularOutput'] as const)(
	'with On Error = %s',
	(onError) => {
		test.each(choices)(
			'the Retry operation asks once, where its request %s: On Lost Response = %s',
			async (_, lostAnswer, trouble) => {
				desk.sandbox.addMessage(1, { id: 77, status: 'failed' });
				desk.sandbox.script({ kind: 'retry', ...trouble });
				const result = await desk.send({
					parameters: {
						operation: 'retry',
						conversationId: byId(1),
						messageId: '77',
						options: { lostAnswer },
					},
					node: { ...tries, onError },
				});
				expect(retries()).toEqual(['retry 1/77']);
				expect(failureIn(result)).toMatchObject({ outcome: 'unknown', messageId: '77' });
				expect(failureIn(result).description).toMatch(
					/^LiveDesk may have queued the message again: look at/,
				);
				expect(failureIn(result).description).not.toContain('Send Again');
			},
		);

		test.each(choices)(
			'Retry On Fail lets LiveDesk retry once, where that request %s: On Lost Response = %s',
			async (_, lostAnswer, trouble) => {
				desk.sandbox.script({ kind: 'text', failed: '131016: Service unavailable' });
				desk.sandbox.script({ kind: 'retry', ...trouble });
				const result = await desk.send({
					parameters: { conversationId: byId(1), content: 'a', options: { lostAnswer } },
					node: { ...tries, onError },
				});
				const [{ id }] = desk.sandbox.messages(1);
				expect(requests(desk.sandbox)).toEqual(['POST 1', `retry 1/${id}`]);
				expect(failureIn(result)).toMatchObject({ outcome: 'unknown', messageId: id });
				expect(failureIn(result).description).toMatch(
					new RegExp(`^LiveDesk has the message under the ID ${id}\\. LiveDesk may have queued`),
				);
				if (result.error) expect(groups(result)).toEqual({ mayHaveArrived: [`0 (${id})`] });
			},
		);
	},
);
