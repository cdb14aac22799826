import type { Cause } from '../../../nodes/LiveDesk/delivery/core/cause';
import { about, page, reply, wordsOf } from './subjects';

const responded = (statusCode: number, body?: unknown, of = 'message sent') =>
	wordsOf({ kind: 'unknown', reply: reply(statusCode, body) }, about(of));
const missing = (cause: Cause, of = 'message sent') =>
	wordsOf({ kind: 'unknown', cause }, about(of));

const LOOK =
	"The message may have arrived: look at the conversation before you send it again. To let Retry On Fail send such messages again, set 'On Lost Response' under 'Options' to 'Send Again'.";

describe('A missing response', () => {
	test.each<[string, Cause, string, string]>([
		[
			'because the time was over',
			{ kind: 'lost', code: 'ECONNABORTED' },
			'LiveDesk did not respond in time',
			`${LOOK} Raise 'Timeout' under 'Request Options' in the node's Settings. It is in milliseconds; without it, 300000 (5 minutes) apply. (ECONNABORTED)`,
		],
		[
			'because the connection broke',
			{ kind: 'lost', code: 'ECONNRESET' },
			'The connection to LiveDesk broke before it responded',
			`${LOOK} If this happens often, ask your n8n administrator to check the network. (ECONNRESET)`,
		],
		[
			'because it came damaged',
			{ kind: 'unreadable', code: 'Z_DATA_ERROR' },
			"LiveDesk's response could not be read",
			`${LOOK} It arrived damaged. If this happens again, ask your n8n administrator about a proxy that changes responses. (Z_DATA_ERROR)`,
		],
		[
			'because the execution was cancelled, where Retry On Fail does nothing any more',
			{ kind: 'cancelled', code: 'ERR_CANCELED' },
			'The execution was cancelled before LiveDesk responded',
			'The message may have arrived: look at the conversation before you send it again. Run the workflow again if it is still needed. (ERR_CANCELED)',
		],
	])('says what to look at first, then why: %s', (_, cause, message, description) => {
		expect(missing(cause)).toEqual({ message, description });
	});

	test.each([
		[
			'message retried',
			'LiveDesk may have queued the message again: look at the conversation before you retry it again. If this',
		],
		[
			'contact created',
			"The contact may have been created: look for it in LiveDesk before you create it again. To let Retry On Fail repeat such requests, set 'On Lost Response' under 'Options' to 'Send Again'. If",
		],
		[
			'contact updated',
			'The contact may have been updated: look for it in LiveDesk before you update it again. To let',
		],
		[
			'contact saved',
			'The contact may have been created or updated. Running the node again is safe. If this',
		],
		['contact read', 'Nothing was changed in LiveDesk. Running the node again is safe. If this'],
		[
			'conversation created',
			'The conversation may have been created: look for it in LiveDesk before you create it again. To let',
		],
		[
			'conversation changed',
			"The conversation's status may have been changed: look for it in LiveDesk before you change it again. To let",
		],
	])('says what may have been done for a %s', (of, start) => {
		expect(missing({ kind: 'lost' }, of).description.startsWith(start)).toBe(true);
	});
});

describe('A response of which nobody knows what it means', () => {
	test.each([
		[500, { error: 'boom' }, 'It is unclear whether LiveDesk accepted the message (HTTP 500)'],
		[502, page, 'It is unclear whether LiveDesk accepted the message (HTTP 502)'],
		[200, { inbox_id: 79 }, 'It is unclear whether LiveDesk accepted the message'],
		[200, page, "A web page answered instead of LiveDesk's API"],
		[200, 'OK', "LiveDesk's response could not be read"],
		[204, '', "LiveDesk's response could not be read"],
	])('is told, and where to look: status %i with %j', (status, body, message) => {
		const words = responded(status, body);
		expect(words).toMatchObject({ message, httpCode: String(status) });
		expect(words.description).toMatch(/^The message may have arrived: look at the conversation/);
	});

	test('names what was asked for', () => {
		expect(responded(502, page, 'conversation created').message).toBe(
			'It is unclear whether LiveDesk accepted the conversation (HTTP 502)',
		);
		expect(responded(502, page, 'contact read').message).toBe(
			'LiveDesk did not return the contacts (HTTP 502)',
		);
	});

	test('quotes LiveDesk', () => {
		expect(responded(500, { error: 'boom' }).description).toMatch(
			/'Send Again'\. LiveDesk says: boom$/,
		);
	});
});
