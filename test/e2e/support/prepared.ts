/* eslint-disable @n8n/community-nodes/no-restricted-globals */
import type { NodeMajor } from '../../../real/versions';

/** What is made once for the whole suite, and handed to the tests in the environment. */
export interface Prepared {
	/** The Node binary that runs both n8n. */
	node: string;
	/** A Node binary of each major. */
	nodes: Record<NodeMajor, string>;
	/** The tarball of the package. */
	tarball: string;
	/** Where each n8n is, by major. */
	folders: { current: string; previous: string };
}

/** @returns what `setup.ts` has made for all test files */
export function prepared(): Prepared {
	const text = process.env.LIVEDESK_E2E;
	if (text === undefined) throw new Error('Run with: npx jest --config jest.e2e.config.js');
	return JSON.parse(text) as Prepared;
}
