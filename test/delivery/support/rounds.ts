import { createRound, type RoundSettings } from '../../../nodes/LiveDesk/delivery/round';
import { deferred, type Deferred } from './deferred';
import { settled } from '../../support/until';

/** A tally without items. */
export const none = { sent: [], partlySent: [], failed: [], notSent: [] };

/** A round, and n8n's loop over its items, which ends when the test says so. */
export function roundOf(settings: Partial<RoundSettings> = {}) {
	const loops: Deferred<void>[] = [];
	const pauses: Deferred<void>[] = [];
	const untilEnd = async (waits: Deferred<void>[]) => {
		const wait = deferred();
		waits.push(wait);
		await wait.promise;
	};
	const state = { isCancelled: false };
	const expected = settings.expected ?? 3;
	const round = createRound({
		expected,
		batchSize: expected,
		stopOnFailure: true,
		isCancelled: () => state.isCancelled,
		soon: async () => await untilEnd(loops),
		betweenBatches: async () => await untilEnd(pauses),
		...settings,
	});
	const admitted: number[] = [];
	return {
		round,
		state,
		/** The items that may go on, in order. */
		admitted,
		admit: (...indexes: number[]) => {
			for (const index of indexes) {
				void round.admit(index, false).then(() => admitted.push(index));
			}
		},
		admitBad: (index: number) => void round.admit(index, true).then(() => admitted.push(index)),
		async endLoop() {
			loops.shift()?.resolve();
			await settled();
		},
		/** The time is over by which n8n goes on to the next batch. */
		async endPause() {
			pauses.shift()?.resolve();
			await settled();
		},
		cleared: async () =>
			await Promise.race([round.cleared().then(() => 'cleared'), settled().then(() => 'held')]),
		closed: async () => await Promise.race([round.closed(), settled().then(() => 'still open')]),
	};
}
