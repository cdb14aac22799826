import type { Tally } from '../failures/tally';

export interface RoundSettings {
	/** How many items n8n will go through. */
	expected: number;
	/** How many of them n8n goes through without a pause; `expected` where the user does not batch. */
	batchSize: number;
	/** On Error = Stop Workflow. */
	stopOnFailure: boolean;
	isCancelled(): boolean;
	/** Resolves after all that is synchronous now is over. */
	soon(): Promise<void>;
	/** Resolves when n8n must have gone on to the next batch. */
	betweenBatches(): Promise<void>;
}

/** One pass of n8n over the items of a run; Retry On Fail makes several. */
export interface Round {
	/**
	 * Takes an item in, synchronously within n8n's loop.
	 *
	 * @param isBad whether its input was refused
	 * @returns resolves when n8n's loop has gone through the batch and all of it is checked
	 */
	admit(index: number, isBad: boolean): Promise<void>;
	/** @returns whether n8n has already passed this item in this round, so that its coming again starts a new one */
	hasPassed(index: number): boolean;
	/** @returns whether a request may still go out */
	mayGo(): boolean;
	/** Notes where an item ended up; with On Error = Stop, a failed one keeps all others from starting. */
	settle(index: number, mark: keyof Tally): void;
	/** @returns whether the round ended, or will end, with a failure */
	hasFailed(): boolean;
	/**
	 * @returns resolves when every item has its end: to the tally, or to undefined when n8n has given up on the run
	 * and awaits nobody any more
	 */
	closed(): Promise<Tally | undefined>;
}

export function createRound(settings: RoundSettings): Round {
	const { expected, batchSize, stopOnFailure, isCancelled, soon, betweenBatches } = settings;
	const tally: Tally = { sent: [], failed: [], notSent: [] };
	const listeners: Array<(tally: Tally | undefined) => void> = [];
	let batch: Promise<void> | undefined;
	let called = 0;
	let settled = 0;
	let lastIndex = -1;
	let isLoopOver = false;
	let isStopped = false;
	let isAbandoned = false;

	function endBatch() {
		batch = undefined;
		const due = Math.min(expected, (Math.floor(lastIndex / batchSize) + 1) * batchSize);
		isLoopOver = called >= expected;
		// With On Error = Stop, a gap means that an expression failed: n8n's loop has thrown and left us alone.
		if (stopOnFailure && called < due) abandon();
		else if (stopOnFailure && !isLoopOver) void abandonUnlessMoreCome(called);
		tellWhenClosed();
	}

	/** An expression that fails on the first item of a batch shows only in that the batch never comes. */
	async function abandonUnlessMoreCome(calledBefore: number) {
		await betweenBatches();
		if (called === calledBefore) abandon();
	}

	function abandon() {
		isAbandoned = isStopped = true;
		tellWhenClosed();
	}

	function tellWhenClosed() {
		if (!isAbandoned && !(isLoopOver && settled === called)) return;
		for (const tell of listeners.splice(0)) tell(isAbandoned ? undefined : tally);
	}

	return {
		admit(index, isBad) {
			called++;
			lastIndex = index;
			if (isBad && stopOnFailure) isStopped = true;
			return (batch ??= soon().then(endBatch));
		},
		hasPassed: (index) => index <= lastIndex,
		mayGo: () => !isStopped && !isCancelled(),
		settle(index, mark) {
			tally[mark].push(index);
			settled++;
			if (mark === 'failed' && stopOnFailure) isStopped = true;
			tellWhenClosed();
		},
		// Items that n8n never came to are a failure too: an expression of one threw between two batches.
		hasFailed: () => isAbandoned || tally.failed.length > 0 || called < expected,
		closed: async () =>
			await new Promise((tell) => {
				listeners.push(tell);
				tellWhenClosed();
			}),
	};
}
