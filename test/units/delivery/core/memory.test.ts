import { messageIdOf, type Ending } from '../../../../nodes/LiveDesk/delivery/core/ending';
import {
	createMemory,
	type Choices,
	type Known,
} from '../../../../nodes/LiveDesk/delivery/core/memory';
import type { Outcome } from '../../../../nodes/LiveDesk/delivery/core/outcome';
import { delivered, failed, lost, refused, throttled, unreached } from '../support/outcomes';

const choices: Choices = { acceptsFailed: false, repeatsLost: false, canRetry: () => true };
const repeating = { ...choices, repeatsLost: true };

/** What is known after these outcomes, one a try, and how the tries ended. */
function after(outcomes: Outcome[], chosen: Partial<Choices> = {}) {
	const memory = createMemory(true);
	const endings = outcomes.map((outcome) => {
		memory.of('0.0');
		return memory.remember('0.0', outcome, { ...choices, ...chosen });
	});
	return { known: memory.of('0.0'), endings };
}

const final = (ending: Ending): Known => ({ notes: {}, ending });
const toSend: Known = { notes: {} };
const toRetry = (ending: Ending & { kind: 'failed' }): Known => ({ notes: {}, failed: ending });

describe('after the first try', () => {
	test.each<[string, Outcome, Partial<Choices>, Known]>([
		['a delivered message is done', delivered, {}, final(delivered)],
		['a failed one is to be retried', failed, {}, toRetry(failed)],
		['a failed one that the user accepts is done', failed, { acceptsFailed: true }, final(failed)],
		['a failed one that no retry helps is done', failed, { canRetry: () => false }, final(failed)],
		['a refused one is to be sent', refused, {}, toSend],
		['one that never reached LiveDesk is to be sent', unreached, {}, toSend],
		['a throttled one is to be sent', throttled(1_000), {}, toSend],
		['a lost one is done', lost, {}, final(lost)],
		['a lost one is to be sent where that is wanted', lost, repeating, { notes: {}, lost }],
	])('%s', (_, outcome, chosen, known) => {
		const { known: told, endings } = after([outcome], chosen);
		expect(told).toEqual(known);
		expect(endings).toEqual([outcome]);
	});

	test.each([undefined, null, '', ' ', Number.NaN, {}, '../1', '7?a', 'a b', 1e21])(
		'a failed message without an ID that fits into a URL is done, since it could only be sent as a second one: %p',
		(id) => {
			const nameless: Outcome = { kind: 'failed', body: { id, status: 'failed' } };
			expect(after([nameless]).known).toEqual(final(nameless));
		},
	);

	test('whether a retry helps is asked with what LiveDesk said of the message', () => {
		const asked: unknown[] = [];
		after([failed], { canRetry: (body) => asked.push(body) > 0 });
		expect(asked).toEqual([failed.body]);
	});
});

describe('after LiveDesk was to retry a failed message', () => {
	const other = { kind: 'failed', body: { id: 'b', status: 'failed' } } satisfies Outcome;
	const nameless = { kind: 'failed', body: { status: 'failed' } } satisfies Outcome;

	test('a delivery is told with the ID, and is done', () => {
		const ending = { kind: 'delivered', messageId: 7 } satisfies Ending;
		const { known, endings } = after([failed, { kind: 'delivered' }]);
		expect(endings[1]).toEqual(ending);
		expect(known).toEqual(final(ending));
	});

	test('another failure is told with the ID that it names, else the known one', () => {
		expect(after([failed, other]).known).toEqual(toRetry({ ...other, messageId: 'b' }));
		expect(after([failed, nameless]).known).toEqual(toRetry({ ...nameless, messageId: 7 }));
		const { endings } = after([failed, nameless, other, nameless, delivered]);
		expect(endings.map(messageIdOf)).toEqual([7, 7, 'b', 'b', 'b']);
	});

	test('another failure is done where no further retry helps', () => {
		const canRetry = ({ id }: { id?: unknown }) => id === 7;
		const ending = { ...other, messageId: 'b' };
		expect(after([failed, other], { canRetry }).known).toEqual(final(ending));
	});

	test.each([refused, unreached])(
		'a refusal of it keeps the failure, and is told: %j',
		(outcome) => {
			const ending = { ...failed, retry: outcome };
			const { known, endings } = after([failed, outcome]);
			expect(endings[1]).toEqual(ending);
			expect(known).toEqual(toRetry(ending));
		},
	);

	test('of several refusals, the last is told', () => {
		const { known } = after([failed, refused, unreached]);
		expect(known).toEqual(toRetry({ ...failed, retry: unreached }));
	});

	test('throttling leaves it as it was', () => {
		const { known, endings } = after([failed, throttled(1)]);
		expect(endings[1]).toEqual({ ...throttled(1), messageId: 7 });
		expect(known).toEqual(toRetry(failed));
	});

	test.each([false, true])(
		'a lost response is done, whatever is wanted after one: %s',
		(repeatsLost) => {
			const ending = { ...lost, messageId: 7 };
			const { known, endings } = after([failed, lost], { repeatsLost });
			expect(endings[1]).toEqual(ending);
			expect(known).toEqual(final(ending));
		},
	);

	test('a lost response after a refused retry is done as well', () => {
		const ending = { ...lost, messageId: 7 };
		expect(after([failed, refused, throttled(), lost], repeating).known).toEqual(final(ending));
	});
});

