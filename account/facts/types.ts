/**
 * Where a fact comes from. `S`: the seed document of the API. `D`: another page of EngageLab's public documentation of
 * LiveDesk, by its path. `C`: inferred from Chatwoot, whose API LiveDesk's is derived from. `HTTP`: the protocol.
 * `undocumented`: no page says anything about it.
 */
export type Source = 'S' | 'C' | 'HTTP' | 'undocumented' | `D: ${string}`;

/** The steps of a check of an account, in their order; each tells several facts. */
export const checkNames = [
	'connection',
	'note',
	'reply',
	'file',
	'files',
	'refusals',
	'retry',
	'readBack',
	'contacts',
	'search',
	'status',
	'headers',
] as const;
export type CheckName = (typeof checkNames)[number];

interface Statement {
	readonly id: string;
	readonly statement: string;
	readonly source: Source;
	/** What the node does with it. */
	readonly use: string;
}

/** A fact that an account can tell. */
export interface CheckedFact extends Statement {
	readonly check: CheckName;
	/** What is seen where the fact holds. */
	readonly expected: string;
	/** What it means for the node where the fact does not hold. */
	readonly otherwise: string;
	/** Whether a promise of the node depends on it; otherwise the node does without. */
	readonly needed: boolean;
}

/** A fact that cannot be told without writing to a customer, or changing what belongs to somebody. */
export interface UncheckedFact extends Statement {
	readonly unchecked: string;
}

export type Fact = CheckedFact | UncheckedFact;
