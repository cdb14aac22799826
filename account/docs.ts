import { checkedFacts, uncheckedFacts, type Fact } from './facts';
import { checks } from './checks';

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('<', '&lt;');

const rowOf = (fact: Fact): string =>
	'check' in fact
		? [
				fact.statement,
				fact.source,
				`${fact.use}${fact.needed ? ' **Needed.**' : ''}`,
				fact.otherwise,
			]
				.map(cell)
				.join(' | ')
		: [fact.statement, fact.source, fact.use, fact.unchecked].map(cell).join(' | ');

const table = (facts: readonly Fact[], last: string): string =>
	[
		`| Fact | Source | What the node does with it | ${last} |`,
		'| --- | --- | --- | --- |',
		...facts.map((fact) => `| ${rowOf(fact)} |`),
	].join('\n');

const INTRODUCTION = `# What the node relies on

LiveDesk's API is documented in part. These are the facts that the node uses, each with its source:

- **S** – EngageLab's document on sending messages
- **D** – another page of EngageLab's public documentation of LiveDesk, \`www.engagelab.com/docs/livedesk/…\`
- **C** – inferred from Chatwoot, whose API LiveDesk's is derived from: likely, never promised
- **HTTP** – the protocol itself
- **undocumented** – no page says anything about it

Whoever has an account makes facts of them:

\`\`\`bash
npm run check:account -- --conversation 141
\`\`\`

compares those of the first part with what LiveDesk really responds, and tells each difference with what it means for the
node. A fact is **needed** where a promise of the node depends on it; the node does without the others.

This page is made of \`account/facts/\` by \`npm run facts\`.`;

/** The facts as a page for people. */
export function factsPage(): string {
	const names = Object.keys(checks) as Array<keyof typeof checks>;
	const sections = names.map((name) => {
		const facts = checkedFacts.filter(({ check }) => check === name);
		return `### ${checks[name].title}\n\n${table(facts, 'Where it does not hold')}`;
	});
	return [
		INTRODUCTION,
		'## What an account can tell',
		...sections,
		'## What only real use can tell',
		`${table(uncheckedFacts, 'Why it is not checked')}\n`,
	].join('\n\n');
}
