import type { INodeProperties } from 'n8n-workflow';

export const simplify: INodeProperties = {
	displayName: 'Simplify',
	name: 'simplify',
	type: 'boolean',
	default: true,
	// What goes on after a pause is n8n's own shape.
	displayOptions: { hide: { operation: ['sendAndWait'] } },
	description: 'Whether to return a simplified version of the response instead of the raw data',
};
