import { onError } from './nodeSettings/onError';
import { pace } from './nodeSettings/pace';
import { retryOnFail } from './nodeSettings/retryOnFail';
import { MAJORS } from './support/instance';
import { foreignLines } from './support/log';
import { useInstance } from './support/useInstance';

describe.each(MAJORS)("n8n's settings of the node, n8n %s", (which) => {
	const n8n = useInstance(which);

	describe('On Error', () => onError(n8n));
	describe('Retry On Fail', () => retryOnFail(n8n));
	describe('pace', () => pace(n8n));

	test('the settings leave nothing in the log but what n8n writes of itself, and what failed', () => {
		const { server, sandbox, told } = n8n();
		expect(foreignLines(server.log(), told)).toEqual([]);
		expect(server.log()).not.toContain(sandbox.apiSecret);
	});
});
