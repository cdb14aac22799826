import { attachment } from './attachment';
import { connection, headers } from './connection';
import { contact } from './contact';
import { contacts } from './contacts';
import { file } from './file';
import { files } from './files';
import { note } from './note';
import { refusals } from './refusals';
import { reply } from './reply';
import { search } from './search';
import { status } from './status';
import type { CheckedFact, CheckName } from './types';
import { unchecked } from './unchecked';

export type { CheckedFact, CheckName, Fact, Source } from './types';
export { checkNames } from './types';

const checked = [
	...connection,
	...note,
	...reply,
	...file,
	...attachment,
	...files,
	...refusals,
	...contacts,
	...contact,
	...search,
	...status,
	...headers,
] as const;

export type FactId = (typeof checked)[number]['id'];

/** What the node relies on, and an account can tell: in the order of the checks. */
export const checkedFacts: ReadonlyArray<CheckedFact & { id: FactId }> = checked;

/** What the node relies on, and only real use can tell. */
export const uncheckedFacts = unchecked;

/** The facts that a check tells. */
export const factsOf = (check: CheckName) => checkedFacts.filter((fact) => fact.check === check);
