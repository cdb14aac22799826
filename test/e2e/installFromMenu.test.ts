import { LIVEDESK_TYPE } from '../../harness/engine';
import { byId } from '../../harness/livedesk';
import { liveDesk, node, SEND_TEXT, workflow, type Workflow } from '../../harness/workflow';
import { post, publish, started } from './examples/webhook';
import { MAJORS, startInstance, type Instance } from './support/instance';
import { prepared } from './support/prepared';
import { pollUntil } from './support/poll';
import { startRegistry, type Registry } from './support/registry';
import { held } from '../support/held';

const NAME = 'n8n-nodes-livedesk';
const MENU = '/rest/community-packages';

/** Says hello at each call of its webhook, and answers when that is done. */
function greeting(): Workflow {
	const made = workflow([], [liveDesk({ conversationId: byId('141'), content: 'Hello' })]);
	const called = { httpMethod: 'POST', path: 'hello', responseMode: 'lastNode', options: {} };
	const settings = { typeVersion: 2, webhookId: 'hello' };
	made.nodes[0] = node('Start', 'n8n-nodes-base.webhook', called, settings);
	return { ...made, pinData: {} };
}

/** What the buttons of Settings > Community nodes ask for, while n8n runs; npm gets the package from a registry. */
describe.each(MAJORS)("installed from n8n's menu, n8n %s", (which) => {
	let registry: Registry;
	let n8n: Instance;
	beforeAll(async () => {
		registry = await startRegistry(NAME, prepared().tarball);
		n8n = await startInstance(which, { env: registry.env, hasPackage: false });
	}, 240_000);
	beforeEach(() => n8n.sandbox.reset());
	afterAll(async () => {
		await n8n?.stop();
		await registry?.close();
	}, 60_000);

	const install = async () => await n8n.rest.call('POST', MENU, { name: NAME });
	const uninstall = async () => await n8n.rest.call('DELETE', `${MENU}?name=${NAME}`);
	const greet = async () => await post(`${n8n.url}/webhook/hello`, {});

	test('a published workflow sends at once, stops when the package goes, and goes on when it is back', async () => {
		expect(await install()).toMatchObject({ installedNodes: [{ type: LIVEDESK_TYPE }] });
		expect(registry.requests).toContain(`GET /${NAME}`);
		const { id } = await n8n.rest.call<{ id: string }>('POST', '/rest/workflows', {
			active: false,
			...greeting(),
		});
		await publish(n8n.rest, id);
		await greet();

		await uninstall();
		await expect(greet()).rejects.toThrow(`Unrecognized node type: ${LIVEDESK_TYPE}`);
		// The README says where else to look.
		expect(await started(n8n.rest, id)).toHaveLength(1);

		await install();
		await greet();
		expect(n8n.sandbox.journal.texts(141)).toEqual(['Hello', 'Hello']);
	});

	test('an update between two tries of a run sends nothing twice, and is told', async () => {
		const { holdUntil, release } = held();
		n8n.sandbox.script({ content: 'refused', holdUntil, status: 422 });
		const items = [
			{ to: 142, text: 'sent' },
			{ to: 141, text: 'refused' },
		];
		const retrying = liveDesk(SEND_TEXT, { retryOnFail: true, maxTries: 2, waitBetweenTries: 0 });
		const run = await n8n.begin(workflow(items, [retrying]));
		await pollUntil(() => n8n.sandbox.journal.starts().length === 2, 'both requests are under way');

		await n8n.rest.call('PATCH', MENU, { name: NAME });
		release();
		const { error } = await n8n.ended(run);
		expect(error?.message).toMatch('The package was updated while this node was running');
		expect(n8n.sandbox.journal.texts()).toEqual(['sent', 'refused']);
	});
});
