/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Arrived, Plan, Sent } from './plan';

/** Carries out a plan in processes of its own, and tells what both sides saw. */
export async function launched(plan: Plan): Promise<{ sent: Sent; arrived: Arrived }> {
	const worker = new Worker(join(__dirname, 'launch.mjs'), { workerData: { plan } });
	const [result] = (await once(worker, 'message')) as [{ sent: Sent; arrived: Arrived }];
	await once(worker, 'exit');
	return result;
}

/** From 0 on. */
export const counted = (count: number) => Array.from({ length: count }, (_, index) => index);
