import type { Cause } from '../../../nodes/LiveDesk/delivery/core/cause';
import { about, wordsOf } from './subjects';

const refused = (cause: Cause) => wordsOf({ kind: 'refused', cause });

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
