import { tryToParseDateTime, WAIT_INDEFINITELY, type INodeProperties } from 'n8n-workflow';
import { refuse } from '../../refuse';
import { isBlank, isObject } from '../../values';

const LABELS = { amount: 'Amount', until: 'Max Date and Time', unit: 'Unit', type: 'Limit Type' };

const UNIT_MS: Readonly<Record<string, number>> = {
	minutes: 60_000,
	hours: 3_600_000,
	days: 86_400_000,
};

/** As n8n's own nodes have it, by name and default. */
export const limitWaitTime: INodeProperties = {
	displayName: 'Limit Wait Time',
	name: 'limitWaitTime',
	type: 'fixedCollection',
	default: { values: { limitType: 'afterTimeInterval', resumeAmount: 45, resumeUnit: 'minutes' } },
	displayOptions: { show: { '/resource': ['message'], '/operation': ['sendAndWait'] } },
	description: 'When the workflow goes on without a decision',
	options: [
		{
			displayName: 'Values',
			name: 'values',
			values: [
				{
					displayName: LABELS.type,
					name: 'limitType',
					type: 'options',
					default: 'afterTimeInterval',
					options: [
						{ name: 'After Time Interval', value: 'afterTimeInterval' },
						{ name: 'At Specified Time', value: 'atSpecifiedTime' },
					],
				},
				{
					displayName: LABELS.amount,
					name: 'resumeAmount',
					type: 'number',
					default: 1,
					typeOptions: { minValue: 0, numberPrecision: 2 },
					displayOptions: { show: { limitType: ['afterTimeInterval'] } },
				},
				{
					displayName: LABELS.unit,
					name: 'resumeUnit',
					type: 'options',
					default: 'hours',
					displayOptions: { show: { limitType: ['afterTimeInterval'] } },
					options: [
						{ name: 'Days', value: 'days' },
						{ name: 'Hours', value: 'hours' },
						{ name: 'Minutes', value: 'minutes' },
					],
				},
				{
					displayName: LABELS.until,
					name: 'maxDateAndTime',
					type: 'dateTime',
					default: '',
					displayOptions: { show: { limitType: ['atSpecifiedTime'] } },
				},
			],
		},
	],
};

/**
 * @param options the Options as n8n gives them; one that the user did not add is not in it
 * @param timezone the workflow's, for a date without one
 * @returns when the workflow goes on by itself; n8n's date for never where no limit is set
 * @throws UserError for a limit that is none
 */
export function waitTill(options: unknown, timezone: string, now: Date): Date {
	const limit = isObject(options) ? options.limitWaitTime : undefined;
	const values = isObject(limit) ? limit.values : undefined;
	if (!isObject(values)) return WAIT_INDEFINITELY;
	const { limitType = 'afterTimeInterval' } = values;
	if (limitType === 'afterTimeInterval') return afterInterval(values, now);
	if (limitType === 'atSpecifiedTime') return atTime(values.maxDateAndTime, timezone, now);
	return refuse(
		`'${LABELS.type}' has a value that the node does not know`,
		`Known values of '${LABELS.type}' under 'Limit Wait Time': afterTimeInterval, atSpecifiedTime.`,
	);
}

function afterInterval(values: Record<string, unknown>, now: Date): Date {
	const { resumeAmount: amount = 1, resumeUnit: unit = 'hours' } = values;
	const number = typeof amount === 'string' && amount.trim() !== '' ? Number(amount) : amount;
	const ms = Object.hasOwn(UNIT_MS, String(unit)) ? UNIT_MS[String(unit)] : undefined;
	if (ms === undefined) {
		refuse(
			`'${LABELS.unit}' has a value that the node does not know`,
			`Known values of '${LABELS.unit}' under 'Limit Wait Time': ${Object.keys(UNIT_MS).join(', ')}.`,
		);
	}
	const till = typeof number === 'number' ? new Date(now.getTime() + number * ms) : undefined;
	if (typeof number !== 'number' || number < 0 || !till || Number.isNaN(till.getTime())) {
		refuse(
			`'${LABELS.amount}' is not a number from 0`,
			`Enter a number from 0 in '${LABELS.amount}' under 'Limit Wait Time', or check the expression there.`,
		);
	}
	return till < WAIT_INDEFINITELY ? till : WAIT_INDEFINITELY;
}

function atTime(value: unknown, timezone: string, now: Date): Date {
	const till = isBlank(value) ? undefined : dateOf(value, timezone);
	if (!till) {
		refuse(
			`'${LABELS.until}' is not a date`,
			`Choose a date and time in '${LABELS.until}' under 'Limit Wait Time', or check the expression there.`,
		);
	}
	if (till <= now) {
		refuse(
			`'${LABELS.until}' lies in the past`,
			`Choose a later date and time in '${LABELS.until}' under 'Limit Wait Time', or check the expression there.`,
		);
	}
	return till;
}

function dateOf(value: unknown, timezone: string): Date | undefined {
	try {
		return tryToParseDateTime(value, timezone).toJSDate();
	} catch {
		return undefined;
	}
}
