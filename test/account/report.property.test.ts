import fc from 'fast-check';
import { accountOf } from '../../account/account';
import type { Response } from '../../account/api';
import { EarlyEnd } from '../../account/end';
import { reportOf } from '../../account/report/json';
import { runChecks } from '../../account/run';
import { answer, DIGITS, MARK, response } from './support/arbitrary';
import { checking } from './support/checking';

const nobody = { begin: () => {}, end: () => {} };
const SECRETS = [MARK, JSON.stringify(MARK).slice(1, -1), DIGITS, 'desk.example.com'];

const first: Response = { status: 200, kind: 'JSON', body: { payload: [] }, headers: [], at: 0 };

describe('the report of a check', () => {
	it('the report holds nothing that LiveDesk sent, whatever that is', async () => {
		let told = 0;
		await fc.assert(
			fc.asyncProperty(
				fc.array(response, { minLength: 16, maxLength: 16 }),
				fc.array(answer, { minLength: 4, maxLength: 4 }),
				async (responses, answers) => {
					const left = [first, ...responses];
					const notes = [...answers];
					const seen: Response[] = [];
					const account = accountOf({
						conversation: `${DIGITS}1`,
						status: 'open',
						api: {
							responses: seen,
							async request() {
								const next = left.shift() ?? first;
								seen.push(next);
								return await Promise.resolve(next);
							},
						},
						node: async () =>
							await Promise.resolve({
								note: async () => await Promise.resolve(notes.shift() ?? answers[0]),
							}),
					});
					const results = await runChecks(account, nobody, new AbortController().signal).catch(
						(error: unknown) => {
							if (error instanceof EarlyEnd) return [];
							throw error;
						},
					);
					told += results.filter(({ outcome }) => outcome !== 'not told').length;
					const circumstances = { version: '1.2.3', isDefaultBaseUrl: false, exitCode: 1 };
					const report = JSON.stringify(reportOf(results, account, circumstances));
					for (const secret of SECRETS) expect(report).not.toContain(secret);
				},
			),
			{ numRuns: 80 },
		);
		expect(told).toBeGreaterThan(800);
	}, 60_000);
});

describe('the report of a whole check', () => {
	const context = checking();

	it('the report holds neither key nor secret, nor what the conversation and the contacts are', async () => {
		const { report } = await context.check({}, '--status=open');

		const text = JSON.stringify(report);
		const { apiKey, apiSecret } = context.sandbox;
		const contacts = context.sandbox.contacts();
		const messages = context.sandbox.messages(141);
		const personal = [
			...contacts.flatMap(({ name, email, phone_number }) => [name, email, phone_number]),
			...messages.flatMap(({ id, content, attachments = [] }) => [
				String(id),
				content,
				...attachments.map(({ data_url: url }) => url),
			]),
			...[apiKey, apiSecret, Buffer.from(`${apiKey}:${apiSecret}`).toString('base64')],
			...['127.0.0.1', '"141"', ':141', 'TEST', 'Check of n8n'],
		].filter((value): value is string => typeof value === 'string' && value !== '');
		expect(personal.length).toBeGreaterThan(60);
		for (const value of personal) expect(text).not.toContain(value);
	});
});
