import {
	explainRefusal,
	explainThrottling,
	explainUnclear,
} from '../../nodes/LiveDesk/failures/explainHttp';

const reply = (statusCode: number, body: unknown = '', headers = {}) => ({
	statusCode,
	headers,
	body,
});
const page = '<!DOCTYPE html><html><body>EPERM</body></html>';
const path = { conversation_id: '141' };

describe('a refusal', () => {
	test.each([
		[
			{ conversation_id: '141' },
			'LiveDesk does not know this conversation',
			/Not found: conversation 141\./,
		],
		[
			{ conversation_id: '141', message_id: '7' },
			'LiveDesk does not know this conversation or message',
			/Not found: conversation 141, message 7\./,
		],
		[{}, 'LiveDesk does not know this address', /Not found: the address\./],
	])('with 404 names what was not found: %j', (ids, message, description) => {
		const words = explainRefusal(
			reply(404, { error: 'Resource could not be found' }),
			ids,
			'message',
		);
		expect(words).toMatchObject({ message, httpCode: '404' });
		expect(words.description).toMatch(description);
	});

	test.each([400, 402, 405, 409, 410, 415, 418, 451, 499])(
		'with %i is told by its number',
		(status) => {
			const words = explainRefusal(reply(status, { error: 'because' }), path, 'message');
			expect(words).toEqual({
				message: `LiveDesk did not accept the message (HTTP ${status})`,
				description: 'Check the fields of the node. LiveDesk says: because',
				httpCode: String(status),
			});
		},
	);

	test.each([400, 401, 403, 404, 422])(
		'that is a web page points to the base URL: %i',
		(status) => {
			const { message, description } = explainRefusal(reply(status, page), path, 'message');
			expect(message).toBe("A web page answered instead of LiveDesk's API");
			expect(description).toContain("'Base URL'");
			expect(description).toContain(`HTTP ${status}`);
			expect(description).not.toContain('EPERM');
		},
	);

	test('of a large file by a gateway is about its size', () => {
		expect(explainRefusal(reply(413, page), path, 'message').message).toBe(
			'The message is too large for LiveDesk',
		);
	});

	test.each([
		[{ location: 'https://example.com/login' }, 'https://example.com/login'],
		[{}, 'an address it did not name'],
	])('that is a redirect says where to: %j', (headers, address) => {
		const { message, description, httpCode } = explainRefusal(
			reply(302, '', headers),
			path,
			'message',
		);
		expect(message).toBe('LiveDesk answered with a redirect, which the node does not follow');
		expect(description).toContain(`Nothing was sent to the other address: ${address}`);
		expect(httpCode).toBe('302');
	});
});

test.each([429, 503])(
	'throttling says that nothing was sent, and how to wait longer: %i',
	(status) => {
		const { description, httpCode } = explainThrottling(reply(status, { error: 'slow down' }));
		expect(description).toContain("'Rate Limit Wait' under 'Options'");
		expect(description).toContain('The message was not sent.');
		expect(description).toContain('LiveDesk says: slow down');
		expect(httpCode).toBe(String(status));
	},
);

describe('an unclear answer', () => {
	test.each([
		[500, { error: 'boom' }, 'LiveDesk did not say whether it took the message (HTTP 500)'],
		[502, page, 'LiveDesk did not say whether it took the message (HTTP 502)'],
		[200, page, "A web page answered instead of LiveDesk's API"],
		[200, 'OK', "LiveDesk's answer could not be read"],
		[204, '', "LiveDesk's answer could not be read"],
	])('of status %i with %j', (status, body, message) => {
		expect(explainUnclear(reply(status, body), 'message')).toMatchObject({
			message,
			httpCode: String(status),
		});
	});
});

describe.each(['contact', 'conversation'] as const)('of a %s', (noun) => {
	test('a refusal and an unclear answer name it', () => {
		const { message } = explainRefusal(reply(422, { error: 'taken' }), {}, noun);
		expect(message).toBe(`LiveDesk did not accept the ${noun}`);
		expect(explainRefusal(reply(400), {}, noun).message).toBe(
			`LiveDesk did not accept the ${noun} (HTTP 400)`,
		);
		expect(explainUnclear(reply(502, page), noun).message).toBe(
			`LiveDesk did not say whether it took the ${noun} (HTTP 502)`,
		);
	});
});