test('what may be repeated without harm ends as its last response says, whatever was lost before', () => {
	const { known, endings } = after([lost, refused], { ...repeating, isRepeatable: true });
	expect(endings).toEqual([lost, refused]);
	expect(known).toEqual(toSend);
});

describe('after a lost response that is followed by the same request', () => {
	const later = { kind: 'unknown', cause: { kind: 'unreadable' } } satisfies Outcome;

	test.each<[string, Outcome[], Outcome]>([
		['a refusal tells nothing: it may have arrived', [lost, refused], lost],
		['throttling tells nothing: it may have arrived', [lost, throttled()], lost],
		['two refusals tell nothing: it may have arrived', [lost, refused, unreached], lost],
		['another lost response leaves the first', [lost, later], lost],
	])('%s', (_, outcomes, ending) => {
		const { known, endings } = after(outcomes, repeating);
		expect(endings.at(-1)).toEqual(ending);
		expect(known).toEqual({ notes: {}, lost: ending });
	});

	test('a delivery is known', () => {
		const { known, endings } = after([lost, refused, delivered], repeating);
		expect(endings.at(-1)).toEqual(delivered);
		expect(known).toEqual(final(delivered));
	});

	test('a failure is known, and is to be retried', () => {
		const { known, endings } = after([lost, failed], repeating);
		expect(endings.at(-1)).toEqual(failed);
		expect(known).toEqual(toRetry(failed));
	});
});

describe('a memory', () => {
	test('tells messages apart', () => {
		const memory = createMemory(true);
		memory.remember('0.0', delivered, choices);
		expect(memory.of('0.1')).toEqual(toSend);
		expect(memory.of('1.0')).toEqual(toSend);
	});

	test('keeps what the steps of a message note, whatever comes of it', () => {
		const memory = createMemory(true);
		const { notes } = memory.of('0.0');
		notes.contactId = 5;
		for (const outcome of [refused, throttled(), lost, failed, refused, delivered]) {
			memory.remember('0.0', outcome, repeating);
			expect(memory.of('0.0').notes).toEqual({ contactId: 5 });
		}
		expect(memory.of('0.1').notes).toEqual({});
	});

	test('keeps nothing without Retry On Fail', () => {
		const memory = createMemory(false);
		memory.of('0.0').notes.contactId = 5;
		expect(memory.remember('0.0', delivered, choices)).toEqual(delivered);
		expect(memory.of('0.0')).toEqual(toSend);
	});
});

test.each<[Ending, string | number | undefined]>([
	[failed, 7],
	[{ ...failed, messageId: 'b' }, 'b'],
	[{ kind: 'failed', body: { id: ' ' } }, undefined],
	[{ kind: 'failed', body: { id: true } }, undefined],
	[{ kind: 'failed', body: { id: '../1' } }, undefined],
	[{ ...lost, messageId: 0 }, 0],
	[lost, undefined],
	// What was delivered shows its ID itself.
	[delivered, undefined],
	[{ kind: 'notSent' }, undefined],
	[{ kind: 'invalid', message: 'x' }, undefined],
])('the ID under which LiveDesk has the message of %j is %p', (ending, id) => {
	expect(messageIdOf(ending)).toBe(id);
});
