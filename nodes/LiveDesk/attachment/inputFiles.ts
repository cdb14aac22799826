import type { IBinaryData, IExecuteSingleFunctions } from 'n8n-workflow';

/** The field of an item's JSON where n8n 2 keeps its files when the workflow's binary mode is "combined". */
const FILES_IN_JSON = '_files';

/**
 * @returns the files of the current item by field name: n8n keeps them beside the item's JSON, or in it when the
 * workflow says so (only then: JSON that merely looks like a file must not open one)
 */
export function inputFiles(context: IExecuteSingleFunctions): Map<string, IBinaryData> {
	const { json, binary } = context.getInputData();
	// n8n 1 knows neither this setting nor the method to read it.
	const inJson = context.getWorkflowSettings?.().binaryMode === 'combined';
	const fields = [
		...Object.entries(inJson ? Object(json[FILES_IN_JSON]) : {}).filter(isFileInJson),
		...Object.entries(binary ?? {}).filter(isFile),
	];
	return new Map(fields);
}

/** @param name as the user gave it: the field's own name, or its path in the item's JSON */
export function fileNamed(files: Map<string, IBinaryData>, name: string): IBinaryData | undefined {
	const inJson = `${FILES_IN_JSON}.`;
	return (
		files.get(name) ?? (name.startsWith(inJson) ? files.get(name.slice(inJson.length)) : undefined)
	);
}

type Field = [name: string, value: unknown];
type FileField = [name: string, file: IBinaryData];

/** Beside the JSON there are only files, whatever they lack. */
function isFile(field: Field): field is FileField {
	return typeof field[1] === 'object' && field[1] !== null;
}

/** As n8n tells a file from other JSON. Source: n8n-workflow, isBinaryValue */
function isFileInJson(field: Field): field is FileField {
	return isFile(field) && 'mimeType' in field[1] && ('data' in field[1] || 'id' in field[1]);
}
