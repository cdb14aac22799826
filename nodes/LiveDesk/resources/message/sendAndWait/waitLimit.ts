import { WAIT_INDEFINITELY, type INodeProperties } from 'n8n-workflow';
import { refuse } from '../../refuse';
import { laterSeconds } from '../../time';
import { asObject, isObject } from '../../values';
import { oneOf } from './fields';

const PLACE = 'Limit Wait Time';
const LABELS = { amount: 'Amount', until: 'Max Date and Time', unit: 'Unit', type: 'Limit Type' };

const UNIT_MS: Readonly<Record<string, number>> = {
	minutes: 60_000,
	hours: 3_600_000,
	days: 86_400_000,
};

/** As n8n's own nodes have it, by name and default. */
export const limitWaitTime: INodeProperties = {
	displayName: PLACE,
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
	const { values } = asObject(asObject(options).limitWaitTime);
	if (!isObject(values)) return WAIT_INDEFINITELY;
	const { limitType = 'afterTimeInterval' } = values;
	const type = oneOf(LABELS.type, limitType, ['afterTimeInterval', 'atSpecifiedTime'], PLACE);
	const till =
		type === 'afterTimeInterval'
			? afterInterval(values, now)
			: new Date(laterSeconds(LABELS.until, values.maxDateAndTime, timezone, now.getTime()) * 1000);
	return till < WAIT_INDEFINITELY ? till : WAIT_INDEFINITELY;
}

function afterInterval(values: Record<string, unknown>, now: Date): Date {
	const { resumeAmount: amount = 1, resumeUnit: unit = 'hours' } = values;
	const number = typeof amount === 'string' && amount.trim() !== '' ? Number(amount) : amount;
	const ms = UNIT_MS[oneOf(LABELS.unit, unit, Object.keys(UNIT_MS), PLACE)];
	const isAmount = typeof number === 'number' && number >= 0;
	const till = new Date(isAmount ? now.getTime() + number * ms : Number.NaN);
	if (Number.isNaN(till.getTime())) {
		refuse(
			`'${LABELS.amount}' is not a number from 0`,
			`Enter a number from 0 in '${LABELS.amount}' under '${PLACE}', or check the expression there.`,
		);
	}
	return till;
}
