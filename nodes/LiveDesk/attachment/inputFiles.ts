import type { IBinaryData, IExecuteSingleFunctions } from 'n8n-workflow';

/** The field of an item's JSON where n8n 2 keeps its files when the workflow's binary mode is "combined". */
const FILES_IN_JSON = '_files';

/**
 * @returns the files of the current item by field name: n8n keeps them beside the item's JSON, or in it when the
 * workflow says so (only then: JSON that merely looks like a file must not open one)
 */
export function inputFiles(context: IExecuteSingleFunctions): Map<string, IBinaryData> {
	const { json, binary = {} } = context.getInputData();
	// n8n 1 knows neither this setting nor the method to read it.
	const inJson = context.getWorkflowSettings?.().binaryMode === 'combined';
	const fields = { ...(inJson ? Object(json[FILES_IN_JSON]) : {}), ...binary };
	return new Map(
		Object.entries(fields).filter((field): field is [string, IBinaryData] => isFile(field[1])),
	);
}

/** @param name as the user gave it: the field's own name, or its path in the item's JSON */
export function fileNamed(files: Map<string, IBinaryData>, name: string): IBinaryData | undefined {
	const inJson = `${FILES_IN_JSON}.`;
	return (
		files.get(name) ?? (name.startsWith(inJson) ? files.get(name.slice(inJson.length)) : undefined)
	);
}

function isFile(value: unknown): value is IBinaryData {
	return (
		typeof value === 'object' &&
		value !== null &&
		'mimeType' in value &&
		typeof value.mimeType === 'string' &&
		('data' in value || 'id' in value)
	);
}
