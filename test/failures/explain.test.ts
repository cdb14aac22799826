import { explain, type Failure } from '../../nodes/LiveDesk/failures/explain';

/** Text from outside, of the kind that n8n would replace a message for. */
const OUTSIDE = 'EPERM of someone else';
const body = { error: OUTSIDE, message: OUTSIDE, errors: [OUTSIDE], attributes: [OUTSIDE] };
const page = `<html><title>${OUTSIDE}</title></html>`;
const reply = (statusCode: number, content: unknown = body) => ({
	statusCode,
	headers: { location: OUTSIDE },
	body: content,
});
const network = (kind: string, code?: string) => ({ kind, code });
const failed = (externalError: string) => ({
	id: 7,
	content_attributes: { external_error: externalError },
});

const act = /\b(Check|Send|Wait|Look|Ask|Use|Enter|Correct|Run|let the node wait)\b/;

const refusals = [301, 302, 307, 308, 400, 401, 403, 404, 405, 409, 413, 415, 422, 499];
const lost = /^The message may have arrived: look at the conversation before you send it again/;

const table: Array<[string, Failure, RegExp]> = [
	['failed', { kind: 'failed', reply: failed(`131047: ${OUTSIDE}`) }, /Send an approved template/],
	['failed for an unknown reason', { kind: 'failed', reply: failed(OUTSIDE) }, act],
	['throttled', { kind: 'throttled', reply: reply(429) }, act],
	['throttled by a gateway', { kind: 'throttled', reply: reply(503, page) }, act],
	...refusals.flatMap(
		(status): Array<[string, Failure, RegExp]> => [
			[`refused with ${status}`, { kind: 'refused', reply: reply(status) }, act],
			[`refused with ${status} and a page`, { kind: 'refused', reply: reply(status, page) }, act],
			[
				`refused with ${status} and a text`,
				{ kind: 'refused', reply: reply(status, OUTSIDE) },
				act,
			],
		],
	),
	...['ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED', 'EHOSTUNREACH', 'ETIMEDOUT', 'ERR_INVALID_URL'].map(
		(code): [string, Failure, RegExp] => [
			`refused, not reached: ${code}`,
			{ kind: 'refused', network: network('unreachable', code) },
			act,
		],
	),
	['refused by n8n', { kind: 'refused', network: network('policy') }, /ask who runs n8n/],
	['refused for the credential', { kind: 'refused', network: network('credential') }, act],
	['refused for TLS', { kind: 'refused', network: network('tls', 'CERT_HAS_EXPIRED') }, act],
	['refused for a file', { kind: 'refused', network: network('file', 'ENOENT') }, act],
	['refused for a file, unsaid', { kind: 'refused', network: network('file') }, act],
	...[200, 204, 500, 502, 503, 504].flatMap(
		(status): Array<[string, Failure, RegExp]> => [
			[`unknown with ${status}`, { kind: 'unknown', reply: reply(status) }, lost],
			[`unknown with ${status} and a page`, { kind: 'unknown', reply: reply(status, page) }, lost],
		],
	),
	...['ECONNRESET', 'ECONNABORTED', 'ETIMEDOUT', 'ERR_CANCELED', undefined].map(
		(code): [string, Failure, RegExp] => [
			`unknown after ${code}`,
			{ kind: 'unknown', network: network('silent', code) },
			lost,
		],
	),
];

describe.each(table)('%s', (_, failure, advice) => {
	const words = explain(failure, { conversation_id: '141', message_id: '7' });

	test('has a title in our own words, without those that n8n avoids', () => {
		expect(words.message).toMatch(/^(n8n|['A-Z]).{15,}[^.]$/);
		expect(words.message).not.toMatch(/\b(errors?|problems?|failures?|mistakes?)\b/i);
		expect(words.message).not.toContain('EPERM');
		expect(words.message).not.toMatch(/\bE[A-Z_]{4,}/);
	});

	test('has a description that says what to do', () => {
		expect(words.description).toMatch(advice);
		expect(words.description).not.toMatch(/undefined|null|\[object/);
		expect(words.description.trim()).toBe(words.description);
	});
});

test('bad input is told in the words it was refused with', () => {
	const invalid: Failure = {
		kind: 'invalid',
		message: "'Text' is empty",
		description: 'Enter it.',
	};
	expect(explain(invalid, {})).toEqual({ message: "'Text' is empty", description: 'Enter it.' });
	expect(explain({ kind: 'invalid', message: 'x' }, {})).toEqual({ message: 'x', description: '' });
});

test('what LiveDesk says stands in the description', () => {
	const { description } = explain({ kind: 'refused', reply: reply(422) }, {});
	expect(description).toContain(`LiveDesk says: ${OUTSIDE}`);
});

test('only what may have arrived is told as such', () => {
	const told = table.filter(([, failure]) => lost.test(explain(failure, {}).description));
	expect(told.map(([, { kind }]) => kind)).toEqual(told.map(() => 'unknown'));
	expect(told).not.toEqual([]);
});

test.each([
	['message', /^The message may have arrived: look at the conversation before you send it again/],
	['contact', /^The contact may have been created: look for it in LiveDesk before/],
	['conversation', /^The conversation may have been started: look for it in LiveDesk before/],
] as const)('a lost answer says what to look for: %s', (noun, advice) => {
	const failure: Failure = { kind: 'unknown', network: network('silent', 'ECONNRESET') };
	expect(explain(failure, {}, noun).description).toMatch(advice);
	expect(explain({ kind: 'unknown', reply: reply(502) }, {}, noun).description).toMatch(advice);
});
