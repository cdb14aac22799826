import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { LiveDesk } from '../../nodes/LiveDesk/LiveDesk.node';

export const { properties, displayName } = new LiveDesk().description;
const optionsOf = (property: INodeProperties) => (property.options ?? []) as INodePropertyOptions[];
export const named = (name: string) => properties.filter((property) => property.name === name);

const [resource] = named('resource');

/** All operations as the panel calls them, e.g. `Message: Send Text`. */
export const operations = optionsOf(resource).flatMap(({ name, value }) =>
	named('operation')
		.filter(({ displayOptions }) => displayOptions?.show?.resource?.includes(value))
		.flatMap(optionsOf)
		.map((operation) => `${name}: ${operation.name}`),
);
