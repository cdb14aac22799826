/* eslint-disable @n8n/community-nodes/no-restricted-globals */
import type { INodeProperties, INodeType } from 'n8n-workflow';
import { measure, median, messagesFor } from './figures';
import { milliseconds, printTable, ratio } from './print';
import type { Sender } from './senders';
import type { Server } from './server';

export const WIDE_TYPE = 'bench.wide';

/** So many that what they cost stands out from what differs from run to run. */
const EXTRA = 80;

/** Those that a message pays for although only the operations that look for a customer or set a status show them. */
const LOOKUP = /^(contact (getAll|update)|conversation updateStatus)$/;

/** The node with further fields of an operation that is not chosen: n8n goes through them for each item all the same. */
export const wideNode = ({ description }: INodeType): INodeType => ({
	description: {
		...description,
		name: 'wide',
		properties: [
			...description.properties,
			...Array.from({ length: EXTRA }, (_, index) => hiddenField(`extra${index}`)),
		],
	},
});

const hiddenField = (name: string): INodeProperties => ({
	displayName: 'Extra',
	name,
	type: 'string',
	default: '',
	displayOptions: { show: { resource: ['contact'], operation: ['getAll'] } },
});

/** Sends texts with both nodes in turn, and prints what the fields of other operations cost a text. */
export async function panel(
	server: Server,
	properties: INodeProperties[],
	[usual, wide]: [usual: Sender, wide: Sender],
	rounds: number,
): Promise<void> {
	const messages = messagesFor(1_000, 50);
	const results: number[][] = [[], []];
	for (let round = 0; round <= rounds; round++) {
		for (const [index, sender] of [usual, wide].entries()) {
			global.gc?.();
			const { cpuMsPerMessage } = await measure(sender, messages, server, [0]);
			if (round > 0) results[index].push(cpuMsPerMessage);
		}
	}
	const [cpu, wideCpu] = results.map(median);
	const each = (wideCpu - cpu) / EXTRA;
	const lookup = properties.filter((property) => LOOKUP.test(placeOf(property))).length;
	const without = cpu - lookup * each;
	printTable(
		`What fields of other operations cost a text (medians of ${rounds} rounds, ${(each * 1_000).toFixed(1)} µs a field)`,
		['fields', 'CPU per message', 'ratio'],
		[
			[`${properties.length - lookup}: without those of lookup and status`, without],
			[`${properties.length}: this node`, cpu],
			[`${properties.length + EXTRA}`, wideCpu],
		].map(([name, value]) => [
			String(name),
			milliseconds(Number(value)),
			ratio(Number(value), without),
		]),
	);
}

const placeOf = ({ displayOptions }: INodeProperties): string => {
	const { resource = [], operation = [] } = displayOptions?.show ?? {};
	return [...resource, ...operation].join(' ');
};
