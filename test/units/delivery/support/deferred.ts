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
