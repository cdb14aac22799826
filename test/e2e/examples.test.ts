import type { IWorkflowBase } from 'n8n-workflow';
import { CREDENTIAL, importInto, readExamples } from '../../real/examples';
import { agent } from './examples/agent';
import { approval } from './examples/approval';
import type { Examples } from './examples/examples';
import { failedMessages } from './examples/failedMessages';
import { orderUpdate } from './examples/orderUpdate';
import { phoneNumber } from './examples/phoneNumber';
import { receipt } from './examples/receipt';
import { reply } from './examples/reply';
import { templates } from './examples/templates';
import { MAJORS, type Major } from './support/instance';
import { foreignLines } from './support/log';
import { useInstance } from './support/useInstance';

describe.each(MAJORS)('the example workflows in n8n %s', (which: Major) => {
	const n8n = useInstance(which);
	let all: IWorkflowBase[];
	const examples: Examples = {
		n8n,
		run: async (number) => await n8n().executeSaved(String(examples.example(number).id)),
		example: (number) => all[number - 1],
	};

	beforeAll(async () => {
		all = await readExamples();
		const { installation, sandbox } = n8n();
		await importInto(installation, all, [{ ...CREDENTIAL, data: sandbox.credentials }]);
	});

	test('keep their nodes when they are imported', async () => {
		for (const { id, name, nodes, connections } of all) {
			const saved = await n8n().rest.call<IWorkflowBase>('GET', `/rest/workflows/${id}`);
			expect(saved).toMatchObject({ id, name, active: false, connections });
			expect(saved.nodes).toEqual(nodes);
		}
	});

	orderUpdate(examples);
	receipt(examples);
	templates(examples);
	failedMessages(examples);
	reply(examples);
	agent(examples);
	phoneNumber(examples);
	approval(examples);

	test('leave nothing in the log but what n8n writes of itself, and what failed', () => {
		const { server, sandbox, told } = n8n();
		expect(foreignLines(server.log(), told)).toEqual([]);
		expect(server.log()).not.toContain(sandbox.apiSecret);
	});
});
