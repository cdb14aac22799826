const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Each up to about twice the next, so that "90 seconds" is not rounded to 2 minutes. */
const UNITS = [
	{ name: 'second', ms: SECOND, below: 91 * SECOND },
	{ name: 'minute', ms: MINUTE, below: 91 * MINUTE },
	{ name: 'hour', ms: HOUR, below: 49 * HOUR },
	{ name: 'day', ms: DAY, below: 366 * DAY },
];

/** @returns a time in plain words, rounded up, e.g. "2 minutes" */
export function durationText(ms: number): string {
	if (ms < SECOND) return 'a moment';
	const unit = UNITS.find(({ ms: size, below }) => Math.ceil(ms / size) * size < below);
	if (!unit) return 'more than a year';
	const count = Math.ceil(ms / unit.ms);
	return `${count} ${unit.name}${count === 1 ? '' : 's'}`;
}
