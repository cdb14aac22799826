import type { IExecuteFunctions, INodeExecutionData, INodeType } from 'n8n-workflow';

/** The type of the node that outputs the items of its parameter `items`. */
export const SOURCE_TYPE = 'test.source';

export const source: INodeType = {
	description: {
		displayName: 'Source',
		name: 'source',
		group: ['input'],
		version: 1,
		description: 'Outputs the items of its parameter',
		defaults: { name: 'Source' },
		inputs: [],
		outputs: ['main'],
		properties: [{ displayName: 'Items', name: 'items', type: 'json', default: '[]' }],
	},
	async execute(this: IExecuteFunctions) {
		const items = this.getNode().parameters.items as unknown as INodeExecutionData[];
		return [items];
	},
};
