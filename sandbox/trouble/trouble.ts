import { mediaType } from '../http/body';
import type { JournalEntry } from '../http/journal';
import type { Kind, TroubleRule } from './rule';

interface LiveRule {
	rule: TroubleRule;
	left: number;
}

type Verdict = 'yes' | 'no' | 'needs the body';

/** The kinds that a request can turn out to be, once its body is read. */
function possibleKinds({ kind, contentType }: JournalEntry): Kind[] {
	if (kind) return [kind];
	return mediaType(contentType) === 'application/json' ? ['text', 'template'] : ['other'];
}

function judgeKind(wanted: TroubleRule['kind'], possible: Kind[]): Verdict {
	if (wanted === undefined) return 'yes';
	const fitting = possible.filter((kind) => [wanted].flat().includes(kind)).length;
	if (fitting === 0) return 'no';
	return fitting === possible.length ? 'yes' : 'needs the body';
}

function judge(rule: TroubleRule, entry: JournalEntry, content?: { text: unknown }): Verdict {
	const { conversation, contact, query } = rule;
	if (conversation !== undefined && String(conversation) !== entry.conversation) return 'no';
	if (contact !== undefined && String(contact) !== entry.contact) return 'no';
	const asked = Object.entries(query ?? {});
	if (asked.some(([name, value]) => entry.query?.[name] !== value)) return 'no';
	const verdict = judgeKind(rule.kind, possibleKinds(entry));
	if (verdict !== 'yes' || rule.content === undefined) return verdict;
	if (!content) return 'needs the body';
	return content.text === rule.content ? 'yes' : 'no';
}

/** The script of what goes wrong: the first live rule that fits a request is used up by it. */
export class Trouble {
	private rules: LiveRule[] = [];

	add(rule: TroubleRule): void {
		this.rules.push({ rule, left: rule.times ?? 1 });
	}

	/**
	 * The rule that drops a request before its body, if that is certain from its head alone.
	 * Another rule that may come first makes it wait for the body.
	 */
	beforeBody(entry: JournalEntry): TroubleRule | undefined {
		for (const live of this.rules) {
			const verdict = judge(live.rule, entry);
			if (verdict === 'no') continue;
			const certain = verdict === 'yes' && live.rule.drop === 'before-body';
			return certain ? this.use(live) : undefined;
		}
		return undefined;
	}

	/** The rule for a request that was read; its kind is known. */
	match(entry: JournalEntry, content: unknown): TroubleRule | undefined {
		const live = this.rules.find(({ rule }) => judge(rule, entry, { text: content }) === 'yes');
		return live && this.use(live);
	}

	clear(): void {
		this.rules = [];
	}

	private use(live: LiveRule): TroubleRule {
		live.left -= 1;
		if (live.left <= 0) this.rules = this.rules.filter((other) => other !== live);
		return live.rule;
	}
}
