import type { INodeProperties } from 'n8n-workflow';

/**
 * Says in one place where fields show.
 *
 * @param operations which of the resource's operations have them
 * @returns the same fields, each shown just there, besides its own conditions
 */
export function showFor(
	resource: string,
	operations: string[],
	fields: INodeProperties[],
): INodeProperties[] {
	return fields.map((field) => ({
		...field,
		displayOptions: {
			...field.displayOptions,
			show: { resource: [resource], operation: operations, ...field.displayOptions?.show },
		},
	}));
}
