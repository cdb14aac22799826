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
	/** @returns resolves when it is known that n8n has not given up on the run; mostly at once */
	cleared(): Promise<void>;
	/** @returns whether a request may still go out */
	mayGo(): boolean;
	/** n8n has begun again: nothing of this round may start any more. */
	end(): void;
	/** With On Error = Stop, keeps all that has not started from starting. */
	fail(): void;
	/** Notes where an item ended up. */
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
	const tally: Tally = { sent: [], partlySent: [], failed: [], notSent: [] };
	const listeners: Array<(tally: Tally | undefined) => void> = [];
	let batch: Promise<void> | undefined;
	let called = 0;
	let settled = 0;
	let lastIndex = -1;
	let isLoopOver = false;
	let isStopped = false;
	let isAbandoned = false;
	let held: Promise<void> | undefined;
	let release = () => {};

	function endBatch() {
		batch = undefined;
		const due = Math.min(expected, (Math.floor(lastIndex / batchSize) + 1) * batchSize);
		isLoopOver = called >= expected;
		// With On Error = Stop, a gap means that an expression failed: n8n's loop has thrown and left us alone.
		if (stopOnFailure && called < due) abandon();
		else if (stopOnFailure && !isLoopOver) void holdUnlessMoreCome(called);
		tellWhenClosed();
	}

	/**
	 * An expression that fails on the first item of a batch shows only in that the batch never comes. Timers do not tell
	 * for sure, a busy process delays n8n's: so nothing is given up, but nothing starts until the batch comes after all.
	 */
	async function holdUnlessMoreCome(calledBefore: number) {
		await betweenBatches();
		if (called > calledBefore || isStopped) return;
		held = new Promise((resolve) => (release = resolve));
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
			held = undefined;
			release();
			if (isBad && stopOnFailure) isStopped = true;
			return (batch ??= soon().then(endBatch));
		},
		cleared: async () => await held,
		end() {
			isStopped = true;
			release();
		},
		hasPassed: (index) => index <= lastIndex,
		mayGo: () => !isStopped && !isCancelled(),
		fail: () => void (isStopped ||= stopOnFailure),
		settle(index, mark) {
			tally[mark].push(index);
			settled++;
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
