import type { Send } from '../../../../nodes/LiveDesk/delivery/core/carryOut';
import type { JsonObject, Outcome } from '../../../../nodes/LiveDesk/delivery/core/outcome';
import { oneLane, runOfMessages, type Plan } from './items';

export const found: Outcome = { kind: 'delivered', body: { id: 5 } };
export const made: Outcome = { kind: 'delivered', body: { id: 6 } };

/** Looks for something, then makes it; what it has found it does not look for again. */
export const twoSteps: Plan['stepsOf'] = function* (send: Send, notes: JsonObject) {
	if (notes.found === undefined) {
		const outcome = yield send;
		if (outcome.kind !== 'delivered') return outcome;
		notes.found = outcome.body?.id;
	}
	return yield send;
};

export const runOfSteps = (script: Outcome[][], plan: Omit<Plan, 'script'> = {}) =>
	runOfMessages(script, { stepsOf: twoSteps, laneOf: oneLane, ...plan });
