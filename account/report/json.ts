import type { Account } from '../account';
import type { Result } from '../run';

/** What a report says besides the facts. */
export interface Circumstances {
	/** Of this package. */
	version: string;
	isDefaultBaseUrl: boolean;
	exitCode: number;
}

/** A fact as the report tells it. */
export interface ReportedFact {
	id: string;
	fact: string;
	source: string;
	needed: boolean;
	outcome: Result['outcome'];
	expected: string;
	seen?: string;
	why?: string;
	means?: string;
}

/**
 * The check as data, fit to be shown to anybody: made of the facts' own words, of types and of statuses. No content, no
 * ID, no URL and no credential can get in, since none of them is among what is told of a fact.
 */
export function reportOf(
	results: readonly Result[],
	{ shapes }: Pick<Account, 'shapes'>,
	{ version, isDefaultBaseUrl, exitCode }: Circumstances,
) {
	const count = (outcome: Result['outcome']) =>
		results.filter((result) => result.outcome === outcome).length;
	return {
		package: `n8n-nodes-livedesk ${version}`,
		baseUrl: isDefaultBaseUrl ? 'default' : 'another one',
		exitCode,
		asExpected: count('as expected'),
		different: count('different'),
		notTold: count('not told'),
		facts: results.map(
			(result): ReportedFact => ({
				id: result.id,
				fact: result.statement,
				source: result.source,
				needed: result.needed,
				outcome: result.outcome,
				expected: result.expected,
				...(result.outcome === 'not told' ? { why: result.why } : { seen: result.seen }),
				...(result.outcome === 'different' && { means: result.otherwise }),
			}),
		),
		shapes,
	};
}
