import { connection, headers } from './connection';
import { contacts, search } from './contacts';
import { files } from './files';
import { refusals } from './refusals';
import { reply } from './reply';
import { status } from './status';
import type { CheckedFact, CheckName } from './types';
import { unchecked } from './unchecked';

export type { CheckedFact, CheckName, Fact, Source } from './types';
export { checkNames } from './types';

const checked = [
	...connection,
	...reply,
	...files,
	...refusals,
	...contacts,
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
