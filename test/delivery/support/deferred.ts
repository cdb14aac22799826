/* eslint-disable @n8n/community-nodes/no-restricted-globals */

/** A promise whose end the test decides on. */
export interface Deferred<T> {
	promise: Promise<T>;
	resolve(value: T): void;
	reject(reason: Error): void;
}

export function deferred<T = void>(): Deferred<T> {
	let resolve: Deferred<T>['resolve'] = () => {};
	let reject: Deferred<T>['reject'] = () => {};
	const promise = new Promise<T>((onValue, onReason) => {
		resolve = onValue;
		reject = onReason;
	});
	return { promise, resolve, reject };
}

/** Lets everything happen that needs no time. */
export const settled = async () => await new Promise<void>((resolve) => setImmediate(resolve));

/** Lets the event loop turn until something has happened. */
export async function until(happened: () => boolean): Promise<void> {
	while (!happened()) await settled();
}
