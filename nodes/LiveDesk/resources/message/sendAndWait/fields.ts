import type { INode, INodeProperties } from 'n8n-workflow';
import { requiredText } from '../../input';
import { refuse } from '../../refuse';
import { asObject } from '../../values';

const LABELS = {
	approvalType: 'Type of Approval',
	approveLabel: 'Approve Button Label',
	disapproveLabel: 'Disapprove Button Label',
};

export const message: INodeProperties = {
	displayName: 'Message',
	name: 'message',
	type: 'string',
	typeOptions: { rows: 4 },
	required: true,
	default: '',
	placeholder: 'e.g. Send this answer? Your parcel arrives on Friday.',
	description: 'What the agents are asked. Only agents see it, in a private note.',
};

/** By the names that n8n's own nodes have. */
export const approvalOptions: INodeProperties = {
	displayName: 'Approval Options',
	name: 'approvalOptions',
	type: 'fixedCollection',
	placeholder: 'Add Option',
	default: {},
	options: [
		{
			displayName: 'Values',
			name: 'values',
			values: [
				{
					displayName: LABELS.approvalType,
					name: 'approvalType',
					type: 'options',
					default: 'single',
					options: [
						{ name: 'Approve and Disapprove', value: 'double' },
						{ name: 'Approve Only', value: 'single' },
					],
				},
				{
					displayName: LABELS.approveLabel,
					name: 'approveLabel',
					type: 'string',
					default: 'Approve',
					displayOptions: { show: { approvalType: ['single', 'double'] } },
				},
				{
					displayName: LABELS.disapproveLabel,
					name: 'disapproveLabel',
					type: 'string',
					default: 'Decline',
					displayOptions: { show: { approvalType: ['double'] } },
				},
			],
		},
	],
};

export const fields = [message, approvalOptions];

/** What the node offers to decide, as a person reads it; approving always comes first. */
export interface Choice {
	isApproval: boolean;
	label: string;
}

/**
 * @param value the Approval Options as n8n gives them
 * @param isReview whether the node is n8n's Human review of an AI agent, which has no such options: a person can say no
 * @throws UserError for a label without text and an unknown type
 */
export function choicesOf(value: unknown, isReview = false): Choice[] {
	const {
		approvalType = isReview ? 'double' : 'single',
		approveLabel = 'Approve',
		disapproveLabel = 'Decline',
	} = asObject(asObject(value).values);
	const type = oneOf(LABELS.approvalType, approvalType, ['single', 'double']);
	const approve = { isApproval: true, label: inOneLine(LABELS.approveLabel, approveLabel) };
	if (type === 'single') return [approve];
	return [
		approve,
		{ isApproval: false, label: inOneLine(LABELS.disapproveLabel, disapproveLabel) },
	];
}

/**
 * @param where the collection that the field is in, where its label alone does not tell
 * @throws UserError for anything but one of the known values
 */
export function oneOf(label: string, value: unknown, known: string[], where?: string): string {
	const found = known.find((each) => each === value);
	if (found !== undefined) return found;
	refuse(
		`'${label}' has a value that the node does not know`,
		`Known values of '${label}'${where === undefined ? '' : ` under '${where}'`}: ${known.join(', ')}.`,
	);
}

const inOneLine = (label: string, value: unknown) =>
	requiredText(label, value).replace(/\s+/g, ' ').trim();

/** @throws UserError for a message without text */
export const messageOf = (value: unknown) => requiredText(message.displayName, value);

/** @returns whether the node is what n8n 2 makes of it to hold the tools of an AI agent until a person approves */
export const isReview = ({ type }: INode) => type.endsWith('HitlTool');

/** @returns whether the node is what n8n makes of it for an AI agent or an MCP client to call */
export const isTool = (node: INode) => node.type.endsWith('Tool') && !isReview(node);
