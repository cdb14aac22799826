import { createLanes } from '../../../../nodes/LiveDesk/delivery/core/lanes';
import { settled } from '../../../../harness/until';
import { deferred } from '../support/deferred';
import { heapInUse } from '../support/heap';

/** Tasks that write down when they start, and end when the test says so. */
function tasks() {
	const started: string[] = [];
	const ends = new Map<string, ReturnType<typeof deferred<string>>>();
	const task = (name: string) => async () => {
		started.push(name);
		const end = deferred<string>();
		ends.set(name, end);
		return await end.promise;
	};
	return {
		started,
		task,
		async finish(name: string) {
			ends.get(name)?.resolve(name);
			await settled();
		},
		fail: (name: string) => ends.get(name)?.reject(new Error(name)),
	};
}

describe('a lane', () => {
	test('starts a task only after the one before it has ended', async () => {
		const { started, task, finish } = tasks();
		const lanes = createLanes();
		const all = ['a', 'b', 'c'].map(async (name) => await lanes.inOrder('lane', task(name)));
		await settled();
		expect(started).toEqual(['a']);
		await finish('a');
		expect(started).toEqual(['a', 'b']);
		await finish('b');
		await finish('c');
		expect(await Promise.all(all)).toEqual(['a', 'b', 'c']);
	});

	test('goes on after a task that failed, and tells only its caller', async () => {
		const { started, task, finish, fail } = tasks();
		const lanes = createLanes();
		const first = lanes.inOrder('lane', task('a'));
		const second = lanes.inOrder('lane', task('b'));
		await settled();
		fail('a');
		await expect(first).rejects.toThrow('a');
		await settled();
		expect(started).toEqual(['a', 'b']);
		await finish('b');
		expect(await second).toBe('b');
	});

	test('takes up again where it had run empty', async () => {
		const lanes = createLanes();
		expect(await lanes.inOrder('lane', async () => 1)).toBe(1);
		await settled();
		const { started, task, finish } = tasks();
		const all = ['a', 'b'].map(async (name) => await lanes.inOrder('lane', task(name)));
		await settled();
		expect(started).toEqual(['a']);
		await finish('a');
		await finish('b');
		expect(await Promise.all(all)).toEqual(['a', 'b']);
	});
});

describe('a task', () => {
	test('waits for nobody in another lane', async () => {
		const { started, task, finish } = tasks();
		const lanes = createLanes();
		void lanes.inOrder('one', task('a'));
		void lanes.inOrder('two', task('b'));
		void lanes.inOrder('two', task('c'));
		await settled();
		expect(started).toEqual(['a', 'b']);
		await finish('b');
		expect(started).toEqual(['a', 'b', 'c']);
	});

	test.each(['__proto__', 'constructor', ''])(
		'goes into a lane called %j as into any other',
		async (lane) => {
			const { started, task } = tasks();
			const lanes = createLanes();
			void lanes.inOrder(lane, task('a'));
			void lanes.inOrder(lane, task('b'));
			await settled();
			expect(started).toEqual(['a']);
		},
	);
});

test('a lane that has run empty takes no memory, whether its tasks went well or not', async () => {
	const lanes = createLanes();
	// So long a name that a lane left behind would be seen: 20,000 of them are 20 MB.
	const name = (lane: number) => Buffer.alloc(1_000, `${lane} `).toString();
	const before = heapInUse();
	for (let lane = 0; lane < 20_000; lane++) {
		const isGood = lane % 2 === 0;
		const task = async () => await (isGood ? Promise.resolve() : Promise.reject(new Error('x')));
		await lanes.inOrder(name(lane), task).catch(() => {});
	}
	await settled();
	expect(heapInUse() - before).toBeLessThan(5_000_000);
	// As long as a task is under way, its lane is there.
	expect(await lanes.inOrder('lane', async () => 1)).toBe(1);
});

test('a lane keeps its order for who comes in when one task has left and another is under way', async () => {
	const { started, task, finish } = tasks();
	const lanes = createLanes();
	void lanes.inOrder('lane', task('a'));
	void lanes.inOrder('lane', task('b'));
	await settled();
	await finish('a');
	void lanes.inOrder('lane', task('c'));
	await settled();
	expect(started).toEqual(['a', 'b']);
	await finish('b');
	expect(started).toEqual(['a', 'b', 'c']);
});
