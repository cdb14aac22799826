import type { Ending } from '../../../../nodes/LiveDesk/delivery/core/ending';
import { settled } from '../../../../harness/until';
import { delivered, refused } from '../support/outcomes';
import { passOf, summaryOf } from '../support/passes';

const notSent: Ending = { kind: 'notSent' };

describe('with all items taken in', () => {
	test('a pass lets all go on in order, once the loop is over', async () => {
		const { enter, goingOn, endLoop } = passOf();
		enter(0, 1, 2);
		await settled();
		expect(goingOn).toEqual([]);
		await endLoop();
		expect(goingOn).toEqual([0, 1, 2]);
	});

	test('a pass lets one batch after the other go on, where the user has batches', async () => {
		const { pass, enter, goingOn, endLoop } = passOf({ expected: 3, batchSize: 2 });
		enter(0, 1);
		await endLoop();
		expect(goingOn).toEqual([0, 1]);
		enter(2);
		await settled();
		expect(goingOn).toEqual([0, 1]);
		await endLoop();
		expect(goingOn).toEqual([0, 1, 2]);
		expect(pass.isOpen()).toBe(true);
	});
});

describe('with On Error = Stop', () => {
	test('nothing starts after a failure', () => {
		const { pass, enter } = passOf();
		enter(0, 1, 2);
		pass.note({ item: 0 }, delivered, false);
		expect(pass.isOpen()).toBe(true);
		pass.note({ item: 1 }, refused, true);
		expect(pass.isOpen()).toBe(false);
		expect(pass.isCancelled()).toBe(false);
	});

	test.each([
		['the last of all', 3, [0, 1]],
		['the last of a batch', 2, [0]],
	])('the run is left alone when the loop broke off before %s', async (_, batchSize, indexes) => {
		const { pass, enter, endLoop, goingOn, closed } = passOf({ batchSize });
		enter(...indexes);
		expect(await closed()).toBe('still open');
		await endLoop();
		expect(pass.isOpen()).toBe(false);
		expect(pass.isHeld()).toBe(false);
		// Nobody awaits them, and they end all the same.
		expect(goingOn).toEqual(indexes);
		expect(await closed()).toBeUndefined();
	});
});

describe('with On Error = Continue', () => {
	test('the others start whatever happens to one', async () => {
		const { pass, enter, endLoop } = passOf({ stopOnFailure: false });
		pass.note({ item: 0 }, { kind: 'invalid', message: 'x' }, true);
		enter(0, 1, 2);
		await endLoop();
		pass.note({ item: 1 }, refused, true);
		expect(pass.isOpen()).toBe(true);
	});

	test('a gap is an item whose expression failed, and the others go on', async () => {
		const { pass, enter, goingOn, endLoop } = passOf({ stopOnFailure: false });
		enter(0, 2);
		await endLoop();
		expect(goingOn).toEqual([0, 2]);
		expect(pass.isOpen()).toBe(true);
	});

	test('nothing is held, however late the next batch is', async () => {
		const it = passOf({ expected: 2, batchSize: 1, stopOnFailure: false });
		it.enter(0);
		await it.endLoop();
		await it.endPause();
		expect(it.pass.isHeld()).toBe(false);
		it.enter(1);
		expect(it.pass.amidBatch()).toBeUndefined();
	});
});

test.each([true, false])('nothing starts once it is cancelled: Stop %s', (stopOnFailure) => {
	const { pass, state } = passOf({ stopOnFailure });
	expect([pass.isOpen(), pass.isCancelled()]).toEqual([true, false]);
	state.isCancelled = true;
	expect([pass.isOpen(), pass.isCancelled()]).toEqual([false, true]);
});

test('an item that comes again is known for the begin of the next pass', () => {
	const { pass, enter } = passOf();
	expect(pass.hasPassed(0)).toBe(false);
	enter(0, 1);
	expect([0, 1, 2].map(pass.hasPassed)).toEqual([true, true, false]);
});

describe('the summary', () => {
	test('is told when the loop is over and every item has its end', async () => {
		const { pass, enter, ended, endLoop, closed } = passOf();
		enter(0, 1, 2);
		ended(2, notSent);
		const file = (part: number) => ({ item: 0, part, parts: 3 });
		pass.note(file(3), delivered, false);
		pass.note(file(1), delivered, false);
		pass.note(file(2), notSent, false);
		pass.settle();
		await endLoop();
		expect(await closed()).toBe('still open');
		pass.note({ item: 1 }, refused, true);
		expect(await closed()).toBe('still open');
		pass.settle();
		expect(await closed()).toEqual(
			summaryOf({
				sent: [file(1), file(3)],
				refused: [{ item: 1 }],
				notSent: [file(2), { item: 2 }],
			}),
		);
	});

	test('waits for the loop to end, where every item so far has its end', async () => {
		const { pass, enter, endLoop, closed } = passOf({ expected: 1 });
		enter(0);
		pass.settle();
		expect(await closed()).toBe('still open');
		await endLoop();
		expect(await closed()).toEqual(summaryOf({}));
	});

	test('waits for the batches to come', async () => {
		const { enter, ended, endLoop, closed } = passOf({ expected: 2, batchSize: 1 });
		enter(0);
		await endLoop();
		ended(0, refused, true);
		expect(await closed()).toBe('still open');
		enter(1);
		await endLoop();
		ended(1, notSent);
		expect(await closed()).toEqual(summaryOf({ refused: [{ item: 0 }], notSent: [{ item: 1 }] }));
	});

	test('is told to everyone who asks, before the end and after', async () => {
		const { pass, enter, ended, endLoop } = passOf({ expected: 1 });
		enter(0);
		const early = [pass.closed(), pass.closed()];
		ended(0, delivered);
		await endLoop();
		const summary = summaryOf({ sent: [{ item: 0 }] });
		expect(await Promise.all([...early, pass.closed()])).toEqual([summary, summary, summary]);
	});
});
