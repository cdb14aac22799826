import { causes, failed, page, reply, subjects, wordsOf, type Untold } from './subjects';

/** Text from outside, of the kind that n8n would replace a message for. */
const OUTSIDE = 'EPERM of someone else';
const saying = { error: OUTSIDE, message: OUTSIDE, errors: [OUTSIDE], attributes: [OUTSIDE] };
const bodies = [saying, page, OUTSIDE, '', undefined, null, { id: 1 }, []];
const replies = (...statuses: number[]) =>
	statuses.flatMap((status) => bodies.map((body) => reply(status, body, { location: OUTSIDE })));

const REFUSALS = [
	200, 300, 301, 302, 303, 304, 307, 308, 400, 401, 402, 403, 404, 405, 406, 407, 408, 409, 410,
	413, 415, 422, 423, 425, 429, 431, 451, 499,
];
const refusals: Untold[] = [
	...replies(...REFUSALS).map((each) => ({ kind: 'refused' as const, reply: each })),
	...causes.map((cause) => ({ kind: 'refused' as const, cause })),
	{ kind: 'refused' },
];
const endings: Untold[] = [
	{ kind: 'notSent' },
	{ kind: 'notSent', isCancelled: true },
	failed(`131047: ${OUTSIDE}`, 123),
	failed(OUTSIDE),
	failed(undefined),
	{ ...failed(`131016: ${OUTSIDE}`), messageId: OUTSIDE },
	...replies(429, 503).map((each) => ({ kind: 'throttled' as const, reply: each })),
	{ kind: 'throttled', reply: reply(429), retryAfterMs: 120_000 },
	{ kind: 'throttled', retryAfterMs: 5_000 },
	...refusals,
	...refusals.flatMap((retry) =>
		retry.kind === 'refused' ? [{ ...failed(`131016: ${OUTSIDE}`), retry }] : [],
	),
	...replies(200, 201, 204, 500, 502, 503, 504).map((each) => ({
		kind: 'unknown' as const,
		reply: each,
	})),
	...causes.map((cause) => ({ kind: 'unknown' as const, cause })),
	{ kind: 'unknown' },
];
const known = endings.flatMap((ending): Untold[] =>
	ending.kind === 'throttled' || ending.kind === 'refused' || ending.kind === 'unknown'
		? [{ ...ending, messageId: 555 }]
		: [],
);

const like = (texts: string[], pattern: RegExp) => texts.filter((text) => pattern.test(text));
const unlike = (texts: string[], pattern: RegExp) => texts.filter((text) => !pattern.test(text));

/** What a person can do, or is told that nothing has to be done. */
const ACTION =
	/\b(Check|Send|Wait|Look|look|Ask|ask|Use|Enter|Correct|Run|Running|try again|Raise|raise|Shorten|Update|Retry operation|Retrying|Reach|Lower)\b/;

describe.each(Object.entries(subjects))('The words for a %s', (_, { path, subject }) => {
	const all = [...endings, ...known].map((ending) => ({
		ending,
		words: wordsOf(ending, { path, subject }),
	}));

	const titles = all.map(({ words }) => words.message);
	const descriptions = all.map(({ words }) => words.description);
	const texts = all.map(({ words }) => `${words.message} ${words.description}`);

	test('have a title in our own words, without those that n8n avoids', () => {
		expect(unlike(titles, /^(n8n|['A-Z]).{15,100}[^.\s]$/)).toEqual([]);
		expect(like(titles, /\b(errors?|problems?|failures?|mistakes?)\b/i)).toEqual([]);
		expect(like(titles, /EPERM|\bE[A-Z_]{4,}|undefined|null/)).toEqual([]);
	});

	test('have a description that says what to do', () => {
		expect(unlike(descriptions, ACTION)).toEqual([]);
		expect(like(descriptions, /undefined|null|\[object|NaN/)).toEqual([]);
		expect(like(descriptions, / {2}|\.\.|\. \.|:\.|^[a-z]|^\s|\s$/)).toEqual([]);
		expect(descriptions.filter((text) => text.length > 1_000)).toEqual([]);
	});

	test('use one term each', () => {
		expect(like(texts, /\b(e-mail|web address|blanks?|answers?|address)\b/i)).toEqual([]);
		expect(like(texts, /If the Answer Is Lost|If Delivery Fails/)).toEqual([]);
	});

	test('speak of a message only where there is one', () => {
		const others = all.filter(
			({ ending }) =>
				ending.kind !== 'failed' &&
				!('messageId' in ending) &&
				!('cause' in ending && ending.cause?.kind === 'file'),
		);
		const told = others.map(({ words }) => `${words.message} ${words.description}`);
		expect(told.length).toBeGreaterThan(200);
		if (subject.noun !== 'message') expect(like(told, /\bmessage\b/)).toEqual([]);
	});

	test('say that something may have been done only where nobody knows', () => {
		const told = all.filter(({ words }) => /may have/.test(words.description));
		const unknown = all.filter(
			({ ending }) =>
				// Reading does nothing; the retry of a message does.
				ending.kind === 'unknown' && (subject.done !== 'read' || 'messageId' in ending),
		);
		expect(told).toEqual(unknown);
	});

	test('name the status of a response', () => {
		const statuses = all.map(({ ending }) =>
			'reply' in ending ? ending.reply?.statusCode : undefined,
		);
		expect(all.map(({ words }) => words.httpCode)).toEqual(
			statuses.map((status) => (status === undefined ? undefined : String(status))),
		);
	});
});

describe('A message that LiveDesk has', () => {
	test('is named, and what LiveDesk was asked for was its retry', () => {
		expect(
			wordsOf({ kind: 'unknown', cause: { kind: 'lost' }, messageId: 555 }).description,
		).toMatch(
			/^LiveDesk has the message under the ID 555\. LiveDesk may have queued the message again: look at the conversation before you retry it again\./,
		);
		expect(wordsOf({ kind: 'throttled', reply: reply(429), messageId: 555 }).description).toMatch(
			/^LiveDesk has the message under the ID 555\. The message was not retried\./,
		);
		expect(wordsOf({ kind: 'refused', reply: reply(404), messageId: 555 })).toMatchObject({
			message: 'LiveDesk does not know this message',
			description: expect.stringContaining('Not found: message 555 in conversation 141.'),
		});
	});
});
