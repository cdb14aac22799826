export interface Lanes {
	/**
	 * Runs a task after all tasks that came into the same lane before it, whether they went well or not.
	 *
	 * @param lane what must stay in order, e.g. a conversation's ID
	 * @returns what the task returns
	 * @throws what the task throws
	 */
	inOrder<T>(lane: string, task: () => Promise<T>): Promise<T>;
}

/** Order within a lane; lanes know nothing of each other. A lane that has run empty takes no memory. */
export function createLanes(): Lanes {
	const tails = new Map<string, Promise<unknown>>();
	return {
		inOrder(lane, task) {
			const before = tails.get(lane) ?? Promise.resolve();
			const mine = before.then(task);
			const tail: Promise<void> = mine.then(
				() => leave(),
				() => leave(),
			);
			const leave = () => void (tails.get(lane) === tail && tails.delete(lane));
			tails.set(lane, tail);
			return mine;
		},
	};
}
