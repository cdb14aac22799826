import { CredentialDialog } from '../../../harness/browser/credentialDialog';
import { expectSeen } from '../support/expectSeen';
import type { Person } from '../support/useEditor';

const LABELS = ['API Key *', 'API Secret *', 'Base URL *', 'Allowed HTTP Request Domains'];

/** A person creates the credential; the tests of the node use it then. */
export function createsCredential(person: Person): void {
	test(
		'the credential is created, and tested well',
		person(async ({ n8n, page }) => {
			const dialog = await CredentialDialog.create(page, n8n.url);
			await expectSeen(async () => await dialog.labels(), LABELS);
			await expectSeen(
				async () => await dialog.input('baseUrl').inputValue(),
				'https://livedesk-api.engagelab.com',
			);
			for (const secret of ['apiKey', 'apiSecret']) {
				expect(await dialog.input(secret).getAttribute('type')).toBe('password');
			}
			await dialog.fill(n8n.sandbox.credentials);
			await dialog.save();
			await expectSeen(async () => await dialog.verdict(), 'Connection tested successfully');
			await dialog.close();
		}),
	);
}

/** @param words what n8n shows for a credential that does not work: n8n 1 has its own */
export function tellsWrongCredential(person: Person, words: string): void {
	const wrong = { key: { apiKey: 'wrong' }, secret: { apiSecret: 'wrong' } };

	test.each(Object.entries(wrong))(
		'a person is told that the %s is wrong, and puts it right',
		async (_, values) => {
			await person(async ({ n8n, page }) => {
				const dialog = await CredentialDialog.open(page, n8n.url, 'LiveDesk account');
				await expectSeen(async () => await dialog.verdict(), 'Connection tested successfully');
				await dialog.fill(values);
				await dialog.save();
				await dialog.openDetails();
				await dialog.root.getByText(words).waitFor();
				await dialog.fill(n8n.sandbox.credentials);
				await dialog.save();
				await expectSeen(async () => await dialog.verdict(), 'Connection tested successfully');
				await dialog.close();
			})();
		},
	);
}
