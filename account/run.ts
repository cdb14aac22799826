/* eslint-disable @n8n/community-nodes/no-restricted-globals */
import { type Account, type Telling } from './account';
import { checks, type Check } from './checks';
import { EarlyEnd, NoResponse, NotPosted } from './end';
import { checkedFacts, checkNames, factsOf, type CheckedFact, type FactId } from './facts';

export type Result = CheckedFact & { id: FactId } & Telling;

/** Whoever shows how far it is. */
export interface Progress {
	begin(check: Check, number: number, count: number): void;
	end(check: Check, results: Result[]): void;
}

/** Ends with words when a person presses Ctrl-C. */
export class Interrupted extends EarlyEnd {}

/** How long a request may still take after a Ctrl-C. */
const GRACE_MS = 5_000;

const resultOf = (account: Account, fact: CheckedFact & { id: FactId }): Result => ({
	...fact,
	...(account.told.get(fact.id) ?? { outcome: 'not told' as const, why: 'it was not reached' }),
});

/** Tells the rest of the facts of a check that has come to its end before. */
function close(account: Account, name: CheckedFact['check'], telling: Telling): void {
	for (const { id } of factsOf(name)) if (!account.told.has(id)) account.told.set(id, telling);
}

async function runCheck(account: Account, name: CheckedFact['check']): Promise<void> {
	await checks[name].run(account).catch((error: unknown) => {
		if (error instanceof NotPosted) {
			close(account, name, { outcome: 'not told', why: error.message });
		} else if (error instanceof NoResponse) {
			const why = `no response: ${error.message}`;
			close(account, name, { outcome: 'not told', why, isBroken: true });
		} else throw error;
	});
}

/** Waits for a step, but not for long once a person wants the end. */
async function unlessInterrupted(step: Promise<void>, signal: AbortSignal): Promise<void> {
	let timer: NodeJS.Timeout | undefined;
	let stop = () => {};
	const interrupted = new Promise<void>((resolve) => {
		stop = () => {
			timer = setTimeout(resolve, GRACE_MS);
		};
		signal.addEventListener('abort', stop, { once: true });
	});
	try {
		await Promise.race([step, interrupted]);
	} finally {
		signal.removeEventListener('abort', stop);
		clearTimeout(timer);
	}
	if (signal.aborted) throw new Interrupted('Stopped.');
}

/**
 * Runs all checks in their order, one request after the other.
 *
 * @returns what each fact is in this account
 * @throws EarlyEnd where the account cannot be checked, Interrupted when the signal says so
 */
export async function runChecks(
	account: Account,
	progress: Progress,
	signal: AbortSignal,
): Promise<Result[]> {
	const names = checkNames.filter((name) => name !== 'status' || account.status !== undefined);
	for (const [index, name] of names.entries()) {
		if (signal.aborted) throw new Interrupted('Stopped.');
		progress.begin(checks[name], index + 1, names.length);
		await unlessInterrupted(runCheck(account, name), signal);
		progress.end(
			checks[name],
			factsOf(name).map((fact) => resultOf(account, fact)),
		);
	}
	close(account, 'status', { outcome: 'not told', why: 'only with --status' });
	return checkedFacts.map((fact) => resultOf(account, fact));
}

/** 0: all is as the node needs it; 1: something is not; 2: it could not be told for lack of a response. */
export function exitCodeOf(results: readonly Result[]): 0 | 1 | 2 {
	if (results.some(({ outcome, needed }) => outcome === 'different' && needed)) return 1;
	return results.some((result) => result.outcome === 'not told' && result.isBroken) ? 2 : 0;
}
