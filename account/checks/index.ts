import type { Account } from '../account';
import type { CheckName } from '../facts';
import { connection } from './connection';
import { contacts } from './contacts';
import { file, files } from './files';
import { headers } from './headers';
import { note } from './note';
import { readBack, refusals, retry } from './refusals';
import { reply } from './reply';
import { search } from './search';
import { status } from './status';

export interface Check {
	/** What is checked, as the table and the progress name it. */
	title: string;
	run(account: Account): Promise<void>;
}

/** Each check tells the facts that name it. */
export const checks: Readonly<Record<CheckName, Check>> = {
	connection: { title: 'Key and secret', run: connection },
	note: { title: 'A private note', run: note },
	reply: { title: 'A reply', run: reply },
	file: { title: 'A file', run: file },
	files: { title: 'Two files in one note', run: files },
	refusals: { title: 'Refusals', run: refusals },
	retry: { title: 'Retry of a note that has not failed', run: retry },
	readBack: { title: 'Reading messages', run: readBack },
	contacts: { title: 'Contacts', run: contacts },
	search: { title: 'Search for contacts', run: search },
	status: { title: 'Status of the conversation', run: status },
	headers: { title: 'Headers of all responses', run: headers },
};
