import type { TroubleRule } from '../../../sandbox';

/** What one process sends to the other. */
export interface Plan {
	conversations: number;
	/** Texts, in turn to all conversations. */
	texts?: number;
	/** One file for each conversation, all the same. */
	fileBytes?: number;
	trouble?: TroubleRule[];
}

/** What the sending process tells. */
export interface Sent {
	/** Of the file, if one was sent. */
	sha256?: string;
	/** By how much its resident memory grew during the run, at the most. */
	grownBytes: number;
	/** Input items of the output items, in order. */
	pairs: Array<number | undefined>;
	error?: string;
}

/** What the sandbox tells. */
export interface Arrived {
	statuses: Array<number | string | undefined>;
	/** Texts by conversation, in order. */
	texts: Record<string, string[]>;
	/** Files, in order. */
	files: Array<{ size?: number; sha256?: string }>;
	/** Files that LiveDesk has kept. */
	kept: number;
	inFlightPeak: number;
}
