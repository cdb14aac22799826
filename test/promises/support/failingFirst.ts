import type { LiveDesk, Result, SendOptions } from '../../../harness/livedesk';
import { until } from '../../../harness/until';
import type { TroubleRule } from '../../../sandbox';
import { held } from '../../support/held';
import { anotherRun } from './anotherRun';

/**
 * Sends messages that are all under way when the first of them to get a response is refused. The others get theirs only
 * when whatever was to follow the refusal has begun.
 *
 * @param refused the one that is refused
 * @param others what happens to the others that are under way
 */
export async function failingFirst(
	desk: LiveDesk,
	refused: TroubleRule,
	others: TroubleRule[],
	options: SendOptions,
): Promise<Result> {
	const { sandbox, send } = desk;
	const [refusal, rest] = [held(), held()];
	sandbox.script({ status: 422, ...refused, holdUntil: refusal.holdUntil });
	for (const rule of others) sandbox.script({ ...rule, holdUntil: rest.holdUntil });
	const underWay = others.reduce((count, { times = 1 }) => count + times, 1);
	const sending = send(options);
	await until(() => sandbox.journal.starts().length === underWay);
	refusal.release();
	await until(() => sandbox.journal.ends().length === 1);
	await anotherRun(desk);
	rest.release();
	return await sending;
}
