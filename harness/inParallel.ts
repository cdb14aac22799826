/**
 * Does something with each item in turn, with never more than `limit` at a time.
 *
 * @returns the results in the items' order
 */
export async function inParallel<T, R>(
	limit: number,
	items: readonly T[],
	task: (item: T, index: number) => Promise<R>,
): Promise<R[]> {
	const results: R[] = [];
	const queue = items.entries();
	const worker = async () => {
		for (const [index, item] of queue) results[index] = await task(item, index);
	};
	await Promise.all(Array.from({ length: limit }, worker));
	return results;
}
