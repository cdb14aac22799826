import type { Page } from 'playwright-core';
import { OWNER } from '../../real/rest';

/** Signs the owner in by n8n's form, and waits for n8n's first page. */
export async function signIn(page: Page, url: string): Promise<void> {
	await page.goto(`${url}/signin`);
	await page.locator('input[name=emailOrLdapLoginId]').fill(OWNER.email);
	await page.locator('input[name=password]').fill(OWNER.password);
	await page.getByTestId('form-submit-button').click();
	await page.waitForURL(({ pathname }) => pathname.startsWith('/home'));
	await page.getByTestId('project-home-menu-item').waitFor();
}
