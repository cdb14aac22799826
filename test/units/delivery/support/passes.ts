import type { Ending } from '../../../../nodes/LiveDesk/delivery/core/ending';
import { createPass, type PassSettings } from '../../../../nodes/LiveDesk/delivery/core/pass';
import { emptySummary, type Summary } from '../../../../nodes/LiveDesk/delivery/core/summary';
import { settled } from '../../../../harness/until';
import { deferred, type Deferred } from './deferred';

export const summaryOf = (groups: Partial<Summary>): Summary => ({ ...emptySummary(), ...groups });

/** A pass, and n8n's loop over its items, which ends when the test says so. */
export function passOf(settings: Partial<PassSettings> = {}) {
	const loops: Array<Deferred<void>> = [];
	const pauses: Array<Deferred<void>> = [];
	const untilEnd = async (waits: Array<Deferred<void>>) => {
		const wait = deferred();
		waits.push(wait);
		await wait.promise;
	};
	const state = { isCancelled: false };
	const expected = settings.expected ?? 3;
	const pass = createPass({
		expected,
		batchSize: expected,
		stopOnFailure: true,
		isCancelled: () => state.isCancelled,
		soon: async () => await untilEnd(loops),
		betweenBatches: async () => await untilEnd(pauses),
		...settings,
	});
	/** The items that may go on, in order. */
	const goingOn: number[] = [];
	return {
		pass,
		state,
		goingOn,
		enter(...indexes: number[]) {
			for (const index of indexes) void pass.enter(index).then(() => goingOn.push(index));
		},
		/** The only message of an item has ended. */
		ended(item: number, ending: Ending, isFailure = false) {
			pass.note({ item }, ending, isFailure);
			pass.settle();
		},
		async endLoop() {
			loops.shift()?.resolve();
			await settled();
		},
		/** The time is over by which n8n goes on to the next batch. */
		async endPause() {
			pauses.shift()?.resolve();
			await settled();
		},
		closed: async () => await Promise.race([pass.closed(), settled().then(() => 'still open')]),
	};
}
