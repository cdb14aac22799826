import type { Page } from 'playwright-core';
import type { IDataObject, INode } from 'n8n-workflow';
import { node, workflow } from '../../../harness/workflow';
import type { Instance } from '../support/instance';
import { approval, linksOf, notesIn, untilThrough, untilWaiting } from './waiting';

/** Executions that ask, in an n8n, and the page of the person who decides. */
export interface Asking {
	n8n(): Instance;
	page(): Page;
	/** Starts an execution and waits for its note. */
	ask(more?: IDataObject): Promise<{ id: string; links: Record<string, string> }>;
	/** How an execution ended, and what has reached the node behind. */
	outcome(id: string): Promise<{ status: string; json: IDataObject[] }>;
	/** The node behind. */
	behind: INode;
}

export function asking(n8n: () => Instance, page: () => Page): Asking {
	const behind = node('Behind', 'n8n-nodes-base.noOp');
	return {
		n8n,
		page,
		behind,
		async ask(more = {}) {
			const id = await n8n().begin(workflow([{ order: 456 }], [approval(more), behind]));
			await untilWaiting(n8n(), id);
			return { id, links: linksOf(notesIn(n8n())[0].content) };
		},
		async outcome(id) {
			const { status, items } = await untilThrough(n8n(), id);
			return { status, json: items('Behind').map((item) => item.json) };
		},
	};
}
