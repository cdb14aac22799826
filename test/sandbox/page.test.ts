import { useSandbox } from '../support/useSandbox';

const context = useSandbox();

const referenced = (html: string) =>
	[...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address);

test('the sandbox serves the chat page with all that it refers to, and nothing from elsewhere', async () => {
	const page = await context.desk.get('/');
	expect(page.headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8' });
	const addresses = referenced(page.text).filter((address) => !address.startsWith('data:'));
	expect(addresses.length).toBeGreaterThan(3);
	for (const address of addresses) {
		expect(address).not.toMatch(/^(https?:)?\/\//);
		expect(await context.desk.get(`/${address}`)).toMatchObject({ status: 200 });
	}
});

test('the sandbox serves every module that the page imports', async () => {
	const seen = new Set<string>();
	const visit = async (name: string): Promise<void> => {
		if (seen.has(name)) return;
		seen.add(name);
		const { status, headers, text } = await context.desk.get(`/${name}`);
		expect({ name, status }).toEqual({ name, status: 200 });
		expect(headers['content-type']).toBe('text/javascript; charset=utf-8');
		expect(text).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write/);
		for (const [, imported] of text.matchAll(/from '\.\/([\w.]+)'/g)) await visit(imported);
	};
	await visit('page.js');
	expect(seen.size).toBeGreaterThan(5);
});

test('the sandbox lets the page run no script but its own', async () => {
	const { headers } = await context.desk.get('/');
	expect(headers['content-security-policy']).toContain("default-src 'self'");
});

test('the sandbox serves nothing outside of its folder', async () => {
	for (const path of ['/../main.ts', '/%2e%2e/main.ts', '/..%2fmain.ts', '/main.ts']) {
		expect((await context.desk.get(path)).status).toBe(404);
	}
});
