import { signIn } from '../../harness/browser/signIn';
import { useEditor } from './support/useEditor';
import { choosesContact } from './editor/contacts';
import { createsCredential, tellsWrongCredential } from './editor/credential';
import { refusesWrongInput, showsFields } from './editor/panel';
import { runsOperations } from './editor/run';
import { runsTemplates } from './editor/runTemplate';
import { showsSchema } from './editor/schema';
import { isFound } from './editor/search';
import { changesFields } from './editor/template';

describe("a person's way through the editor of n8n 2", () => {
	const person = useEditor('current');

	test(
		'a person signs in',
		person(async ({ n8n, page }) => await signIn(page, n8n.url)),
	);
	describe('the credential', () => createsCredential(person));
	describe('the node', () => isFound(person));
	describe('its panel', () => {
		showsFields(person);
		refusesWrongInput(person);
	});
	describe('a template', () => changesFields(person));
	describe('a contact', () => choosesContact(person));
	describe('the output', () => showsSchema(person));
	describe('a run', () => {
		runsOperations(person);
		runsTemplates(person);
	});
	// Last, since all others need a good one.
	describe('a credential', () =>
		tellsWrongCredential(person, 'LiveDesk did not accept the API key or secret'));
});
