import { newProcess, oneLane, runOfMessages, type Plan } from './items';

type Script = Parameters<typeof runOfMessages>[0];

/** Two runs in one n8n, that write to the same conversation unless told. */
export function twoRuns(
	[scriptA, planA]: [Script, Partial<Plan>?],
	[scriptB, planB]: [Script, Partial<Plan>?],
) {
	const process = newProcess();
	const common = { laneOf: oneLane, takesMs: 10 };
	const a = runOfMessages(scriptA, { name: 'a', ...common, ...planA }, process);
	const b = runOfMessages(scriptB, { name: 'b', ...common, ...planB }, process);
	return {
		...process,
		a,
		b,
		/** n8n goes through the items of both at once. */
		both: async () => await process.clock.passUntil(Promise.all([a.goThrough(), b.goThrough()])),
	};
}
