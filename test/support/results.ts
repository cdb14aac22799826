import type { INodeExecutionData } from 'n8n-workflow';
import type { Sandbox } from '../../sandbox';

/** Which input item each output item belongs to. */
export const pairs = (items: INodeExecutionData[]) => items.map(({ pairedItem }) => pairedItem);

export const pairedWith = (...indexes: number[]) => indexes.map((item) => ({ item }));

/** How requests ended, in the order in which they did. */
export const statuses = ({ journal }: Sandbox) => journal.ends().map(({ status }) => status);
