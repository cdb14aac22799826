/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { stripVTControlCharacters } from 'node:util';
import { closingText, conversationText, runsText } from '../../demo/print';
import { useDemo } from './useDemo';

const context = useDemo();

const printed = () =>
	context.demo.shown.map((seed) =>
		stripVTControlCharacters(conversationText(context.desk.sandbox, seed)),
	);

describe('what the demo prints', () => {
	it('the demo prints one line for each message, with its number, its text and what became of it', () => {
		context.demo.shown.forEach(({ id }, index) => {
			const [, ...lines] = printed()[index].split('\n');
			const stored = context.desk.sandbox.messages(id);
			expect(lines).toHaveLength(stored.length);
			stored.forEach((message, at) => {
				expect(lines[at]).toContain(`#${message.id} `);
				expect(lines[at]).toContain(message.content);
				if (message.message_type === 1) expect(lines[at]).toContain(` ${message.status}`);
			});
		});
	});

	it('the demo says who a conversation is with, and its status', () => {
		expect(printed().map((text) => text.split('\n')[0])).toEqual([
			'สมชาย ใจดี · +66812345678 · conversation 141 · open',
			'Alice Miller · alice@example.com · conversation 142 · open',
			'สมชาย ใจดี · +66812345678 · conversation 143 · resolved',
		]);
	});

	it.each([
		'template order_update ✓ sent',
		'attachment (2) ✓ sent',
		'private note ✓ sent',
		'text, reply to #3030 ✓ sent',
		'✗ failed (131049: Message not delivered',
	])('the demo tells "%s"', (part) => {
		expect(printed().join('\n')).toContain(part);
	});

	it('the demo names the message of each item of a run, and which one was refused', () => {
		const text = stripVTControlCharacters(runsText(context.demo.runs));
		const [, ...lines] = text.split('\n');
		expect(lines).toHaveLength(context.demo.runs.length);
		expect(lines[1]).toBe('  Send Text: #3034 #3035 #3036 #3037');
		const retried = lines.find((line) => line.includes('→ error output → Retry'));
		expect(retried).toMatch(/#\d+ refused #\d+$/);
		expect(lines.at(-1)).toMatch(
			/^ {2}Create or Update → Create → Send Template → Update Status: #\d+$/,
		);
	});

	it('the demo says in the end what was sent and what failed', () => {
		const { shown, runs } = context.demo;
		const messages = shown.flatMap(({ id }) => context.desk.sandbox.messages(id));
		const outgoing = messages.filter(({ message_type: type }) => type === 1).length;
		const text = closingText(context.desk.sandbox, context.demo);
		expect(text).toContain(`${outgoing} messages in ${runs.length} workflow runs`);
		expect(text).toContain(`${outgoing - 1} are sent, 1 of them by Retry. 1 stayed failed`);
	});
});
