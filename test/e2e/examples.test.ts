import type { IWorkflowBase } from 'n8n-workflow';
import { CREDENTIAL, importInto, readExamples } from '../../real/examples';
import { agent } from './examples/agent';
import { approval } from './examples/approval';
import { broadcast } from './examples/broadcast';
import type { Examples } from './examples/examples';
import { failedDeliveries } from './examples/failedDeliveries';
import { failedMessages } from './examples/failedMessages';
import { fileFromUrl } from './examples/fileFromUrl';
import { orderUpdate } from './examples/orderUpdate';
import { phoneNumber } from './examples/phoneNumber';
import { receipt } from './examples/receipt';
import { reply } from './examples/reply';
import { resolve } from './examples/resolve';
import { router } from './examples/router';
import { templates } from './examples/templates';
import { MAJORS, type Major } from './support/instance';
import { foreignLines } from './support/log';
import { useInstance } from './support/useInstance';

describe.each(MAJORS)('the example workflows in n8n %s', (which: Major) => {
	const n8n = useInstance(which);
	let all: IWorkflowBase[];
	const examples: Examples = {
		n8n,
		run: async (number) => {
			const { id, nodes } = examples.example(number);
			return await n8n().executeSaved(String(id), nodes[0]?.name);
		},
		example: (number) => {
			const found = all.find(({ name }) => name.startsWith(`${number} `));
			if (!found) throw new Error(`There is no example ${number}.`);
			return found;
		},
	};

	beforeAll(async () => {
		all = await readExamples();
		const { installation, sandbox } = n8n();
		await importInto(installation, all, [{ ...CREDENTIAL, data: sandbox.credentials }]);
	});

	test('the examples keep their nodes when they are imported', async () => {
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
	resolve(examples);
	failedDeliveries(examples);
	router(examples);
	fileFromUrl(examples);
	broadcast(examples);

	test('the examples leave nothing in the log but what n8n writes of itself, and what failed', () => {
		const { server, sandbox, told } = n8n();
		expect(foreignLines(server.log(), told)).toEqual([]);
		expect(server.log()).not.toContain(sandbox.apiSecret);
	});
});
