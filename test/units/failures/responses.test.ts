import { about, page, reply, wordsOf } from './subjects';

const refused = (statusCode: number, body?: unknown, of = 'message sent', headers = {}) =>
	wordsOf({ kind: 'refused', reply: reply(statusCode, body, headers) }, about(of));

describe('A 404', () => {
	test.each([
		['message sent', 'this conversation', 'Not found: conversation 141. Check the ID of the conv'],
		['message retried', 'this message', 'Not found: message 7 in conversation 141. Check the ID'],
		[
			'contact created',
			'this inbox (channel)',
			'Check the ID of the inbox (channel), and that the API',
		],
		['contact updated', 'this contact', 'Not found: contact 5. Check the ID of the contact, and'],
		[
			'contact saved',
			'this inbox (channel)',
			'Check the ID of the inbox (channel), and that the API',
		],
		[
			'conversation created',
			'this inbox (channel) or contact',
			'Check the ID of the inbox (channel) and of the contact, and that the API',
		],
		['conversation changed', 'this conversation', 'Not found: conversation 141. Check the ID'],
	])('names what LiveDesk may not know of a %s, and quotes LiveDesk', (of, thing, start) => {
		const { message, description, httpCode } = refused(404, { error: 'Inbox not found' }, of);
		expect(message).toBe(`LiveDesk does not know ${thing}`);
		expect(description.startsWith(start)).toBe(true);
		expect(description).toMatch(/same project\. LiveDesk says: Inbox not found$/);
		expect(httpCode).toBe('404');
	});

	test('points to the base URL where nothing can be missing', () => {
		expect(refused(404, '', 'contact read')).toMatchObject({
			message: 'LiveDesk does not offer this search',
			description: "Check 'Base URL' in the LiveDesk credential.",
		});
	});
});

describe('A refusal with HTTP 200', () => {
	test('is told in the words of LiveDesk', () => {
		expect(refused(200, { code: 40001, message: 'invalid' })).toEqual({
			message: 'LiveDesk did not accept the message',
			description:
				'Correct what LiveDesk names, then run the node again. LiveDesk says: invalid (code 40001)',
			httpCode: '200',
		});
	});

	test('is told without words of LiveDesk, where it has none', () => {
		expect(refused(200, { success: false }).description).toBe(
			'LiveDesk gave no reason. Check the fields of the node.',
		);
	});
});

describe('A status that no field would change', () => {
	test.each([
		[402, /plan/],
		[405, /Update the LiveDesk node/],
		[407, /proxy's user and password/],
		[408, /Run the node again/],
		[409, /Look at the current state/],
		[423, /Wait until it is unlocked/],
		[451, /firewall/],
	])('sends nobody to the fields or to the base URL: %i', (status, advice) => {
		for (const body of [{ error: 'because' }, '', page]) {
			// A web page with 405 or 409 is what a wrong URL gives.
			if (body === page && (status === 405 || status === 409)) continue;
			const { description, httpCode } = refused(status, body);
			expect(description).toMatch(advice);
			expect(description).not.toMatch(/fields|Base URL/);
			expect(httpCode).toBe(String(status));
		}
	});

	test('is a firewall with a page of HTTP 403, and the key with words of LiveDesk', () => {
		expect(refused(403, page)).toMatchObject({
			message: 'A firewall or proxy blocked the request to LiveDesk',
			description: expect.not.stringContaining('Base URL'),
		});
		expect(refused(403, { error: 'no' }, 'contact updated').description).toBe(
			"Use an API key of the contact's project. LiveDesk says: no",
		);
	});
});

describe('Other refusals', () => {
	test.each([400, 406, 415, 418, 499])('are told by their number: %i', (status) => {
		expect(refused(status, { error: 'because' })).toEqual({
			message: `LiveDesk did not accept the message (HTTP ${status})`,
			description: 'Correct what LiveDesk names, then run the node again. LiveDesk says: because',
			httpCode: String(status),
		});
	});

	test.each([
		['message sent', 'The message is too large for LiveDesk', /smaller file/],
		['contact created', 'The contact is too large for LiveDesk', /Shorten/],
		['conversation created', 'The conversation is too large for LiveDesk', /Shorten/],
	])('are about the size: %s', (of, message, advice) => {
		expect(refused(413, page, of)).toMatchObject({
			message,
			description: expect.stringMatching(advice),
		});
	});

	test.each([
		[
			'contact created',
			/such a contact exists already: choose 'Create or Update' as the 'Operation'/,
		],
		['contact updated', /another contact has it already/],
		['conversation created', /^Correct what LiveDesk names, then run the node again\./],
	])('are about the values: %s', (of, advice) => {
		const body = { message: 'Email has already been taken', attributes: ['email'] };
		const { description } = refused(422, body, of);
		expect(description).toMatch(advice);
		expect(description).toMatch(/LiveDesk says: Email has already been taken \(email\)$/);
	});

	test.each([400, 401, 404, 422])('with a web page point to the base URL: %i', (status) => {
		expect(refused(status, page)).toEqual({
			message: "A web page answered instead of LiveDesk's API",
			description: `Check 'Base URL' in the LiveDesk credential. The page came with HTTP ${status}.`,
			httpCode: String(status),
		});
	});
});

describe('A redirect', () => {
	test('says where to, in a sentence of its own', () => {
		expect(refused(302, '', 'message sent', { location: 'https://example.com/login' })).toEqual({
			message: 'LiveDesk responded with a redirect, which the node does not follow',
			description:
				"Nothing was sent to the other URL: https://example.com/login. Check 'Base URL' in the LiveDesk credential.",
			httpCode: '302',
		});
	});

	test.each([[{}], [{ location: ' ' }], [{ location: [['x']] }]])(
		'that names no URL is none: %j',
		(headers) => {
			expect(refused(304, '', 'message sent', headers)).toEqual({
				message: 'LiveDesk responded with HTTP 304, which is not a result',
				description: "Check 'Base URL' in the LiveDesk credential.",
				httpCode: '304',
			});
		},
	);
});
