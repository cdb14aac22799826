import { signIn } from '../../harness/browser/signIn';
import { useEditor } from './support/useEditor';
import { choosesContact } from './editor/contacts';
import { createsCredential, tellsWrongCredential } from './editor/credential';
import { showsFields } from './editor/panel';
import { runsOperations } from './editor/run';
import { runsTemplates } from './editor/runTemplate';
import { showsSchema } from './editor/schema';
import { isFound } from './editor/search';

describe("a person's way through the editor of n8n 1", () => {
	const person = useEditor('previous');

	test(
		'a person signs in',
		person(async ({ n8n, page }) => await signIn(page, n8n.url)),
	);
	describe('the credential', () => createsCredential(person));
	describe('the node', () => isFound(person));
	describe('its panel', () => showsFields(person));
	describe('a contact', () => choosesContact(person));
	describe('the output', () => showsSchema(person));
	describe('a run', () => {
		runsOperations(person);
		runsTemplates(person);
	});
	// Last, since all others need a good one.
	describe('a credential', () =>
		tellsWrongCredential(person, 'Authorization failed - please check your credentials'));
});
