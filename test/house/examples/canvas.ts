import type { INode } from 'n8n-workflow';

export const NOTE_TYPE = 'n8n-nodes-base.stickyNote';

interface Box {
	name: string;
	left: number;
	top: number;
	right: number;
	bottom: number;
}

/** The side of a node on n8n's canvas, how wide one with a model below it is, and the height of the name below it. */
const NODE = 96;
const WITH_MODEL = 256;
const NAME = 64;

/** @returns the place that a node takes up on n8n's canvas, its name included */
export function boxOf({ name, type, position: [left, top], parameters }: INode): Box {
	if (type === NOTE_TYPE) {
		const { width, height } = parameters as { width: number; height: number };
		return { name, left, top, right: left + width, bottom: top + height };
	}
	const width = /\.(agent|chainLlm)$/.test(type) ? WITH_MODEL : NODE;
	return { name, left, top, right: left + width, bottom: top + NODE + NAME };
}

export const overlap = (a: Box, b: Box) =>
	a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
