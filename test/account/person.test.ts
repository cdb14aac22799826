/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { PassThrough } from 'node:stream';
import { terminalOf } from '../../account/terminal';
import { until } from '../../harness/until';
import { checking } from './support/checking';

const context = checking();

/** A person at a terminal, who answers each question. */
function person(...answers: string[]) {
	const input = Object.assign(new PassThrough(), { isTTY: true });
	const output = Object.assign(new PassThrough(), { isTTY: true });
	let shown = '';
	const left = [...answers];
	output.on('data', (chunk: Buffer) => {
		shown += chunk.toString();
		if (/(\(y\/N\)|shown\):|pending\?) $/.test(shown) && left.length > 0) {
			setImmediate(() => input.write(`${left.shift()}\r`));
		}
	});
	return { terminal: terminalOf(input, output, output), shown: () => shown };
}

describe('a person at the terminal', () => {
	it('a person is asked, and gives key and secret unseen', async () => {
		const { terminal, shown } = person('open', 'y', 'sandbox-key', 'sandbox-secret');

		const { exitCode } = await context.check({ env: {}, terminal }, '--status');

		expect(shown()).toContain('Customers do not see private notes.');
		expect(shown()).not.toContain('sandbox-key');
		expect(shown()).not.toContain('sandbox-secret');
		expect(exitCode).toBe(0);
	});

	it.each(['', 'n', 'no', 'yess'])('a person who says "%s" has nothing done', async (answer) => {
		const { terminal, shown } = person(answer);

		const { exitCode } = await context.check({ env: {}, terminal });
		await until(() => shown().includes('Nothing was done.'));

		expect(context.proxy.kinds).toEqual([]);
		expect(exitCode).toBe(2);
	});

	it('a person stops the check at a question by Ctrl-C', async () => {
		const { terminal, shown } = person('\u0003');

		const { exitCode } = await context.check({ env: {}, terminal });

		await until(() => shown().includes('Stopped. Nothing was asked of LiveDesk.'));
		expect(exitCode).toBe(2);
	});
});
