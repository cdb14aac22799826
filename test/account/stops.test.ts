import { checking } from './support/checking';
import type { Kind } from './support/kinds';

const context = checking();

describe('a note that does not come back as private', () => {
	it.each<Kind>(['note', 'reply', 'file', 'files'])(
		'the %s that does not come back as private is the last note',
		async (kind) => {
			context.proxy.change = (reply, each) =>
				each === kind ? { ...reply, body: { ...reply.body, private: undefined } } : reply;

			const { text } = await context.check();

			const posted: Kind[] = ['note', 'reply', 'file', 'files', 'emptyText'];
			const sent = context.proxy.kinds.filter((each) => posted.includes(each));
			expect(sent).toEqual(posted.slice(0, posted.indexOf(kind) + 1));
			expect(text).toContain('Look at conversation 141: a note did not come back as private.');
		},
	);
});

describe('Ctrl-C', () => {
	it('Ctrl-C ends the check after the request that is under way, and says what was posted', async () => {
		const controller = new AbortController();
		context.proxy.change = (reply, kind) => {
			if (kind === 'reply') controller.abort();
			return reply;
		};

		const { exitCode, text, report } = await context.check({ signal: controller.signal });

		expect(text).toMatch(
			/Posted into conversation 141: 2 notes: a text \(\d+\), a reply \(\d+\)\.\nStopped\.$/,
		);
		expect(context.proxy.kinds.at(-1)).toBe('reply');
		expect(report).toBeUndefined();
		expect(exitCode).toBe(2);
	});

	it('Ctrl-C leaves no conversation snoozed', async () => {
		const controller = new AbortController();
		context.proxy.change = (reply, kind) => {
			if (kind === 'snooze') controller.abort();
			return reply;
		};

		await context.check({ signal: controller.signal }, '--status=open');

		expect(context.proxy.kinds.at(-1)).toBe('putBack');
		expect(context.sandbox.status(141).status).toBe('open');
	});
});

it('the check puts the status back also where the response to the change was lost', async () => {
	context.replyTo('snooze', 'drop');

	const { exitCode } = await context.check({}, '--status=open');

	expect(context.sandbox.status(141).status).toBe('open');
	expect(exitCode).toBe(2);
});

it('the check says that the status could not be put back', async () => {
	context.replyTo('putBack', 'drop');

	const { text } = await context.check({}, '--status=open');

	expect(text).toContain('Set conversation 141 to open by hand: its status could not be put back.');
});
