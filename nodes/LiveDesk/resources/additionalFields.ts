import type { INodeProperties } from 'n8n-workflow';

/**
 * Says in one place which operations offer fields that the user may add.
 *
 * @returns the same fields, each offered just there
 */
export function offeredBy(operations: string[], fields: INodeProperties[]): INodeProperties[] {
	return fields.map((field) => ({
		...field,
		displayOptions: { show: { '/operation': operations } },
	}));
}

/**
 * One collection for all operations: n8n evaluates what the user has filled in for each item, and once more for each
 * other property of that name in the description, whether it shows or not.
 *
 * @param fields those of all operations, as `offeredBy` gives them
 */
export function additionalFields(fields: INodeProperties[]): INodeProperties {
	const operations = fields.flatMap((field) => field.displayOptions?.show?.['/operation'] ?? []);
	return {
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		displayOptions: {
			show: { resource: ['contact', 'message'], operation: [...new Set(operations)] },
		},
		options: [...fields].sort((a, b) => a.displayName.localeCompare(b.displayName)),
	};
}
