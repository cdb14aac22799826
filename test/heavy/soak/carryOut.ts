import { sleep, type IDataObject, type INodeExecutionData } from 'n8n-workflow';
import { useNewCredential, type LiveDesk, type Result } from '../../../harness/livedesk';
import { settled, until } from '../../../harness/until';
import { batches, breaking } from '../../promises/support/texts';
import { troubleOf } from './faults';
import { keyOf, partsOf, type Plan, type PlannedRun } from './plan';

/** The text of an item's message, or the caption of its first file. */
const textOf = (run: string, index: number) => `${run}${index}`;

function script({ sandbox }: LiveDesk, { runs, retryFaults }: Plan) {
	for (const { name, items } of runs) {
		items.forEach(({ faults, latencyMs }, index) => {
			const content = textOf(name, index);
			for (const fault of faults) sandbox.script({ ...troubleOf[fault], content, latencyMs });
			sandbox.script({ content, latencyMs, times: Infinity });
		});
	}
	for (const { conversation, fault } of retryFaults) {
		sandbox.script({ ...troubleOf[fault], kind: 'retry', conversation });
	}
}

/** Runs a plan against a sandbox as new, until all is over. */
export async function carryOut(plan: Plan, desk: LiveDesk): Promise<Result[]> {
	desk.sandbox.reset();
	// A wait that LiveDesk asked for would hold for the plans to come.
	useNewCredential();
	script(desk, plan);
	const results = await Promise.all(plan.runs.map(async (run) => await execute(run, desk)));
	// n8n gives up on what is under way when a later batch breaks, and breaks it off when it is cancelled.
	const isGivenUp = ({ batch, items, cancelAt }: PlannedRun) =>
		cancelAt !== undefined || (batch && items.some(({ bad }) => bad === 'broken'));
	if (plan.runs.some(isGivenUp)) await quiet(desk);
	return results;
}

async function execute(run: PlannedRun, { start, sandbox }: LiveDesk): Promise<Result> {
	const { cancelAt } = run;
	const execution = start({
		parameters: parametersOf(run),
		items: run.items.map((_, index) => itemOf(run, index)),
		node: {
			onError: run.onError,
			retryOnFail: run.tries > 1,
			maxTries: run.tries,
			waitBetweenTries: 1,
		},
	});
	if (cancelAt === undefined) return await execution.done;
	let isOver = false;
	const done = execution.done.finally(() => void (isOver = true));
	while (!isOver && sandbox.journal.starts().length < cancelAt) await settled();
	execution.cancel();
	return await done;
}

function parametersOf(run: PlannedRun): IDataObject {
	const { parallelConversations, lostAnswer, failedDelivery, rateLimitWait } = run;
	const options = { parallelConversations, lostAnswer, failedDelivery, rateLimitWait };
	const more = run.batch ? batches(run.batch.batchSize, run.batch.batchInterval) : {};
	if (!run.sendsFiles) return breaking(options, more);
	const { content: caption, ...rest } = breaking({ ...options, oneFilePerMessage: true }, more);
	return {
		...rest,
		operation: 'sendAttachment',
		caption,
		binaryPropertyName: '={{ $json.files }}',
	};
}

function itemOf(run: PlannedRun, index: number): INodeExecutionData {
	const item = run.items[index];
	const isEmpty = item.bad === 'empty';
	const broken = item.bad === 'broken';
	const text = textOf(run.name, index);
	if (!run.sendsFiles) {
		return { json: { to: item.conversation, text: isEmpty ? '' : text, broken } };
	}
	const names = Array.from({ length: partsOf(run, item) }, (_, at) =>
		keyOf(run.name, index, at + 1),
	);
	const files = isEmpty ? 'none' : names.join(',');
	const fileOf = (fileName: string) => ({ data: 'YWJj', mimeType: 'text/plain', fileName });
	return {
		json: { to: item.conversation, text, broken, files },
		binary: Object.fromEntries(names.map((name) => [name, fileOf(name)])),
	};
}

/** Longer than the node waits for n8n's next batch; from then on it starts nothing more. */
const BATCH_OVERDUE_MS = 50;

/** Waits until nothing is under way, and nothing will start. */
async function quiet({ sandbox }: LiveDesk) {
	await sleep(BATCH_OVERDUE_MS);
	await until(() => sandbox.journal.starts().length === sandbox.journal.ends().length);
}
