import { signIn } from '../../../harness/browser/signIn';
import type { Major } from '../support/instance';
import { useEditor } from '../support/useEditor';
import { choosesContact } from './contacts';
import { createsCredential, tellsWrongCredential } from './credential';
import { refusesWrongInput, showsFields } from './panel';
import { runsOperations } from './run';
import { runsTemplates } from './runTemplate';
import { showsSchema } from './schema';
import { isFound } from './search';
import { changesFields } from './template';

/** A person's way through n8n's editor, in this order: the credential of the first step is what the others use. */
export function goesThroughEditor(which: Major): void {
	const person = useEditor(which);
	const isCurrent = which === 'current';

	test(
		'a person signs in',
		person(async ({ n8n, page }) => await signIn(page, n8n.url)),
	);
	describe('the credential', () => createsCredential(person));
	describe('the node', () => isFound(person));
	describe('its panel', () => {
		showsFields(person);
		if (isCurrent) refusesWrongInput(person);
	});
	if (isCurrent) describe('a template', () => changesFields(person));
	describe('a contact', () => choosesContact(person));
	describe('the output', () => showsSchema(person));
	describe('a run', () => {
		runsOperations(person);
		runsTemplates(person);
	});
	// Last, since all others need a good one.
	const refusal = isCurrent
		? 'LiveDesk did not accept the API key or secret'
		: 'Authorization failed - please check your credentials';
	describe('a credential', () => tellsWrongCredential(person, refusal));
}
