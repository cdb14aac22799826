import { delivered, refused } from '../support/outcomes';
import { passOf, summaryOf } from '../support/passes';

describe('with On Error = Stop and batches', () => {
	/** A pass of two batches of one item, of which the first has been gone through. */
	async function afterFirstBatch() {
		const it = passOf({ expected: 2, batchSize: 1 });
		it.enter(0);
		await it.endLoop();
		return it;
	}

	test('nothing starts while the next batch is late, and nothing is given up', async () => {
		const { pass, endPause, closed } = await afterFirstBatch();
		expect(pass.isHeld()).toBe(false);
		await endPause();
		expect(pass.isHeld()).toBe(true);
		expect(pass.isOpen()).toBe(true);
		expect(await closed()).toBe('still open');
	});

	test('it goes on when the batch comes after all', async () => {
		const { pass, enter, ended, endLoop, endPause, closed } = await afterFirstBatch();
		await endPause();
		const waiting = pass.released();
		enter(1);
		await waiting;
		expect(pass.isHeld()).toBe(false);
		await endLoop();
		await endPause();
		expect(pass.isHeld()).toBe(false);
		for (const item of [0, 1]) ended(item, delivered);
		expect(await closed()).toEqual(summaryOf({ sent: [{ item: 0 }, { item: 1 }] }));
	});

	test('nothing starts while n8n is amid a batch', async () => {
		const { pass, enter, endLoop } = passOf({ expected: 4, batchSize: 2 });
		enter(0, 1);
		await endLoop();
		expect(pass.amidBatch()).toBeUndefined();
		enter(2);
		const known = pass.amidBatch();
		await endLoop();
		await known;
		expect(pass.amidBatch()).toBeUndefined();
		expect(pass.isOpen()).toBe(false);
	});

	test('nothing is held when the batch comes in time', async () => {
		const { pass, enter, endPause } = await afterFirstBatch();
		enter(1);
		await endPause();
		expect(pass.isHeld()).toBe(false);
		await pass.released();
	});

	test('each batch that is late is waited for', async () => {
		const { pass, enter, endLoop, endPause } = passOf({ expected: 3, batchSize: 1 });
		for (const item of [0, 1]) {
			enter(item);
			await endLoop();
			await endPause();
			expect(pass.isHeld()).toBe(true);
		}
		enter(2);
		await endLoop();
		expect(pass.isHeld()).toBe(false);
	});

	test('nothing is held after a failure: it is known that nothing starts', async () => {
		const { pass, endPause } = await afterFirstBatch();
		pass.note({ item: 0 }, refused, true);
		expect(pass.isHeld()).toBe(false);
		await endPause();
		expect(pass.isHeld()).toBe(false);

		const held = await afterFirstBatch();
		await held.endPause();
		held.pass.note({ item: 0 }, refused, true);
		expect(held.pass.isHeld()).toBe(false);
	});

	test('it is over when n8n begins again, for whoever is held as well', async () => {
		const { pass, endPause } = await afterFirstBatch();
		await endPause();
		const waiting = pass.released();
		pass.end();
		await waiting;
		expect(pass.isOpen()).toBe(false);
		expect(pass.isHeld()).toBe(false);
	});

	test('it is over when n8n begins again before the batch is late', async () => {
		const { pass, endPause } = await afterFirstBatch();
		pass.end();
		await endPause();
		expect(pass.isHeld()).toBe(false);
		await pass.released();
	});
});
