import type { Cause } from '../../../nodes/LiveDesk/delivery/core/cause';
import { about, wordsOf } from './subjects';

const refused = (cause: Cause) => wordsOf({ kind: 'refused', cause });
const unknown = (cause: Cause, of = 'message sent') =>
	wordsOf({ kind: 'unknown', cause }, about(of));

const LOOK =
	"The message may have arrived: look at the conversation before you send it again. To let Retry On Fail send such messages again, set 'On Lost Response' under 'Options' to 'Send Again'.";

describe('A request that was never made', () => {
	test.each<[string, Cause, string, string]>([
		[
			'by n8n',
			{ kind: 'blocked', reason: 'Domain is not allowed' },
			'n8n blocked the request to LiveDesk',
			"The message was not sent. n8n says: Domain is not allowed. Check 'Allowed HTTP Request Domains' in the LiveDesk credential, or ask your n8n administrator whether n8n may reach LiveDesk.",
		],
		[
			'for the credential',
			{ kind: 'credential', reason: 'No access' },
			'n8n could not evaluate the LiveDesk credential',
			"The message was not sent. n8n says: No access. Check the credential for expressions. In a workflow whose setting 'Execution Logic' is v2, choose v1 instead.",
		],
		[
			'for a file',
			{ kind: 'file', reason: 'fewer bytes than n8n noted' },
			'A file of the message could not be read to its end',
			'The message was not sent. Reason: fewer bytes than n8n noted. Run the node that outputs the file again.',
		],
		[
			'for a file that is gone',
			{ kind: 'file', code: 'ENOENT' },
			'A file of the message could not be read to its end',
			'The message was not sent. Run the node that outputs the file again. (ENOENT)',
		],
		[
			'for TLS',
			{ kind: 'tls', code: 'CERT_HAS_EXPIRED' },
			'No secure connection to LiveDesk could be made',
			"The message was not sent. The server's certificate is not trusted, or the server does not use HTTPS. Check 'Base URL' in the LiveDesk credential. If it is right, ask your n8n administrator about a proxy that replaces certificates. (CERT_HAS_EXPIRED)",
		],
		[
			'for a host that nobody knows',
			{ kind: 'unreachable', code: 'ENOTFOUND' },
			'The host name of LiveDesk could not be found',
			"The message was not sent. Check 'Base URL' in the LiveDesk credential. (ENOTFOUND)",
		],
		[
			'for want of a connection',
			{ kind: 'unreachable', code: 'EHOSTUNREACH' },
			'No connection to LiveDesk could be made',
			"The message was not sent. Ask your n8n administrator to check the network, firewall and proxy of the n8n server. Check 'Base URL' in the LiveDesk credential. (EHOSTUNREACH)",
		],
	])('says %s that nothing was sent, and who must do what', (_, cause, message, description) => {
		expect(refused(cause)).toEqual({ message, description });
	});

	test('is told as what it was to do, of another kind than a message', () => {
		const cause: Cause = { kind: 'unreachable' };
		expect(wordsOf({ kind: 'refused', cause }, about('contact read')).description).toMatch(
			/^The contacts were not read\. /,
		);
		expect(wordsOf({ kind: 'refused', cause }, about('conversation changed')).description).toMatch(
			/^The conversation's status was not changed\. /,
		);
	});
});

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
		expect(unknown(cause)).toEqual({ message, description });
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
		expect(unknown({ kind: 'lost' }, of).description.startsWith(start)).toBe(true);
	});
});
