import type { CheckedFact } from './types';

/** A note with two files. */
export const files = [
	{
		id: 'files.accepted',
		check: 'files',
		statement: 'Two files in one note are two attachments',
		source: 'S',
		use: 'Send Attachment sends all files of an item in one message.',
		expected: '2 attachments',
		otherwise: 'Turn on One File per Message: of several files, not all arrive.',
		needed: true,
	},
	{
		id: 'files.order',
		check: 'files',
		statement: 'The attachments come in the order in which the files were sent',
		source: 'C',
		use: 'Input Data Field Name promises the order of its names.',
		expected: 'as sent',
		otherwise: 'Turn on One File per Message where the order matters.',
		needed: false,
	},
	{
		id: 'files.file_type',
		check: 'files',
		statement: "file_type is 'file' for a text file",
		source: 'C',
		use: 'It is put out.',
		expected: "'file'",
		otherwise: 'The output has another word for files that are no picture, audio or video.',
		needed: false,
	},
] as const satisfies readonly CheckedFact[];
