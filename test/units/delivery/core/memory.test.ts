import { messageIdOf, type Ending } from '../../../../nodes/LiveDesk/delivery/core/ending';
import {
	createMemory,
	type Choices,
	type Known,
} from '../../../../nodes/LiveDesk/delivery/core/memory';
import type { Outcome } from '../../../../nodes/LiveDesk/delivery/core/outcome';
import { delivered, failed, lost, refused, throttled, unreached } from '../support/outcomes';

const choices: Choices = { acceptsFailed: false, repeatsLost: false, canRetry: () => true };
const nameless = { kind: 'failed', body: { status: 'failed' } } satisfies Outcome;
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

function expectAfter(outcomes: Outcome[], ending: Ending, known: Known, chosen?: Partial<Choices>) {
	const all = after(outcomes, chosen);
	expect(all.endings.at(-1)).toEqual(ending);
	expect(all.known).toEqual(known);
}

describe('after the first try', () => {
	test.each<[string, Outcome, Partial<Choices>, Known]>([
		['a delivered message is done', delivered, {}, final(delivered)],
		['a failed one is to be retried', failed, {}, toRetry(failed)],
		['a failed one that the user accepts is done', failed, { acceptsFailed: true }, final(failed)],
		['a failed one that no retry helps is done', failed, { canRetry: () => false }, final(failed)],
		// It could only be sent as a second one.
		['a failed one without an ID is done', nameless, {}, final(nameless)],
		['a refused one is to be sent', refused, {}, toSend],
		['one that never reached LiveDesk is to be sent', unreached, {}, toSend],
		['a throttled one is to be sent', throttled(1_000), {}, toSend],
		['a lost one is done', lost, {}, final(lost)],
		['a lost one is to be sent where that is wanted', lost, repeating, { notes: {}, lost }],
	])('%s', (_, outcome, chosen, known) => {
		expectAfter([outcome], outcome, known, chosen);
	});

	test('whether a retry helps is asked with what LiveDesk said of the message', () => {
		const asked: unknown[] = [];
		after([failed], { canRetry: (body) => asked.push(body) > 0 });
		expect(asked).toEqual([failed.body]);
	});
});

describe('after LiveDesk was to retry a failed message', () => {
	const other = { kind: 'failed', body: { id: 'b', status: 'failed' } } satisfies Outcome;
	const lostRetry: Ending = { ...lost, messageId: 7 };

	test('a delivery is told with the ID, and is done', () => {
		const ending = { kind: 'delivered', messageId: 7 } satisfies Ending;
		expectAfter([failed, { kind: 'delivered' }], ending, final(ending));
	});

	test.each<[string, Outcome[], Ending & { kind: 'failed' }]>([
		['another failure, with the ID that it names', [other], { ...other, messageId: 'b' }],
		['another failure, with the known ID', [nameless], { ...nameless, messageId: 7 }],
		['a refusal of it, beside the failure', [refused], { ...failed, retry: refused }],
		['no connection for it, beside the failure', [unreached], { ...failed, retry: unreached }],
		['the last of several refusals', [refused, unreached], { ...failed, retry: unreached }],
	])('what is told, and to be retried, is %s', (_, outcomes, ending) => {
		expectAfter([failed, ...outcomes], ending, toRetry(ending));
	});

	test('the ID that was named last is the known one', () => {
		const { endings } = after([failed, nameless, other, nameless, delivered]);
		expect(endings.map(messageIdOf)).toEqual([7, 7, 'b', 'b', 'b']);
	});

	test('another failure is done where no further retry helps', () => {
		const canRetry = ({ id }: { id?: unknown }) => id === 7;
		const ending = { ...other, messageId: 'b' };
		expectAfter([failed, other], ending, final(ending), { canRetry });
	});

	test('throttling leaves it as it was', () => {
		expectAfter([failed, throttled(1)], { ...throttled(1), messageId: 7 }, toRetry(failed));
	});

	test.each<[string, Outcome[], Partial<Choices>]>([
		['at once', [lost], {}],
		['at once, also where lost ones are repeated', [lost], repeating],
		[
			'after a refused retry, also where lost ones are repeated',
			[refused, throttled(), lost],
			repeating,
		],
	])('a lost response is done: %s', (_, outcomes, chosen) => {
		expectAfter([failed, ...outcomes], lostRetry, final(lostRetry), chosen);
	});
});

test('what may be repeated without harm ends as its last response says, whatever was lost before', () => {
	const { known, endings } = after([lost, refused], { ...repeating, isRepeatable: true });
	expect(endings).toEqual([lost, refused]);
	expect(known).toEqual(toSend);
});

describe('after a lost response that is followed by the same request', () => {
	const later = { kind: 'unknown', cause: { kind: 'unreadable' } } satisfies Outcome;

	const stillLost: Known = { notes: {}, lost };

	test.each<[string, Outcome[], Ending, Known]>([
		['a refusal tells nothing: it may have arrived', [refused], lost, stillLost],
		['throttling tells nothing: it may have arrived', [throttled()], lost, stillLost],
		['two refusals tell nothing: it may have arrived', [refused, unreached], lost, stillLost],
		['another lost response leaves the first', [later], lost, stillLost],
		['a delivery is known', [refused, delivered], delivered, final(delivered)],
		['a failure is known, and is to be retried', [failed], failed, toRetry(failed)],
	])('%s', (_, outcomes, ending, known) => {
		expectAfter([lost, ...outcomes], ending, known, repeating);
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
