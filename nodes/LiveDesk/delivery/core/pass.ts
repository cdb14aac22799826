import type { Ending } from './ending';
import { emptySummary, groupOf, inOrder, type Place, type Summary } from './summary';

export interface PassSettings {
	/** How many items n8n will go through. */
	expected: number;
	/** How many of them n8n goes through without a pause; `expected` where the user does not batch. */
	batchSize: number;
	/** On Error = Stop Workflow. */
	stopOnFailure: boolean;
	isCancelled(): boolean;
	/** Resolves in the next turn of the event loop, when n8n's loop over the batch has ended. */
	soon(): Promise<void>;
	/** Resolves when n8n must have gone on to the next batch. */
	betweenBatches(): Promise<void>;
}

/** One pass of n8n over the items of a run; Retry On Fail makes several. */
export interface Pass {
	/**
	 * Takes an item in, synchronously within n8n's loop.
	 *
	 * @returns resolves when n8n's loop has gone through the batch, so that all of it is checked
	 */
	enter(index: number): Promise<void>;
	/**
	 * Notes how a message ended. To be called while its slot is still held, so that with On Error = Stop no other
	 * message starts in between.
	 *
	 * @param isFailure whether it keeps all that has not started from starting
	 */
	note(place: Place, ending: Ending, isFailure: boolean): void;
	/** All messages of one item have ended. */
	settle(): void;
	/** @returns whether a message may still start */
	isOpen(): boolean;
	isCancelled(): boolean;
	/**
	 * @returns resolves when it is known whether n8n's loop has come to the end of its batch, before which nothing may
	 * start; undefined where n8n is amid no batch
	 */
	amidBatch(): Promise<void> | undefined;
	/** @returns whether n8n may have given up on the run, so that nothing may start before it is known */
	isHeld(): boolean;
	/** @returns resolves when n8n has gone on after all, or begun again */
	released(): Promise<void>;
	/** @returns whether n8n has already passed this item, so that its coming again starts a new pass */
	hasPassed(index: number): boolean;
	/** n8n has begun again: nothing of this pass may start any more. */
	end(): void;
	/**
	 * @returns resolves when every item has its end: to the summary, or to undefined when n8n has given up on the run
	 * and awaits nobody any more
	 */
	closed(): Promise<Summary | undefined>;
}

export function createPass(settings: PassSettings): Pass {
	const { expected, batchSize, stopOnFailure, isCancelled, soon, betweenBatches } = settings;
	const summary = emptySummary();
	const listeners: Array<(summary: Summary | undefined) => void> = [];
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
		if (stopOnFailure && called < due) isAbandoned = isStopped = true;
		else if (stopOnFailure && !isLoopOver) void holdUnlessMoreCome(called);
		tellWhenClosed();
	}

	/**
	 * n8n gives no sign when an expression fails on the first item of a batch: the batch just never arrives. A timer
	 * cannot prove that, a busy process delays n8n's: so nothing is given up, but nothing starts until the batch arrives.
	 */
	async function holdUnlessMoreCome(calledBefore: number) {
		await betweenBatches();
		if (called > calledBefore || isStopped) return;
		held = new Promise((resolve) => (release = resolve));
	}

	function letGo() {
		held = undefined;
		release();
	}

	function tellWhenClosed() {
		if (!isAbandoned && !(isLoopOver && settled === called)) return;
		for (const tell of listeners.splice(0)) tell(isAbandoned ? undefined : inOrder(summary));
	}

	return {
		enter(index) {
			called++;
			lastIndex = index;
			letGo();
			return (batch ??= soon().then(endBatch));
		},
		note(place, ending, isFailure) {
			summary[groupOf(ending)].push(place);
			if (isFailure && stopOnFailure) isStopped = true;
		},
		settle() {
			settled++;
			tellWhenClosed();
		},
		isOpen: () => !isStopped && !isCancelled(),
		isCancelled,
		amidBatch: () => (stopOnFailure ? batch : undefined),
		isHeld: () => held !== undefined && !isStopped,
		released: async () => await held,
		hasPassed: (index) => index <= lastIndex,
		end() {
			isStopped = true;
			letGo();
		},
		closed: async () =>
			await new Promise((tell) => {
				listeners.push(tell);
				tellWhenClosed();
			}),
	};
}
