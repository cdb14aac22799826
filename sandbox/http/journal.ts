import type { Kind } from '../trouble/rule';
import type { Query } from './query';

export interface JournalPart {
	name: string;
	/** text parts */
	value?: string;
	/** file parts */
	fileName?: string;
	contentType?: string;
	size?: number;
	sha256?: string;
}

export interface JournalEntry {
	seq: number;
	/** number of the request, the same on its START and its END */
	request: number;
	phase: 'START' | 'END';
	/** milliseconds, performance.now() */
	at: number;
	method: string;
	/** as it arrived, with its query */
	path: string;
	/** START only: the decoded query */
	query?: Query;
	authorized: boolean;
	conversation?: string;
	messageId?: string;
	contact?: string;
	kind?: Kind;
	/** START only; the authorization is masked */
	headers?: Record<string, string | string[] | undefined>;
	contentType?: string;
	/** START only, once read: the parsed JSON, and its text as it arrived */
	body?: unknown;
	rawBody?: string;
	parts?: JournalPart[];
	/** END only; 'aborted' when the client hung up */
	status?: number | 'dropped' | 'aborted';
}

type Head = Omit<JournalEntry, 'seq' | 'request' | 'phase' | 'at' | 'status'>;

const startOnly = ['query', 'headers', 'contentType', 'body', 'rawBody', 'parts'] as const;

const messageKinds: ReadonlySet<Kind | undefined> = new Set(['text', 'attachment', 'template']);

/** The `content` of a message request, JSON or form, once it is read. */
export function contentOf(entry: JournalEntry): unknown {
	if (entry.parts) return entry.parts.find((part) => part.name === 'content')?.value;
	return (entry.body as { content?: unknown } | null | undefined)?.content;
}

/** What every request to the API was, in order: one START and one END each. */
export class Journal {
	readonly entries: JournalEntry[] = [];
	/** requests without an END; one forgotten by clear() gets none */
	private readonly open = new Set<JournalEntry>();
	private requests = 0;

	/** Writes the START of a request whose head has arrived; its body is put on it later. */
	start(head: Head): JournalEntry {
		const entry: JournalEntry = {
			seq: this.entries.length + 1,
			request: ++this.requests,
			phase: 'START',
			at: performance.now(),
			...head,
		};
		this.entries.push(entry);
		this.open.add(entry);
		return entry;
	}

	/** Writes the END of a request; only the first call for a START counts. */
	end(start: JournalEntry, status: JournalEntry['status']): void {
		if (!this.open.delete(start)) return;
		const [seq, at] = [this.entries.length + 1, performance.now()];
		const entry: JournalEntry = { ...start, seq, phase: 'END', at, status };
		for (const field of startOnly) delete entry[field];
		this.entries.push(entry);
	}

	starts(): JournalEntry[] {
		return this.entries.filter((entry) => entry.phase === 'START');
	}

	ends(): JournalEntry[] {
		return this.entries.filter((entry) => entry.phase === 'END');
	}

	/** Contents of the message requests in arrival order, of all or of one conversation. */
	texts(conversation?: string | number): string[] {
		return this.starts()
			.filter((entry) => messageKinds.has(entry.kind))
			.filter((entry) => conversation === undefined || entry.conversation === String(conversation))
			.map(contentOf)
			.filter((content) => typeof content === 'string');
	}

	/** The largest number of requests that were under way at once. */
	inFlightPeak(): number {
		let inFlight = 0;
		let peak = 0;
		for (const { phase } of this.entries) {
			inFlight += phase === 'START' ? 1 : -1;
			peak = Math.max(peak, inFlight);
		}
		return peak;
	}

	clear(): void {
		this.entries.length = 0;
		this.open.clear();
		this.requests = 0;
	}
}
