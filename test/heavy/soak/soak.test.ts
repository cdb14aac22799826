/* eslint-disable @n8n/community-nodes/no-restricted-globals */
import fc from 'fast-check';
import { conversations, useLiveDesk } from '../../support/useLiveDesk';
import { carryOut } from './carryOut';
import { expectRulesKept } from './invariants';
import { MOST_CONVERSATIONS, plan, type Plan } from './plan';

/** How long to go on, in seconds; a number of runs unless told. */
const seconds = Number(process.env.SOAK_SECONDS ?? 0);
const RUNS = 100;
/** A failure names its seed; with it, the same plans come again. */
const seed = Number(process.env.SOAK_SEED ?? Date.now() % 2 ** 31);

const desk = useLiveDesk({ conversations: conversations(MOST_CONVERSATIONS) });

let count = 0;

/** Told apart from all plans before: of a cancelled one, a file may still be on its way when the next begins. */
function named({ runs, retryFaults }: Plan): Plan {
	count++;
	return { runs: runs.map((run) => ({ ...run, name: `${run.name}${count}-` })), retryFaults };
}

async function keepsRules(given: Plan): Promise<void> {
	const each = named(given);
	const results = await carryOut(each, desk);
	expectRulesKept(each, results, desk.sandbox);
}

test(
	`delivery keeps its rules in runs of every kind (seed ${seed})`,
	async () => {
		let last = Promise.resolve();
		const property = fc.asyncProperty(plan, async (each) => {
			last = keepsRules(each);
			await last;
		});
		await fc.assert(property, {
			seed,
			...(seconds > 0
				? { numRuns: 10_000_000, interruptAfterTimeLimit: seconds * 1_000 }
				: { numRuns: RUNS }),
		});
		// When the time is over, a run is still under way.
		await last;
	},
	(seconds + 300) * 1_000,
);
