import { sleep } from 'n8n-workflow';
import type { LiveDesk, Result } from '../support/livedesk';
import { until } from '../support/until';
import { breaking } from '../delivery/support/texts';
import { troubleOf, type Plan } from './plan';

function script({ sandbox }: LiveDesk, { items, retryFaults }: Plan) {
	items.forEach(({ faults, latencyMs }, index) => {
		const content = String(index);
		for (const fault of faults) sandbox.script({ ...troubleOf[fault], content, latencyMs });
		sandbox.script({ content, latencyMs, times: Infinity });
	});
	for (const { conversation, fault } of retryFaults) {
		sandbox.script({ ...troubleOf[fault], kind: 'retry', conversation });
	}
}

/** Runs a plan against a sandbox as new, until all is over. */
export async function carryOut(plan: Plan, desk: LiveDesk): Promise<Result> {
	const { sandbox } = desk;
	const { parallelConversations, lostAnswer, failedDelivery, rateLimitWait } = plan;
	sandbox.reset();
	script(desk, plan);
	const options = { parallelConversations, lostAnswer, failedDelivery, rateLimitWait };
	const batching = plan.batch && { batching: { batch: plan.batch } };
	const result = await desk.send({
		parameters: breaking(options, batching && { requestOptions: batching }),
		items: plan.items.map(({ conversation, bad }, index) => ({
			to: conversation,
			text: bad === 'empty' ? '' : String(index),
			broken: bad === 'broken',
		})),
		node: {
			onError: plan.onError,
			retryOnFail: plan.tries > 1,
			maxTries: plan.tries,
			waitBetweenTries: 1,
		},
	});
	// n8n throws an expression that fails in a later batch right away, whatever is under way.
	if (plan.batch && plan.items.some(({ bad }) => bad === 'broken')) await quiet(desk);
	return result;
}

/** Longer than the node waits for n8n's next batch; from then on it starts nothing more. */
const BATCH_OVERDUE_MS = 50;

/** Waits until nothing is under way, and nothing will start. */
async function quiet({ sandbox }: LiveDesk) {
	await sleep(BATCH_OVERDUE_MS);
	await until(() => sandbox.journal.starts().length === sandbox.journal.ends().length);
}
