import { sayingOf } from '../../../nodes/LiveDesk/failures/saying';
import { failed, reply, wordsOf, type Untold } from './subjects';

const asItIs = (text: string) => text;
const MEGABYTES = 50 * 1024 * 1024;

/** Notes how long the texts are that it has to work on. */
function measured() {
	const lengths: number[] = [];
	const redact = (text: string) => {
		lengths.push(text.length);
		return text;
	};
	return { redact, worked: () => lengths.reduce((sum, length) => sum + length, 0) };
}

function nested(levels: number): unknown {
	let value: unknown = 'deep';
	for (let level = 0; level < levels; level++) value = level % 2 === 0 ? [value] : { error: value };
	return value;
}

const circular: Record<string, unknown> = { message: 'round' };
circular.error = circular;
circular.errors = [circular];
circular.attributes = [[circular]];

const huge = 'x'.repeat(MEGABYTES);
const many = Array.from({ length: 1_000_000 }, () => 'no');

describe('A response of any size', () => {
	test.each<[string, unknown]>([
		['a text of 50 MB', huge],
		['50 MB of spaces', ' '.repeat(MEGABYTES)],
		['50 MB within it', { error: huge, message: huge, errors: [huge, { [huge]: huge }] }],
		['50 MB as its code', { code: huge, attributes: [huge] }],
		['a million words', { errors: many, attributes: many }],
		['20,000 levels', { error: nested(20_000), attributes: nested(20_000) }],
		['20,000 levels of lists', nested(20_000)],
		['a circle', circular],
	])('is worked on only at its beginning: %s', (_, body) => {
		const endings: Untold[] = [
			{ kind: 'refused', reply: reply(422, body) },
			{ kind: 'refused', reply: reply(302, '', { location: body }) },
			{ kind: 'unknown', reply: reply(500, body) },
			{ kind: 'throttled', reply: reply(429, body) },
			{ ...failed(body), retry: { kind: 'refused', reply: reply(422, body) } },
			failed('131047: x', body),
			{ kind: 'failed', body: { content_attributes: body } },
			{ kind: 'refused', cause: { kind: 'blocked', reason: String(huge), code: huge } },
		];
		for (const ending of endings) {
			const { redact, worked } = measured();
			const { message, description } = wordsOf(ending, { redact });
			expect(worked()).toBeLessThan(1_000_000);
			expect(message.length).toBeLessThan(100);
			expect(description.length).toBeLessThan(1_500);
		}
	});

	test('is quoted where it speaks, however it goes on', () => {
		expect(sayingOf({ error: 'no', errors: nested(20_000) }, asItIs)).toBe('LiveDesk says: no');
		expect(sayingOf(circular, asItIs)).toMatch(/^LiveDesk says: .*round/);
		expect(sayingOf({ errors: many }, asItIs)).toBe('LiveDesk says: no');
	});
});
