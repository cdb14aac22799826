import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import type { Engine } from '../harness/engine';
import { byId, liveDeskNode, sourceNode } from '../harness/livedesk';
import type { Credentials } from './api';
import { fieldOf, isObject, isText, type JsonObject } from './shape';

const TIMEOUT_MS = 60_000;

export interface NoteFile {
	name: string;
	mimeType: string;
	content: Buffer;
}

export interface Note {
	text: string;
	files?: readonly NoteFile[];
	inReplyTo?: number;
}

/** What the node makes of a note. */
export type Answer =
	| { kind: 'message'; message: JsonObject }
	| { kind: 'error'; outcome: string; httpCode?: string; words: string };

/** The built node in n8n's engine. */
export interface Node {
	/** Posts a private note; a refusal is one of the answers. */
	note(conversation: string, note: Note): Promise<Answer>;
}

const textOf = (value: unknown) => (isText(value) ? value : '');

function parametersOf(conversation: string, { text, files = [], inReplyTo }: Note): IDataObject {
	return {
		...(files.length === 0
			? { operation: 'sendText', content: text }
			: {
					operation: 'sendAttachment',
					binaryPropertyName: files.map((_, index) => `file${index}`).join(', '),
					caption: text,
				}),
		conversationId: byId(conversation),
		additionalFields: { private: true, ...(inReplyTo !== undefined && { inReplyTo }) },
		simplify: false,
		options: { failedDelivery: 'output' },
		requestOptions: { timeout: TIMEOUT_MS },
	};
}

function answerOf({ json }: INodeExecutionData): Answer {
	const { error } = json;
	if (!isObject(error)) return { kind: 'message', message: json };
	const httpCode = fieldOf(error, 'httpCode');
	return {
		kind: 'error',
		outcome: textOf(fieldOf(error, 'outcome')),
		...(httpCode !== undefined && { httpCode: String(httpCode) }),
		words: [json.message, fieldOf(error, 'description')].map(textOf).join('\n').trim(),
	};
}

/** @param engine with the built package in it */
export function nodeIn(engine: Engine, credentials: Credentials): Node {
	return {
		async note(conversation, note) {
			const { files = [] } = note;
			const binary: INodeExecutionData['binary'] = {};
			for (const [index, { name, mimeType, content }] of files.entries()) {
				binary[`file${index}`] = await engine.store(content, { fileName: name, mimeType });
			}
			const { done } = engine.start({
				nodes: [
					sourceNode([{ json: {}, binary }]),
					liveDeskNode(parametersOf(conversation, note), { onError: 'continueErrorOutput' }),
				],
				connections: { Source: { main: [[{ node: 'LiveDesk', type: 'main', index: 0 }]] } },
				credentials: { ...credentials },
			});
			const { runData, error } = (await done).data.resultData;
			const [item] = (runData.LiveDesk?.at(-1)?.data?.main ?? []).flatMap((items) => items ?? []);
			if (item) return answerOf(item);
			const words = error?.message ?? 'The node gave nothing';
			return { kind: 'error', outcome: 'nothing', words };
		},
	};
}
