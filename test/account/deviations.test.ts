import { checkedFacts } from '../../account/facts';
import { checking } from './support/checking';
import { deviations } from './support/deviations';

const context = checking();

describe('the check of an account', () => {
	it('the check finds all as expected where LiveDesk is as its documentation and Chatwoot say', async () => {
		const { exitCode, text, report } = await context.check({}, '--status=open');

		expect(report?.facts.filter(({ outcome }) => outcome !== 'as expected')).toEqual([]);
		expect(report?.facts.map(({ id }) => id)).toEqual(checkedFacts.map(({ id }) => id));
		expect(text).toContain('This LiveDesk is as the node needs it.');
		expect(exitCode).toBe(0);
	});

	it('the check posts nothing but four private notes, and leaves the status as it was', async () => {
		await context.check({}, '--status=open');

		const messages = context.sandbox.messages(141);
		expect(messages.map(({ private: isPrivate }) => isPrivate)).toEqual([true, true, true, true]);
		expect(context.sandbox.status(141).status).toBe('open');
		expect(context.sandbox.messages(142)).toEqual([]);
	});

	it('the check leaves the status alone without --status', async () => {
		const { report, exitCode } = await context.check();

		expect(context.proxy.kinds).not.toContain('snooze');
		expect(report?.facts.find(({ id }) => id === 'status.current')).toMatchObject({
			outcome: 'not told',
			why: 'only with --status',
		});
		expect(exitCode).toBe(0);
	});
});

describe('a LiveDesk without contacts', () => {
	it('the check leaves untold what only contacts can tell, and ends with 0', async () => {
		context.proxy.change = (reply, kind) =>
			['page1', 'page2'].includes(kind)
				? { ...reply, body: { ...reply.body, payload: [] } }
				: reply;

		const { exitCode, report } = await context.check({}, '--status=open');

		const untold = report?.facts.filter(({ outcome }) => outcome === 'not told') ?? [];
		const ids = checkedFacts.map(({ id }) => id);
		expect(untold.map(({ id }) => id)).toEqual(
			ids.filter((id) => /^(contact|search)\.|^contacts\.(pageSize|nextPage)$/.test(id)),
		);
		expect(exitCode).toBe(0);
	});
});

describe('a LiveDesk that is different in one fact', () => {
	const told = checkedFacts.filter(({ id }) => id !== 'key.accepted');

	it.each(told.map((fact) => [fact.id, fact] as const))(
		'the check tells that %s is different, and nothing else',
		async (_id, fact) => {
			context.proxy.change = deviations[fact.id as keyof typeof deviations];

			const { exitCode, text, report } = await context.check({}, '--status=open');

			const different = report?.facts.filter(({ outcome }) => outcome === 'different') ?? [];
			expect(different.map(({ id }) => id)).toEqual([fact.id]);
			const [found] = different;
			expect(found).toMatchObject({ expected: fact.expected, means: fact.otherwise });
			expect(found?.seen).not.toBe(fact.expected);
			expect(text).toContain(`✗ ${fact.statement}`);
			expect(text).toContain(`seen      ${found?.seen}\n      so        ${fact.otherwise}`);
			expect(exitCode).toBe(fact.needed ? 1 : 0);
		},
	);
});
