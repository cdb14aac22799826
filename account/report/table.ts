import type { Colors } from 'picocolors/types';
import type { Account } from '../account';
import type { Check } from '../checks';
import type { Result } from '../run';
import { idOf } from '../shape';

export type Paint = Pick<Colors, 'bold' | 'dim' | 'green' | 'red' | 'yellow'>;

const STATEMENT_WIDTH = 82;

const marks = {
	'as expected': (paint: Paint) => paint.green('✓'),
	different: (paint: Paint) => paint.red('✗'),
	'not told': (paint: Paint) => paint.dim('·'),
};

const told = (result: Result, paint: Paint): string => {
	if (result.outcome === 'not told') return paint.dim(`not told: ${result.why}`);
	if (result.outcome === 'as expected') return paint.dim(result.seen);
	return result.needed ? paint.red('different') : paint.yellow('different');
};

function rowOf(result: Result, paint: Paint): string {
	const { outcome, statement } = result;
	const mark =
		outcome === 'different' && !result.needed ? paint.yellow('✗') : marks[outcome](paint);
	return `  ${mark} ${statement.padEnd(STATEMENT_WIDTH)} ${told(result, paint)}`;
}

/** What a difference is, and what it means for the node. */
function differenceOf(result: Result, paint: Paint): string[] {
	if (result.outcome !== 'different') return [];
	return [
		`      expected  ${result.expected}`,
		`      seen      ${paint.bold(result.seen)}`,
		`      so        ${result.otherwise}`,
	];
}

/** The rows of one check. */
export const section = ({ title }: Check, results: readonly Result[], paint: Paint): string =>
	[
		paint.bold(title),
		...results.flatMap((result) => [rowOf(result, paint), ...differenceOf(result, paint)]),
	].join('\n');

const plural = (count: number, one: string, many = `${one}s`) =>
	`${count} ${count === 1 ? one : many}`;

/** What is in the conversation now, for the person who has to tidy it up or to look for it. */
export function postedText({ posted, conversation }: Pick<Account, 'posted' | 'conversation'>) {
	const certain = posted.filter(({ isUncertain }) => !isUncertain);
	const uncertain = posted.filter(({ isUncertain }) => isUncertain);
	const list = certain
		.map(({ what, id }) => (idOf(id) === undefined ? what : `${what} (${idOf(id)})`))
		.join(', ');
	return [
		certain.length === 0
			? `Nothing was posted into conversation ${conversation}.`
			: `Posted into conversation ${conversation}: ${plural(certain.length, 'note')}: ${list}.`,
		...uncertain.map(({ what }) => `${what} may have been posted too: no response says.`),
	].join('\n');
}

/** What a person must look after at once. */
export const alarmOf = ({ isExposed, isStatusLeft, status, conversation }: Account): string[] => [
	...(isExposed
		? [
				`Look at conversation ${conversation}: a note did not come back as private. The customer may see it.`,
			]
		: []),
	...(isStatusLeft
		? [`Set conversation ${conversation} to ${status} by hand: its status could not be put back.`]
		: []),
];

/** How it went, in a few sentences. */
export function closing(results: readonly Result[], exitCode: number, paint: Paint): string {
	const of = (outcome: Result['outcome']) => results.filter((result) => result.outcome === outcome);
	const different = of('different');
	const harmful = different.filter(({ needed }) => needed).length;
	const counts = [
		`${of('as expected').length} as expected`,
		`${different.length} different`,
		`${of('not told').length} not told`,
	].join(', ');
	const verdicts = {
		0: paint.green(
			different.length === 0
				? 'This LiveDesk is as the node needs it.'
				: 'This LiveDesk is as the node needs it: it does without what is different.',
		),
		1: paint.red(
			`This LiveDesk is not as the node needs it: ${plural(harmful, 'difference')} that ${harmful === 1 ? 'matters' : 'matter'}.`,
		),
		2: paint.yellow('Not all could be checked: responses did not come. Run it again.'),
	};
	return `${paint.bold(counts)}\n${verdicts[exitCode as keyof typeof verdicts]}`;
}
