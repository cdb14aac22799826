import { isFile } from '../http/body';
import type { FilePart, Part, TextPart } from '../http/body';
import { integer, isObject } from './schema';
import type { JsonObject } from './schema';
import { invalid } from '../http/refusal';

export interface AttachmentForm {
	files: Array<FilePart & { contentType: string }>;
	content: string | null;
	private: boolean;
	contentAttributes: JsonObject;
}

/** `content_attributes[a][b]` → ['a', 'b']; an empty last name adds to a list. */
function railsPath(name: string): string[] | undefined {
	if (!/^content_attributes(\[[^[\]]+\])+(\[\])?$/.test(name)) return undefined;
	return [...name.matchAll(/\[([^[\]]*)\]/g)].map(([, key]) => key);
}

/** Puts a value where its Rails form name says; names that contradict each other are refused. */
function place(root: JsonObject, path: string[], value: unknown, name: string): void {
	const isList = path.at(-1) === '';
	const keys = isList ? path.slice(0, -1) : path;
	const last = keys[keys.length - 1];
	let target = root;
	for (const key of keys.slice(0, -1)) {
		if (!Object.hasOwn(target, key)) define(target, key, {});
		const next = target[key];
		if (!isObject(next)) throw invalid(`${name} contradicts another part`, name);
		target = next;
	}
	const there = Object.hasOwn(target, last) ? target[last] : undefined;
	if (isList && Array.isArray(there)) there.push(value);
	else if (there !== undefined) throw invalid(`${name} contradicts another part`, name);
	else define(target, last, isList ? [value] : value);
}

/** Assignment that also takes a name such as __proto__ for what it is. */
function define(target: JsonObject, key: string, value: unknown): void {
	Object.defineProperty(target, key, {
		value,
		enumerable: true,
		writable: true,
		configurable: true,
	});
}

function attributeValue(path: string[], value: string, name: string): unknown {
	if (path.join() !== 'in_reply_to') return value;
	if (!integer.safeParse(Number(value)).success || !/^\d+$/.test(value)) {
		throw invalid(`${name} must be an integer`, name);
	}
	return Number(value);
}

function readText(form: AttachmentForm, { name, value }: TextPart, seen: Set<string>): void {
	const path = railsPath(name);
	if (path) {
		place(form.contentAttributes, path, attributeValue(path, value, name), name);
		return;
	}
	if (seen.has(name)) throw invalid(`${name} is given twice`, name);
	seen.add(name);
	if (name === 'content') {
		if (value === '') throw invalid('content must be a non-empty string', name);
		form.content = value;
	} else if (name === 'private') {
		if (!['true', 'false'].includes(value)) throw invalid('private must be true or false', name);
		form.private = value === 'true';
	} else if (name === 'attachments[]') {
		throw invalid('attachments[] must be a file with a file name', name);
	} else throw invalid(`${name} is not a known field`, name);
}

function readFile(form: AttachmentForm, part: FilePart): void {
	const { name, fileName, contentType } = part;
	if (name !== 'attachments[]') throw invalid('Files go into attachments[]', name);
	if (fileName === '') throw invalid('A file of attachments[] has no file name', name);
	if (!contentType) throw invalid('A file of attachments[] has no Content-Type', name);
	if (!/^[\w.+-]+\/[\w.+-]+(\s*;.*)?$/.test(contentType)) {
		throw invalid(`Not a Content-Type: ${contentType}`, name);
	}
	form.files.push({ ...part, contentType });
}

/**
 * Reads the parts of a message with files.
 * Throws a Refusal (422) that names the first part against the contract.
 */
export function attachmentForm(parts: Part[]): AttachmentForm {
	const form: AttachmentForm = { files: [], content: null, private: false, contentAttributes: {} };
	const seen = new Set<string>();
	for (const part of parts) {
		if (isFile(part)) readFile(form, part);
		else readText(form, part, seen);
	}
	if (form.files.length === 0) throw invalid('attachments[] is missing', 'attachments[]');
	return form;
}
