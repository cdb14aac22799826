import { startSandbox } from '../../sandbox';
import { client } from '../../harness/client';
import { useSandbox } from '../support/useSandbox';

interface Page {
	meta: { current_page: unknown };
	payload: object[];
}

const context = useSandbox();

test('the sandbox makes a reply of the usual one, which may differ in any fact', async () => {
	context.sandbox.script({
		kind: 'contactSearch',
		times: 2,
		body: (usual: Page, query: { page?: string }) => ({
			meta: { current_page: Number(query.page) },
			payload: usual.payload.slice(0, 1),
		}),
	});
	for (const page of ['1', '2']) {
		const { status, body } = await context.desk.contacts({ page });
		expect(status).toBe(200);
		expect(body).toMatchObject({ meta: { current_page: Number(page) } });
	}
	expect((await context.desk.contacts()).body).toMatchObject({ meta: { current_page: '1' } });
});

test('the sandbox makes a reply of none where the request is turned away', async () => {
	const body = (usual: unknown) => ({ error: 'no', usual });
	context.sandbox.script({ status: 422, body });
	const reply = await context.desk.newContact({ inbox_id: 79, name: 'Bo' });
	expect(reply).toMatchObject({ status: 422, body: { error: 'no', usual: null } });
	expect(context.sandbox.contacts()).toHaveLength(2);
});

test('the sandbox replaces the reply to what is stored with a body of its own', async () => {
	context.sandbox.script({ kind: 'contact', status: 201, body: { id: 5 } });
	const reply = await context.desk.newContact({ inbox_id: 79, name: 'Bo' });
	expect(reply).toMatchObject({ status: 201, body: { id: 5 } });
	expect(context.sandbox.contacts()[2]).toMatchObject({ name: 'Bo' });
});

test('the sandbox troubles only the query or the contact that a rule names', async () => {
	const { desk, sandbox } = context;
	sandbox.script({ query: { page: '2', q: 'a' }, status: 500 });
	sandbox.script({ contact: 2, kind: ['contactUpdate'], drop: 'before-body' });
	expect(await desk.contacts({ page: '2' })).toMatchObject({ status: 200 });
	expect(await desk.updateContact(1, { name: 'x' })).toMatchObject({ status: 200 });
	expect(await desk.contacts({ page: '2', q: 'a' })).toMatchObject({ status: 500 });
	await expect(desk.updateContact(2, { name: 'x' })).rejects.toThrow();
	expect(sandbox.contacts().map(({ name }) => name)).toEqual(['x', 'Alice Miller']);
});

test('the sandbox gives fewer contacts a page when it is told to', async () => {
	const sandbox = await startSandbox({ pageSize: 1 });
	try {
		const { body } = await client(sandbox).contacts({ q: '', page: '2' });
		expect(body).toMatchObject({
			meta: { count: 2, current_page: 2 },
			payload: [{ name: 'Alice Miller' }],
		});
	} finally {
		await sandbox.close();
	}
});

test('the sandbox adds a contact over HTTP, which the page lists', async () => {
	const { desk, sandbox } = context;
	const seed = { name: 'Bo', channel: 'api', labels: ['vip'], blocked: true };
	const added = { name: 'Bo', channel: 'Channel::Api', labels: ['vip'], blocked: true };
	const { body } = await desk.json('/_sandbox/contacts', seed);
	expect(body).toMatchObject(added);
	sandbox.restore();
	const listed = (await desk.get('/_sandbox/contacts')).body as object[];
	expect(listed[2]).toMatchObject(added);
	const wrong = await desk.json('/_sandbox/contacts', { phone: '1' });
	expect(wrong).toMatchObject({ status: 422, body: { attributes: ['phone'] } });
});
