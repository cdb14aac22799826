import type { IDataObject } from 'n8n-workflow';
import { startSandbox, type TroubleRule } from '../../../sandbox';
import { byId } from '../../../harness/livedesk';
import { conversations, useLiveDesk } from '../../support/useLiveDesk';

const desk = useLiveDesk({ conversations: conversations(2) });

const text = { conversationId: byId(1), content: 'a' };
const contact = { resource: 'contact', operation: 'create', inboxId: '79', name: 'Alice' };
const conversation = {
	resource: 'conversation',
	operation: 'create',
	inboxId: '79',
	contactBy: 'sourceId',
	sourceId: 'abc',
};
const retry = { operation: 'retry', conversationId: byId(1), messageId: '123' };

async function told(parameters: IDataObject, rule: TroubleRule, more: IDataObject = {}) {
	desk.sandbox.script({ times: 9, ...rule });
	const { error } = await desk.send({
		parameters: { options: { rateLimitWait: 0 }, ...parameters },
		...more,
	});
	return `${error?.message}\n${error?.description}`;
}

// prettier-ignore
const cases: Array<[what: string, parameters: IDataObject, rule: TroubleRule, says: RegExp, saysNot: RegExp]> = [
	['a time-out points to where n8n has it', { ...text, requestOptions: { timeout: 80 } }, { latencyMs: 5_000 }, /did not respond in time.*\n.*'Timeout' under 'Request Options' in the node's Settings/, /end of the panel/],
	['an unknown inbox is named', contact, { status: 404, body: { error: 'Inbox not found' } }, /does not know this inbox \(channel\).*\n.*LiveDesk says: Inbox not found/, /address/],
	['an unknown inbox or contact is named', conversation, { status: 404, body: { error: 'Inbox not found' } }, /inbox \(channel\) or contact.*\n.*LiveDesk says: Inbox not found/, /address/],
	['an unknown conversation is named, and LiveDesk quoted', text, { status: 404, body: { error: 'Gone away' } }, /does not know this conversation.*\n.*Not found: conversation 1\..*LiveDesk says: Gone away/, /address/],
	['an unknown message of a retry is named', retry, { status: 404 }, /does not know this message.*\n.*message 123 in conversation 1/, /this conversation/],
	['gzip that is none is told as a response', text, { garble: 'gzip' }, /response could not be read.*\nThe message may have arrived/, /broke/],
	['a page of a proxy points to the proxy', text, { status: 407, html: true }, /proxy/i, /fields|Base URL/],
	['a throttled contact is not called a message', contact, { status: 429 }, /The contact was not created/, /message/i],
	['a throttled conversation is not called a message', conversation, { status: 429 }, /The conversation was not created/, /message/i],
	['the wait that LiveDesk asked for is told', text, { retryAfter: 120 }, /rate limit.*\n.*asked to wait 2 minutes/, /busy/],
	['a redirect stands in a sentence of its own, without its password', text, { redirect: 'https://anna:geheim@other.example/x' }, /redirect.*\n.*other URL: https:\/\/\*\*\*@other\.example\/x\. Check 'Base URL'/, /geheim/],
];

test.each(cases)('%s', async (_, parameters, rule, says, saysNot) => {
	const words = await told(parameters, rule);
	expect(words).toMatch(says);
	expect(words).not.toMatch(saysNot);
});

test('a key that is a word of ours changes no words but those of LiveDesk', async () => {
	const secret = { apiKey: 'refused', apiSecret: 'failed' };
	const sandbox = await startSandbox({ ...secret, conversations: conversations(1) });
	sandbox.script({ status: 422, body: { error: 'no refused or failed here' } });
	const words = await told(text, {}, { credentials: sandbox.credentials });
	await sandbox.close();
	expect(words).toBe(
		'LiveDesk did not accept the message [item 0]\nCorrect what LiveDesk names, then run the node again. LiveDesk says: no *** or *** here',
	);
});

test('a response of 20,000 levels is told as any other', async () => {
	const body = `${'{"error":'.repeat(20_000)}1${'}'.repeat(20_000)}`;
	const headers = { 'content-type': 'application/json' };
	expect(await told(text, { status: 422, body, headers })).toMatch(/^LiveDesk did not accept/);
});

test('attributes that contain themselves are told in our own words', async () => {
	const contentAttributes = '={{ (() => { const a = {}; a.a = a; return a; })() }}';
	const words = await told({ ...text, additionalFields: { contentAttributes } }, {});
	expect(words).toBe(
		"An expression gives a value that contains itself [item 0]\nMap only the fields that are needed. The expression is in the parameter 'additionalFields'.",
	);
	expect(desk.sandbox.journal.starts()).toEqual([]);
});

test('an input field named as n8n names trouble leaves the title as it is', async () => {
	const item = { json: {}, binary: { EPERM: { data: 'YWJj', mimeType: 'text/plain' } } };
	const words = await told(
		{ operation: 'sendAttachment', conversationId: byId(1), binaryPropertyName: 'data' },
		{},
		{ items: [item] as never },
	);
	expect(words).toMatch(/^'Input Data Field Name' names a binary field.*\n.*EPERM/);
});

test('a refusal of 20 MB is told at once', async () => {
	const body = { error: 'too long '.repeat(2_000_000) };
	const words = await told(text, { status: 422, body });
	expect(words.length).toBeLessThan(700);
	expect(words).toContain('LiveDesk says: too long too long');
});
