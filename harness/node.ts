import type { IDataObject, INode, INodeParameters } from 'n8n-workflow';

/** A node of any type, as a workflow saves it. */
export const node = (
	name: string,
	type: string,
	parameters: IDataObject = {},
	settings: Partial<INode> = {},
): INode => ({
	id: name.toLowerCase().replaceAll(' ', '-'),
	name,
	type,
	typeVersion: 1,
	position: [0, 0],
	parameters: parameters as INodeParameters,
	...settings,
});
