import { settled } from '../support/until';
import { none, roundOf } from './support/rounds';

describe('takes in all items before it lets one go on', () => {
	test('in order, once the loop is over', async () => {
		const { admit, admitted, endLoop } = roundOf();
		admit(0, 1, 2);
		await settled();
		expect(admitted).toEqual([]);
		await endLoop();
		expect(admitted).toEqual([0, 1, 2]);
	});

	test('batch by batch, where the user has batches', async () => {
		const { round, admit, admitted, endLoop } = roundOf({ expected: 3, batchSize: 2 });
		admit(0, 1);
		await endLoop();
		expect(admitted).toEqual([0, 1]);
		admit(2);
		await settled();
		expect(admitted).toEqual([0, 1]);
		await endLoop();
		expect(admitted).toEqual([0, 1, 2]);
		expect(round.mayGo()).toBe(true);
	});
});

describe('with On Error = Stop', () => {
	test('lets nothing go out after a bad input', async () => {
		const { round, admit, admitBad, endLoop } = roundOf();
		admit(0, 1);
		expect(round.mayGo()).toBe(true);
		admitBad(2);
		await endLoop();
		expect(round.mayGo()).toBe(false);
	});

	test('lets nothing go out after a failure', () => {
		const { round, admit } = roundOf();
		admit(0, 1, 2);
		round.settle(0, 'sent');
		expect(round.mayGo()).toBe(true);
		round.fail();
		expect(round.mayGo()).toBe(false);
	});

	test.each([
		['the last of all', 3, [0, 1]],
		['the last of a batch', 2, [0]],
	])('is left alone when the loop broke off before %s', async (_, batchSize, indexes) => {
		const { round, admit, endLoop, closed } = roundOf({ batchSize });
		admit(...indexes);
		expect(await closed()).toBe('still open');
		await endLoop();
		expect(round.mayGo()).toBe(false);
		expect(round.hasFailed()).toBe(true);
		expect(await closed()).toBeUndefined();
	});
});

describe('with On Error = Stop and batches', () => {
	/** A round of two batches of one item, of which the first has been gone through. */
	async function afterFirstBatch() {
		const it = roundOf({ expected: 2, batchSize: 1 });
		it.admit(0);
		await it.endLoop();
		return it;
	}

	test('lets nothing start when the next batch does not come in time, and gives nothing up', async () => {
		const { round, endPause, cleared, closed } = await afterFirstBatch();
		expect(await cleared()).toBe('cleared');
		await endPause();
		expect(await cleared()).toBe('held');
		expect(round.mayGo()).toBe(true);
		expect(round.hasFailed()).toBe(true);
		expect(await closed()).toBe('still open');
	});

	test('goes on when it comes after all', async () => {
		const { round, admit, endLoop, endPause, cleared, closed } = await afterFirstBatch();
		await endPause();
		const waiting = round.cleared();
		admit(1);
		await waiting;
		expect(await cleared()).toBe('cleared');
		await endLoop();
		await endPause();
		expect(await cleared()).toBe('cleared');
		round.settle(0, 'sent');
		round.settle(1, 'sent');
		expect(round.hasFailed()).toBe(false);
		expect(await closed()).toEqual({ ...none, sent: [0, 1] });
	});

	test('is over when n8n begins again', async () => {
		const { round, endPause } = await afterFirstBatch();
		await endPause();
		const waiting = round.cleared();
		round.end();
		await waiting;
		expect(round.mayGo()).toBe(false);
	});
});

describe('with On Error = Continue', () => {
	test('lets the good ones go out whatever happens to the others', async () => {
		const { round, admit, admitBad, endLoop } = roundOf({ stopOnFailure: false });
		admitBad(0);
		admit(1, 2);
		await endLoop();
		round.fail();
		round.settle(0, 'failed');
		expect(round.mayGo()).toBe(true);
		expect(round.hasFailed()).toBe(true);
	});

	test('takes a gap for an item whose expression failed, and goes on', async () => {
		const { round, admit, admitted, endLoop } = roundOf({ stopOnFailure: false });
		admit(0, 2);
		await endLoop();
		expect(admitted).toEqual([0, 2]);
		expect(round.mayGo()).toBe(true);
	});
});

test.each([true, false])('lets nothing go out once it is cancelled: Stop %s', (stopOnFailure) => {
	const { round, state } = roundOf({ stopOnFailure });
	expect(round.mayGo()).toBe(true);
	state.isCancelled = true;
	expect(round.mayGo()).toBe(false);
});

test('knows an item that comes again for the begin of the next round', () => {
	const { round, admit } = roundOf();
	expect(round.hasPassed(0)).toBe(false);
	admit(0, 1);
	expect([0, 1, 2].map(round.hasPassed)).toEqual([true, true, false]);
});

describe('the tally', () => {
	test('is told when the loop is over and every item has its end', async () => {
		const { round, admit, endLoop, closed } = roundOf();
		admit(0, 1, 2);
		round.settle(2, 'notSent');
		round.settle(0, 'sent');
		await endLoop();
		expect(await closed()).toBe('still open');
		round.settle(1, 'failed');
		expect(await closed()).toEqual({ ...none, sent: [0], failed: [1], notSent: [2] });
	});

	test('waits for the batches to come', async () => {
		const { round, admit, endLoop, closed } = roundOf({ expected: 2, batchSize: 1 });
		admit(0);
		await endLoop();
		round.settle(0, 'failed');
		expect(await closed()).toBe('still open');
		admit(1);
		await endLoop();
		round.settle(1, 'notSent');
		expect(await closed()).toEqual({ ...none, failed: [0], notSent: [1] });
	});

	test('is told to everyone who asks, before the end and after', async () => {
		const { round, admit, endLoop } = roundOf({ expected: 1 });
		admit(0);
		const early = [round.closed(), round.closed()];
		round.settle(0, 'sent');
		await endLoop();
		const tally = { ...none, sent: [0] };
		expect(await Promise.all([...early, round.closed()])).toEqual([tally, tally, tally]);
	});
});
