import { byId } from '../../../../harness/livedesk';
import { until } from '../../../../harness/until';
import { inTime } from '../../../promises/support/inTime';
import { held } from '../../../support/held';
import { useLiveDesk } from '../../../support/useLiveDesk';
import { ask } from './ask';

const desk = useLiveDesk();
const both = { values: { approvalType: 'double' } };
const notes = () => desk.sandbox.messages(141);

describe('the note', () => {
	test('has the message, and a signed link for each choice', async () => {
		const { error } = await desk.send({ parameters: ask({ approvalOptions: both }) });
		expect(error).toBeUndefined();
		expect(notes()).toHaveLength(1);
		const [{ content, private: isPrivate }] = notes();
		expect(isPrivate).toBe(true);
		const [question, answer, gap, ...links] = String(content).split('\n');
		expect([question, answer, gap]).toEqual([
			'Send this answer?',
			'Your parcel arrives on Friday.',
			'',
		]);
		expect(links).toEqual([
			expect.stringMatching(
				/^Approve: http:\/\/\S+\/execution\/livedesk\?approved=true&turn=0&signature=[0-9a-f]{64}$/,
			),
			expect.stringMatching(
				/^Decline: http:\/\/\S+\/execution\/livedesk\?approved=false&turn=0&signature=[0-9a-f]{64}$/,
			),
		]);
	});

	test('is private, and sent as LiveDesk documents it', async () => {
		await desk.send({ parameters: ask() });
		const [{ method, path, contentType, headers, body }] = desk.sandbox.journal.starts();
		expect([method, path, contentType]).toEqual([
			'POST',
			'/api/v2/accounts/conversations/141/messages',
			'application/json',
		]);
		expect(headers).toMatchObject({ accept: 'application/json' });
		expect(body).toEqual({ content: expect.any(String), private: true });
	});

	test('has one choice unless told', async () => {
		await desk.send({ parameters: ask() });
		expect(notes()[0].content).toMatch(/^[^]*\n\nApprove: \S+$/);
	});

	test('has the labels of the user, each in one line', async () => {
		const values = { approvalType: 'double', approveLabel: ' Send\n it ', disapproveLabel: 'ไม่' };
		await desk.send({ parameters: ask({ approvalOptions: { values } }) });
		expect(notes()[0].content).toMatch(/\n\nSend it: \S+\nไม่: \S+$/);
	});
});

describe('the request of Send and Wait', () => {
	test('follows the timeout of the Request Options', async () => {
		const { journal } = desk.sandbox;
		desk.sandbox.script({ holdUntil: held().holdUntil, times: Infinity });
		const { error } = await inTime(async (timeout, isOver) => {
			const asking = desk.send({ parameters: ask({ requestOptions: { timeout } }) });
			await until(() => journal.starts().length > 0 || isOver());
			// One that has not arrived may still do so, in the next test.
			const isLate = isOver();
			const result = await asking;
			return isLate ? undefined : result;
		});
		expect(error?.context?.outcome).toBe('unknown');
		await until(() => journal.ends().length === journal.starts().length);
	});

	test('follows the proxy of the Request Options', async () => {
		const proxy = desk.sandbox.url.replace('http://', 'http://user:pass%20word@');
		const { run } = await desk.send({
			parameters: ask({ requestOptions: { proxy } }),
			credentials: { ...desk.sandbox.credentials, baseUrl: 'http://livedesk.invalid' },
		});
		const [{ path, headers }] = desk.sandbox.journal.starts();
		expect(path).toContain('livedesk.invalid');
		expect(headers).toMatchObject({
			'proxy-authorization': `Basic ${Buffer.from('user:pass word').toString('base64')}`,
		});
		expect(run.status).toBe('waiting');
	});

	test.each(['/', ' ', '/api/v2', '/api/v2/accounts/', '//'])(
		'goes to the same address as all operations, with "%s" behind the base URL',
		async (more) => {
			const { credentials } = desk.sandbox;
			const odd = { ...credentials, baseUrl: ` ${String(credentials.baseUrl)}${more}` };
			await desk.send({ parameters: ask(), credentials: odd });
			const text = { conversationId: byId('141'), content: 'a' };
			await desk.send({ parameters: text, credentials: odd });
			const paths = desk.sandbox.journal.starts().map(({ path }) => path);
			expect(paths).toEqual([paths[0], paths[0]]);
			expect(notes()).toHaveLength(2);
		},
	);
});
